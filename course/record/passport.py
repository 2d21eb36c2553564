"""What a passport says: the shapes of datasets/datapackage.json,
which datasets/recipe.py checks and `data` reads.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Column",
    "Columns",
    "Document",
    "Interval",
    "Licence",
    "Package",
    "Passport",
    "Recipe",
    "Table",
]


class Licence(TypedDict):
    """Under what a table may be passed on."""

    name: str
    title: str
    path: str


class Interval(TypedDict):
    """Which columns hold the uncertainty of an estimate: its standard error,
    or the two ends of its interval.
    """

    estimate: str
    level: str
    se: NotRequired[str]
    low: NotRequired[str]
    high: NotRequired[str]


class Constraints(TypedDict, total=False):
    """What every cell of a column must keep."""

    required: bool
    unique: bool
    minimum: float
    maximum: float
    enum: list[str]


class Column(TypedDict):
    """A column of a table; unit is that of a number, code the source's own name for it."""

    name: str
    type: Literal["string", "integer", "number"]
    description: str
    unit: NotRequired[str]
    code: NotRequired[str]
    constraints: NotRequired[Constraints]


class Columns(TypedDict):
    """The schema of a table, as Frictionless has it: its columns are called fields."""

    fields: list[Column]
    primaryKey: str | list[str]
    missingValues: NotRequired[list[str]]


class LeftOut(TypedDict):
    """Rows of the source that the table leaves out."""

    where: dict[str, object]
    why: str


class Recipe(TypedDict):
    """The source file from which datasets/recipe.py writes the table."""

    file: str
    sha256: str
    leave_out: NotRequired[list[LeftOut]]
    cells: NotRequired[dict[str, object]]


class _Resource(TypedDict):
    """What to know before trusting it. One of several versions of
    a source has a family and a version.
    """

    name: str
    path: str
    mediatype: str
    encoding: str
    title: str
    publisher: str
    vintage: str
    licenses: list[Licence]
    licence_evidence: str
    provisional: bool
    intervals: list[Interval]
    no_interval: NotRequired[str]
    provenance: str
    checked: str
    caution: NotRequired[str]
    source_line: NotRequired[str]
    family: NotRequired[str]
    version: NotRequired[str]
    recipe: NotRequired[Recipe]
    bytes: int
    hash: str


class Table(_Resource):
    """The passport of a table."""

    format: Literal["csv"]
    schema: Columns


class Document(_Resource):
    """The passport of a document."""

    format: Literal["yaml", "bib"]


Passport: TypeAlias = Table | Document


class Package(TypedDict):
    """The whole file: every resource with its passport."""

    name: str
    title: str
    licenses: list[Licence]
    resources: list[Passport]
