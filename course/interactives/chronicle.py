"""The timeline on paper: the strip of years, and the two accounts as a table."""

from collections.abc import Iterable

from course.charts import bounds
from course.interactives.accounts import Accounts, Dated, Indicators, Period
from course.interactives.paper import Column, Folded, Paper, Row, Said, Table, Years
from course.interface.words import say

__all__ = ["paper"]


def _years(start: int, end: int) -> str:
    return str(start) if start == end else f"{start}\N{EN DASH}{end}"


def _recorded(event: Dated) -> Said:
    """An event of the record. Addresses of sources stay out: a sheet of paper opens none."""
    sources = "; ".join(name for name, _ in event["sources"])
    return Said(f"{event['when']}. {event['says']}", lead=event["event"], quiet=sources)


def _change(content: Accounts, dimension: str, change: str, claims: list[str]) -> str:
    sign, word = content["changes"][change]
    return f"{content['dimensions'][dimension]}: {sign} {word} ({', '.join(claims)})"


def _told(content: Accounts, row: Period) -> tuple[Said, ...]:
    """A period in the text's words, with its claims and changes."""
    words = Said(
        f"({content['kinds'][row['kind']]}) {row['says']}",
        lead=row["label"],
        quiet=", ".join(row["claims"]),
    )
    changes = "; ".join(_change(content, name, *change) for name, change in row["changes"].items())
    return (words, *([Said(quiet=f"{changes}.")] if changes else []))


def _row(content: Accounts, row: Period) -> Row:
    """What the text says of a time, and what the record holds of it; of a case the record alone."""
    record = tuple(map(_recorded, row["record"]))
    cells = (record,) if row["kind"] == "case" else (_told(content, row), record)
    return Row(cells, head=_years(row["start"], row["end"]))


def _table(content: Accounts) -> Table:
    columns = [say("timeline.years"), say("timeline.the_text"), say("timeline.the_record")]
    if not content["layers"]:
        del columns[1]
    return Table(tuple(map(Column, columns)), tuple(_row(content, row) for row in content["rows"]))


def _runs(first: int, values: Iterable[float]) -> list[str]:
    """Years of one value drawn together: 1950-1954: 0.74; indicator.js makes the same of them."""
    runs: list[tuple[int, int, float]] = []
    for year, value in enumerate(values, first):
        if runs and runs[-1][2] == value:
            runs[-1] = (runs[-1][0], year, value)
        else:
            runs.append((year, year, value))
    return [f"{_years(start, end)}: {value:g}" for start, end, value in runs]


def _figures(indicators: Indicators) -> Folded:
    """The indicators in words: years and values, with their source and doubt."""
    lines = tuple(
        Said(
            f"{line['asks']} {'; '.join(_runs(indicators['first'], line['values']))}.",
            lead=line["name"],
        )
        for line in indicators["lines"]
    )
    doubt = Said(f"{indicators['source']}. {indicators['doubt']}")
    return Folded(say("timeline.experts"), (*lines, doubt))


def _drawn(content: Accounts) -> tuple[Years, ...]:
    strip = content.get("strip")
    if not strip:
        return ()
    key = say("timeline.key") if strip["governments"] else say("timeline.key_of_case")
    return (Years(strip, content["rows"], content["title"], key),)


def paper(content: Accounts) -> Paper:
    """The strip, the two accounts side by side, and the figures."""
    bounds.of_strip(len(content["rows"]), len((content.get("strip") or {}).get("lines", ())))
    figures = (_figures(content["indicators"]),) if content["indicators"] else ()
    title = Said(lead=content["title"])
    return Paper((title, *_drawn(content), _table(content), *figures), say("paper.timeline_live"))
