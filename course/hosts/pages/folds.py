"""What a chapter folds away until its reader opens it: `<details><summary>words</summary>`, text, `</details>`.

JupyterLab shows this HTML as it stands. Here no other HTML of a chapter is more than text, and this is only if it is whole.
"""

import re
from typing import Any

__all__ = ["folded"]

_Token = dict[str, Any]
_OPENS = re.compile(r"<details><summary>([^<>&]+)</summary>\s*")
_CLOSES = re.compile(r"</details>\s*")


def _raw(token: _Token) -> str:
    return token.get("raw", "") if token["type"] == "block_html" else ""


def _end(tokens: list[_Token], start: int) -> int:
    """Where the fold closes that opens before tokens[start]; 0 if another opens first, or none closes."""
    for at, token in enumerate(tokens[start:], start):
        if _CLOSES.fullmatch(_raw(token)):
            return at
        if _OPENS.fullmatch(_raw(token)):
            return 0
    return 0


def folded(tokens: list[_Token]) -> list[_Token]:
    """The tokens of a text, each fold as one token "fold" with its summary and what it holds."""
    kept: list[_Token] = []
    at = 0
    while at < len(tokens):
        opens = _OPENS.fullmatch(_raw(tokens[at]))
        end = _end(tokens, at + 1) if opens else 0
        if opens and end:
            kept.append(
                {"type": "fold", "attrs": {"summary": opens[1]}, "children": tokens[at + 1 : end]},
            )
            at = end
        else:
            kept.append(tokens[at])
        at += 1
    return kept
