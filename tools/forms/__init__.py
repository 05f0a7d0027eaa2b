"""What forms are made of, and the checks that all of them share. The forms themselves are in `records` and `dates`."""


def citations() -> list[str]:
    """No citations: those of each form are in its own group."""
    return []
