"""Registers the macros with mkdocs-macros, which looks for `define_env`. `macros.registry` lists the macros."""

from collections.abc import Callable
from typing import Any

from macros.pages.build import Build
from macros.registry import MACROS


def define_env(env: Any) -> None:
    """Called by mkdocs-macros. `macros.hooks` puts the build into the configuration before pages render."""

    def bound(name: str) -> Callable[..., str]:
        def call(*args: str, **kwargs: str) -> str:
            build: Build = env.conf.extra["build"]
            return build.hold_block(build.macros[name](*args, **kwargs))

        return call

    for name in MACROS:
        env.macro(bound(name), name)
