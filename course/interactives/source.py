"""A table's passport, as a student needs it before trusting a number. It has no module:
it is paper wherever it is shown.
"""

from course.interactives.paper import Column, Folded, Paper, Row, Said, Table, facts
from course.interactives.twin import twin
from course.interface.words import say
from course.record import data
from course.record.passport import Passport

__all__ = ["Source"]


def _uncertainty(passport: Passport) -> str:
    drawn = [
        say(
            "source.beside",
            bounds=", ".join(c for c in (i.get("low"), i.get("high"), i.get("se")) if c),
            estimate=i["estimate"],
            level=i["level"],
        )
        for i in passport["intervals"]
    ]
    none = passport.get("no_interval", "").rstrip(".")
    return ". ".join([*drawn, *filter(None, [none])]) or say("source.none_stated")


def _facts(passport: Passport) -> dict[str, str]:
    licence = ", ".join(item["title"] for item in passport["licenses"])
    told = {
        say("source.provisional"): say("source.not_alone") if passport["provisional"] else "",
        say("source.publisher"): passport["publisher"],
        say("source.edition"): passport["vintage"],
        say("source.provenance"): passport["provenance"],
        say("source.checked"): passport["checked"],
        say("source.uncertainty"): _uncertainty(passport),
        say("source.caution"): passport.get("caution", ""),
        say("source.licence"): f"{licence}: {passport['licence_evidence']}",
        say("source.line"): data.source_line(passport["name"]) if "source_line" in passport else "",
    }
    return {name: said.rstrip(".") + "." for name, said in told.items() if said}


class Source:
    """What to know before trusting a number of the table `name`. Raises CourseError,
    naming the nearest, if unknown.
    """

    def __init__(self, name: str) -> None:
        self.passport = data.passport(name)

    @property
    def paper(self) -> Paper:
        """The passport's facts, and its columns behind a disclosure."""
        fields = self.passport["schema"]["fields"] if self.passport["format"] == "csv" else []
        rows = tuple(
            Row((Said(f["name"]), Said(f["description"]), Said(f.get("unit", "")))) for f in fields
        )
        columns = (
            Column(say("source.column"), code=True),
            Column(say("source.meaning")),
            Column(say("source.unit")),
        )
        folded = (Folded(say("source.columns"), (Table(columns, rows),)),) if rows else ()
        return Paper(
            (Said(lead=self.passport["title"]), *facts(_facts(self.passport).items()), *folded)
        )

    def __repr__(self) -> str:
        told = _facts(self.passport).items()
        return "\n".join([self.passport["title"], *(f"{name}: {said}" for name, said in told)])

    def _repr_html_(self) -> str:
        return twin(self.paper)
