"""Text for files in XML, which forbids characters that HTML allows."""


def xml_chars(text: str) -> str:
    r"""Text without the characters that make XML unreadable: control characters, lone surrogates, U+FFFE and U+FFFF.

    >>> xml_chars("a\x01b\tc\ud800d\uffff")
    'ab\tcd'
    """
    return "".join(char for char in text if _allowed(char))


def _allowed(char: str) -> bool:
    if char < " ":
        return char in "\n\t"
    return not ("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff")
