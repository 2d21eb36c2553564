"""What the reform designer knows, as shapes: `reform.tables` fills them, a page gets them as JSON."""

from typing import TypedDict

__all__ = ["Model", "Precondition", "Tables", "Weighed"]


class Weighed(TypedDict):
    """A tension as the designer weighs it. why: how it differs by sector; sectors: {sector: (force, basis)}."""

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
