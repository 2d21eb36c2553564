"""A table's passport, as a student needs it before trusting a number. It has no module: it is paper wherever it is shown."""

from collections.abc import Mapping
from typing import Any

from course import data
from course.interactives.paper import Column, Folded, Paper, Row, Said, Table, facts
from course.interactives.twin import twin

__all__ = ["Source"]


def _uncertainty(passport: Mapping[str, Any]) -> str:
    drawn = [
        f"{', '.join(c for c in (i.get('low'), i.get('high'), i.get('se')) if c)} beside {i['estimate']} ({i['level']})"
        for i in passport["intervals"]
    ]
    none = passport.get("no_interval", "").rstrip(".")
    return ". ".join([*drawn, *filter(None, [none])]) or "None stated; words, not figures"


def _facts(passport: Mapping[str, Any]) -> dict[str, str]:
    licence = ", ".join(item["title"] for item in passport["licenses"])
    told = {
        "Provisional": "Do not rest a verdict on this table alone" if passport["provisional"] else "",
        "Published by": passport["publisher"],
        "Edition": passport["vintage"],
        "How it reached us": passport["provenance"],
        "What was checked": passport["checked"],
        "Uncertainty": _uncertainty(passport),
        "Read with care": passport.get("caution", ""),
        "Licence": f"{licence}: {passport['licence_evidence']}",
        "Under a chart it says": data.source_line(passport["name"]) if "source_line" in passport else "",
    }
    return {name: said.rstrip(".") + "." for name, said in told.items() if said}


class Source:
    """What to know before trusting a number of the table `name`. Raises CourseError, naming the nearest, if unknown."""

    def __init__(self, name: str) -> None:
        self.passport = data.passport(name)

    @property
    def paper(self) -> Paper:
        """The passport's facts, and its columns behind a disclosure."""
        fields = self.passport.get("schema", {}).get("fields", [])
        rows = tuple(Row((Said(f["name"]), Said(f["description"]), Said(f.get("unit", "")))) for f in fields)
        columns = (Column("Column", code=True), Column("Meaning"), Column("Unit"))
        folded = (Folded("Its columns", (Table(columns, rows),)),) if rows else ()
        return Paper((Said(lead=self.passport["title"]), *facts(_facts(self.passport).items()), *folded))

    def __repr__(self) -> str:
        told = _facts(self.passport).items()
        return "\n".join([self.passport["title"], *(f"{name}: {said}" for name, said in told)])

    def _repr_html_(self) -> str:
        return twin(self.paper)
