"""What a chapter folds away until its reader opens it: `<details><summary>words</summary>`, text,
`</details>`.

JupyterLab shows this HTML as it stands. Here no other HTML of a chapter is more than text, and this
is only if it is whole.
"""

from typing import Any

__all__ = ["folded"]

_Token = dict[str, Any]
_OPENS, _SAID, _CLOSES = "<details><summary>", "</summary>", "</details>"


def _raw(token: _Token) -> str:
    return token.get("raw", "").strip() if token["type"] == "block_html" else ""


def _summary(token: _Token) -> str:
    """The plain words under which a fold opens here; none if none does."""
    raw = _raw(token)
    if not (raw.startswith(_OPENS) and raw.endswith(_SAID)):
        return ""
    words = raw.removeprefix(_OPENS).removesuffix(_SAID)
    return "" if set(words) & set("<>&") else words


def _end(tokens: list[_Token], start: int) -> int:
    """Where the fold closes that opens before tokens[start]; 0 if another opens first, or none
    closes.
    """
    for at, token in enumerate(tokens[start:], start):
        if _raw(token) == _CLOSES:
            return at
        if _summary(token):
            return 0
    return 0


def folded(tokens: list[_Token]) -> list[_Token]:
    """The tokens of a text, each fold as one token "fold" with its summary and what it holds."""
    kept: list[_Token] = []
    at = 0
    while at < len(tokens):
        summary = _summary(tokens[at])
        end = _end(tokens, at + 1) if summary else 0
        if end:
            kept.append(
                {"type": "fold", "attrs": {"summary": summary}, "children": tokens[at + 1 : end]}
            )
            at = end
        else:
            kept.append(tokens[at])
        at += 1
    return kept
