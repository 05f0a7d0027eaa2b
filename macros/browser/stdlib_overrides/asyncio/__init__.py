"""Stands in the browser for the library's asyncio, which with all that it imports takes a sixth of Python's start.

Pyodide defines an event loop when it starts, and needs these names for that. No tool waits for anything, so the loop is never
run: it is put in place without effect, and whoever does try to wait is told why that fails.
"""


class Absent:
    """Something of asyncio that can be named, and be the base of a class, and no more."""

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
    """Does nothing, likewise."""
