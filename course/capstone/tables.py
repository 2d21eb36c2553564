"""What the reform designer knows and finds, as shapes: `reform` fills them,
a page gets them as JSON.
"""

from typing import TypedDict

__all__ = ["Met", "Model", "Outcome", "Precondition", "Setting", "Tables", "Weighed"]


class Weighed(TypedDict):
    """A tension as the designer weighs it. why: how it differs by sector; sectors: {sector:
    (force, basis)}.
    """

    lever: str
    trigger: str
    consequence: str
    mitigation: str
    basis: str
    claims: list[str]
    why: str
    sectors: dict[str, tuple[str, str]]


class Precondition(TypedDict):
    """What must hold before the levers that need it."""

    name: str
    basis: str
    claims: list[str]
    needed_by: list[str]


class Model(TypedDict):
    """A model of a chapter, and why it speaks to a lever: {lever: why}."""

    name: str
    chapter: str
    why: dict[str, str]


class Tables(TypedDict):
    """All of it, by id; most: how many levers at a time; groups: (title, levers)."""

    most: int
    sectors: dict[str, str]
    groups: list[tuple[str, list[str]]]
    levers: dict[str, str]
    tensions: dict[str, Weighed]
    preconditions: dict[str, Precondition]
    models: dict[str, Model]
    claims: dict[str, str]


class Met(TypedDict):
    """A tension that a lever meets. basis: does the text state it; here:
    does the text state it of this sector?
    """

    tension: str
    basis: str
    here: str


class Outcome(TypedDict):
    """What a set of levers meets in a sector.

    levers stand in the table's order; bites, weak and silent are {lever: tensions}, what the text
    states first; missing are the preconditions that a lever needs and that do not hold; models are
    {model: levers}. A lever, tension or model that has nothing to say is left out.
    """

    sector: str
    levers: list[str]
    bites: dict[str, list[Met]]
    weak: dict[str, list[Met]]
    silent: dict[str, list[Met]]
    missing: list[str]
    models: dict[str, list[str]]


class Setting(TypedDict):
    """A setting of the designer, with its outcome in one line."""

    sector: str
    levers: list[str]
    outcome: str
