"""The tables of datasets/, each checked against its passport before anyone sees a number.

`load` gives a table, `rows` a table of words without pandas, `text` a document (YAML, BibTeX),
`passport` what to know before trusting any of them, `source_line` the same in the one line that
stands under a chart. `join` puts two tables side by side, and refuses what must not be compared.
"""

import copy
import csv
import hashlib
import io
import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from course import _places
from course.errors import CourseError, unknown
from course.record.passport import Column, Package, Passport, Table

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = [
    "columns",
    "group",
    "join",
    "load",
    "names",
    "parsed",
    "passport",
    "rows",
    "source_line",
    "text",
]

_TYPES = {"string": "str", "integer": "int64", "number": "float64"}


@cache
def _package() -> Package:
    path = _places.datasets() / "datapackage.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError(f"datasets/datapackage.json is missing; {_cure()}.") from None
    except ValueError:
        raise CourseError(f"datasets/datapackage.json is damaged; {_cure()}.") from None


def _cure() -> str:
    if _places.in_clone():
        return "get it back with `git checkout -- datasets`"
    return "install the course again with `pip install --force-reinstall --no-deps steel-frame`"


def names() -> list[str]:
    """Names of all resources, in the order of datapackage.json."""
    return [resource["name"] for resource in _package()["resources"]]


def _resource(name: str) -> Passport:
    for resource in _package()["resources"]:
        if resource["name"] == name:
            return resource
    raise unknown("table", name, names())


def passport(name: str) -> Passport:
    """What datapackage.json says of a resource: publisher, provenance, checked, licence, columns,
    hash.

    The dict is a copy: changing it changes nothing. Raises CourseError for an unknown name.
    """
    return copy.deepcopy(_resource(name))


def _content(resource: Passport) -> str:
    """The resource's text after its hash was checked; line ends are those of the hash (LF)."""
    where = f"datasets/{resource['path']}"
    try:
        raw = (_places.datasets() / resource["path"]).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        raise CourseError(f"{where} is missing or cannot be read; {_cure()}.") from None
    if resource["format"] == "csv":
        _check_header(raw, resource, where)
    if "sha256:" + hashlib.sha256(raw).hexdigest() != resource["hash"]:
        raise CourseError(
            f"{where} is damaged or was changed (its sha256 is not the one in "
            f"datapackage.json); {_cure()}, "
            "or, if the change is meant, run `python datasets/recipe.py --hashes`."
        )
    return raw.decode("utf-8")


def _check_header(raw: bytes, table: Table, where: str) -> None:
    found = raw.split(b"\n", 1)[0].decode("utf-8", "replace").split(",")
    wanted = [field["name"] for field in table["schema"]["fields"]]
    missing, extra = [c for c in wanted if c not in found], [c for c in found if c not in wanted]
    if missing or extra:
        faults = [f"lacks the column {', '.join(missing)}"] if missing else []
        faults += [f"has an unknown column {', '.join(extra)}"] if extra else []
        raise CourseError(f"{where} {' and '.join(faults)}; {_cure()}.")


def text(name: str) -> str:
    """A document as one string, hash checked. Raises CourseError
    with the cure if it is damaged or missing.
    """
    return _content(_resource(name))


def parsed(text: str, where: str) -> Any:  # noqa: ANN401 each file has a shape of its own
    """What a YAML text says. Raises CourseError that names `where` and the line,
    if it is not YAML.
    """
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 both are the safe loader
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise CourseError(
            f"{where} is not YAML at line {line}; mend its indentation or quotes there."
        ) from None


def _table_of(name: str) -> Table:
    resource = _resource(name)
    if resource["format"] != "csv":
        raise CourseError(
            f"{name!r} is a document, not a table; read it with course.record.data.text({name!r})."
        )
    return resource


def columns(name: str) -> list[Column]:
    """What the passport says of each column of a table: its meaning, its unit.
    Raises CourseError for a document.
    """
    return copy.deepcopy(_table_of(name)["schema"]["fields"])


def _csv(name: str) -> io.StringIO:
    return io.StringIO(_content(_table_of(name)))


def rows(name: str) -> list[dict[str, str]]:
    """A table as a list of dicts of text, hash and columns checked: for tables of words,
    at once and without pandas.
    """
    return list(csv.DictReader(_csv(name)))


@cache
def _table(name: str) -> "DataFrame":
    import pandas as pd

    types = {field["name"]: _TYPES[field["type"]] for field in _table_of(name)["schema"]["fields"]}
    strings = [column for column, kind in types.items() if kind == "str"]
    table = pd.read_csv(
        _csv(name), dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8"
    )
    table = table.fillna(dict.fromkeys(strings, ""))
    table.attrs["tables"] = [name]
    return table


def load(name: str) -> "DataFrame":
    """A table as a typed pandas DataFrame (a fresh copy), its hash and columns checked.

    Units and meaning of each column: `columns(name)`. Empty cells are NaN in numbers and "" in
    text. Raises CourseError, one sentence with the cure, if the file is missing, damaged or has
    other columns.
    """
    return _table(_resource(name)["name"]).copy()


def source_line(*tables: str) -> str:
    """The line under a chart that says how the figures of these tables reached us;
    a provisional one says so.
    """
    lines: list[str] = []
    for name in tables:
        resource = _resource(name)
        lines.append(
            resource.get("source_line", resource["title"])
            + (" (provisional)" if resource["provisional"] else "")
        )
    return "; ".join(dict.fromkeys(lines))


def group(name: str) -> list[str]:
    """Country codes (iso3) of a group, such as "south-asia" or "ics", sorted. Raises CourseError
    for an unknown one.
    """
    members: dict[str, list[str]] = {}
    for row in rows("countries"):
        for word in filter(None, row["groups"].split(";")):
            members.setdefault(word, []).append(row["iso3"])
    if name not in list(members):
        raise unknown("group of countries", name, members)
    return sorted(members[name])


def _tables(frame: "DataFrame") -> list[str]:
    found = getattr(frame, "attrs", {}).get("tables")
    if not found:
        raise CourseError(
            "A table to be joined must come from course.record.data.load, so that its version "
            "is known; load it anew."
        )
    return found


def join(
    left: "DataFrame", right: "DataFrame", on: Sequence[str] = ("iso3", "year")
) -> "DataFrame":
    """Two loaded tables side by side, on country and year unless told otherwise; rows that both
    have.

    left and right are DataFrames from `load` (rows and columns may have been selected). Raises
    CourseError, with the reason, if they hold two versions of one source: V-Dem measures each
    version anew, so that figures of two versions differ though nothing happened.
    """
    tables = list(dict.fromkeys(_tables(left) + _tables(right)))
    versions: dict[str | None, Passport] = {}
    for name in tables:
        resource = _resource(name)
        family = resource.get("family")
        other = versions.setdefault(family, resource)
        if family and other.get("version") != resource.get("version"):
            raise CourseError(
                f"{other['name']} and {name} are two versions of one source, each measured "
                "anew: a difference between them "
                "may be no event at all. Take both columns from one version."
            )
    joined = left.merge(right, on=list(on), how="inner", suffixes=("", f" ({_tables(right)[0]})"))
    joined.attrs["tables"] = tables
    return joined
