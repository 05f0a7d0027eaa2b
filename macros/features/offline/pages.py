"""The control with which a reader saves the site on their device."""

from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template


def keep_offline(build: Build) -> Block:
    """The control that saves the site on the reader's device. Without JavaScript it says what to do instead."""
    return render_template("offline/control.html")


MACROS: dict[str, Macro] = {"keep_offline": keep_offline}
