"""The old names that importlib.abc looks up here: none (see this package)."""

__all__ = ()
