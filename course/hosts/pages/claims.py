"""The claims that a sentence rests on, moved out of its way: they stand where the paragraph ends,
or beside it in the margin.

In a chapter they stand in brackets, "so it is ([CG-a](#claim-CG-a), [CG-b](#claim-CG-b))." A link
that is a word of its sentence stays where it is, and so does what stands in a table.
"""

import re
from itertools import chain
from typing import Any

__all__ = ["noted"]

_Token = dict[str, Any]
# After these two words the number is the sentence's own, as where a chapter says how numbers are
# used.
_OPENS, _CLOSES = re.compile(r"(?<!such as)(?<!such as )\s*\($"), re.compile(r"^\)")
_BETWEEN = re.compile(r"[,;]?\s*(?:and|or)?\s*")
_STOPS = re.compile(r"[\s.;,]*")
_SPACE: _Token = {"type": "text", "raw": " "}
_BREAKS = {"softbreak", "linebreak"}
_PARAGRAPHS = {"paragraph", "block_text"}


def noted(token: _Token) -> _Token:
    """A token of a block, in which each paragraph ends with a token "claims" of the links that
    stood in it in brackets.
    """
    if token["type"] == "table" or "children" not in token:
        return token
    if token["type"] not in _PARAGRAPHS:
        return token | {"children": [noted(child) for child in token["children"]]}
    kept, moved = _parted(token["children"])
    if not moved:
        return token
    if all(one["type"] == "text" and _STOPS.fullmatch(one["raw"]) for one in kept):
        kept = []  # nothing stood there but claims: their full stop has no sentence to end
    once = {link["attrs"]["url"]: [_SPACE, link] for link in moved}
    return token | {"children": [*kept, {"type": "claims", "children": [*chain(*once.values())]}]}


def _is_claim(token: _Token) -> bool:
    return token["type"] == "link" and token["attrs"]["url"].startswith("#claim-")


def _is_between(token: _Token) -> bool:
    return token["type"] in _BREAKS or (
        token["type"] == "text" and bool(_BETWEEN.fullmatch(token.get("raw", "")))
    )


def _group(tokens: list[_Token], start: int) -> int:
    """Where the bracket closes that opens before tokens[start],
    if it holds nothing but claims; else 0.
    """
    at = start
    while at < len(tokens) and (_is_claim(tokens[at]) or _is_between(tokens[at])):
        at += 1
    closes = at < len(tokens) and tokens[at]["type"] == "text" and _CLOSES.match(tokens[at]["raw"])
    return at if closes and at > start else 0


def _parted(tokens: list[_Token]) -> tuple[list[_Token], list[_Token]]:
    """(what stays, links that are moved)."""
    kept: list[_Token] = []
    moved: list[_Token] = []
    tokens = list(tokens)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        opens = token["type"] == "text" and _OPENS.search(token["raw"])
        end = _group(tokens, at + 1) if opens else 0
        if end:
            words = _OPENS.sub("", token["raw"])
            if words:
                kept.append(token | {"raw": words})
            elif kept and kept[-1]["type"] in _BREAKS:
                kept.pop()
            moved += [one for one in tokens[at + 1 : end] if _is_claim(one)]
            tokens[end] = tokens[end] | {"raw": _CLOSES.sub("", tokens[end]["raw"])}
            at = end
            continue
        if "children" in token and token["type"] != "link":
            inner, more = _parted(token["children"])
            token, moved = token | {"children": inner}, moved + more
        kept.append(token)
        at += 1
    return kept, moved
