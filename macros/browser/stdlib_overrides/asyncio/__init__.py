"""Replaces asyncio in the browser: importing the real module is a sixth of start-up time.

Pyodide needs these names to define its event loop when it starts. No tool waits for anything, so the loop never runs;
code that does try to wait gets an error with the reason.
"""


class Absent:
    """A name of asyncio that can be imported, subscripted and be the base of a class, and no more."""

    def __class_getitem__(cls, kind):
        return cls


class AbstractEventLoop(Absent): ...


class DefaultEventLoopPolicy(Absent): ...


class Future(Absent): ...


class Handle(Absent): ...


class Task(Absent): ...


def run(*_, **__):
    raise NotImplementedError("The browser's library has no asyncio: a tool answers at once (macros/browser/stdlib_overrides/asyncio).")


ensure_future = gather = sleep = run


def set_event_loop_policy(policy) -> None:
    """Does nothing: there is no loop to choose."""


def _set_running_loop(loop) -> None:
    """Does nothing: no loop runs."""
