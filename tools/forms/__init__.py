"""What every form to fill in is made of, and what is checked of all of them. The forms themselves are in other groups."""


def citations() -> list[str]:
    """No citation of its own: each form has those of its fields."""
    return []
