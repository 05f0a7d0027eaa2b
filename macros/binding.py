"""Registers the pages' functions with mkdocs-macros. The functions themselves are gathered in `macros.functions`."""

from macros.functions import NAMES


def define_env(env):
    """Called by mkdocs-macros. The functions are made by the hook, which has read the words by the time pages render."""

    def later(name):
        def called(*args, **kwargs):
            words = env.conf.extra["words"]
            return words.later(words.functions[name](*args, **kwargs))
        return called

    for name in NAMES:
        env.macro(later(name), name)
