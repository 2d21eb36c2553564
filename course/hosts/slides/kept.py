"""What a line must not break: a number from its unit, a bracket from its word, a name."""

import re

__all__ = ["kept"]

_SPACE, _JOIN = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
_APART = re.compile(
    r"(?<=\w) (?=\(\d+\))"  # Article (180)
    r"|(?<=\d) (?=(?:%|km|years?|points?)(?!\w))"
    r"|(?<=\d) (?=(?:in|of) \d)|(?<=\d in) (?=\d)|(?<=\d of) (?=\d)"  # 36 in 100
    r"|(?<=Article) (?=\d)|(?<=section) (?=\d)|(?<=chapter) (?=\d)"
)
_NAME = re.compile(r"\b[A-Z]\w*(?:-\w+){2,}")  # Zia-ul-Haq


def kept(text: str) -> str:
    """The text with spaces and hyphens at which no line ends."""
    whole = _NAME.sub(lambda name: name[0].replace("-", f"{_JOIN}-{_JOIN}"), text)
    return _APART.sub(_SPACE, whole)
