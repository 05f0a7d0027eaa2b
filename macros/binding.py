"""Registers the pages' functions with mkdocs-macros. The functions themselves are in `macros.words`."""


def define_env(env):
    """Called by mkdocs-macros. The functions are made by the hook, which has read the words by the time pages render."""

    def later(name):
        return lambda *args, **kwargs: env.conf.extra["words"].functions[name](*args, **kwargs)

    from macros.hooks import MACROS
    for name in MACROS:
        env.macro(later(name), name)
