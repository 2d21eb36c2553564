"""What no end of a line may part: a number and its per cent sign."""

import re

__all__ = ["held"]

# a name in braces is filled in with a number later, and a link's bracket may end with one
_PARTED = re.compile(r"(?<=[0-9})]) %")


def held(text: str) -> str:
    """The text with a space that does not break before each per cent sign."""
    return _PARTED.sub("\N{NO-BREAK SPACE}%", text)
