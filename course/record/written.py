"""A figure or a verdict that prose writes out, inside a link that names its computation.

`[leaves open](#verdict-performance)` is the verdict of a card's first reading, and
`[0.03](#figure-merit-and-1973-size)` a figure of it. What is asked otherwise than at the outset
stands behind a question mark: `#verdict-performance?indicator=cc`. Pure: who computes is told.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["Target", "filled", "is_written", "links", "plain", "target"]

_ADDRESS = r"#(?:verdict|figure)-[^)\s]+"
_LINK = re.compile(rf"\[([^\]\[]*)\]\(({_ADDRESS})\)")
_VERDICT = re.compile(r"#verdict-(?P<card>[a-z0-9-]+)(?P<field>)(?:\?(?P<asked>.*))?")
_FIGURE = re.compile(r"#figure-(?P<card>[a-z0-9-]+)-(?P<field>\w+)(?:\?(?P<asked>.*))?")


@dataclass(frozen=True)
class Target:
    """What a link names: a card, which of its figures (none: its verdict), and how it is asked."""

    card: str
    field: str
    asked: tuple[tuple[str, str], ...]


def is_written(address: str) -> bool:
    """Whether a link leads to a computation."""
    return address.startswith(("#verdict-", "#figure-"))


def target(address: str) -> Target | None:
    """The Target of a link's address; None if it has another form."""
    found = _VERDICT.fullmatch(address) or _FIGURE.fullmatch(address)
    if found is None:
        return None
    return Target(found["card"], found["field"], tuple(parse_qsl(found["asked"] or "")))


def links(text: str) -> list[tuple[str, str]]:
    """(what is written, the link's address) of each in a text, in order."""
    return _LINK.findall(text)


def plain(text: str) -> str:
    """The text with each such link as its words alone."""
    return _LINK.sub(r"\1", text)


def filled(text: str, told: Callable[[str], str]) -> str:
    """The text with what `told` says of each address written into its link."""
    return _LINK.sub(lambda link: f"[{told(link[2])}]({link[2]})", text)
