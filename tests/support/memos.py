"""A memo in which everything is written, and ways to read what became of it."""

import io
import json

from course import capstone

__all__ = [
    "DAY",
    "HOSTILE",
    "earlier",
    "first_page",
    "full",
    "json_of",
    "of_the_second_year",
    "of_the_third_year",
    "spaced",
    "text_of_document",
]

HOSTILE = (
    "<img src=x onerror=alert(1)></title><script>alert(1)</script> {what} \x00\x1b\ud800 \u202eabc"
)
DAY = "2026-11-24"


# What memos of the first year did not hold, and the criteria by which they were rated.
_LATER = ("own", "bears", "options", "choice", "office", "rows")
_RATED = {"aim": 2, "evidence": 1, "tensions": 0, "step": 3}


def earlier():
    """A memo as it was kept before it had options and a count of the writer's own."""
    first = ("change", "cost", "figures", "tensions", "monday", "doubt")
    memo = full(sections={name: f"Words of {name}." for name in first}, rubric=dict(_RATED))
    return {part: said for part, said in memo.items() if part not in _LATER}


def of_the_second_year():
    """A memo as it was kept before it had the form of an office."""
    return {part: said for part, said in full().items() if part not in ("office", "rows")}


def of_the_third_year():
    """A memo as it was kept before whom it consults was a table."""
    return {part: said for part, said in full().items() if part != "rows"}


def full(country="IND", **changes):
    """A memo in which everything is written."""
    memo = capstone.blank(country) | {
        "figures": ["performance:ge", "performance:cc"],
        "sector": "health",
        "levers": ["contract_out", "devolve"],
        "to": "The Director",
        "from": "Roll 7",
        "what": "requests by members",
        "towards": "a published term",
        "help": "A language tool, grammar.",
        "own": {
            "counted": "repairs within seven days",
            "found": "41",
            "of": "100",
            "when": "nine stations, two weeks of March",
            "source": "The books of the stations, read by the writer.",
            "doubt": "The weeks were dry.",
            "aim": "70",
            "drawn": "lot",
            "stop": "55",
        },
        "office": {
            "file": "W-7/2026",
            "post": "Assistant Director, Water",
            "telephone": "0123",
            "place": "nine stations of one district",
            "decide": "2026-12-14",
            "total": "Rs 15,000 for a month",
            "payer": "contingencies",
            "number": "12-W",
            "dated": "2026-12-15",
            "signer": "The Chief Officer",
            "through": "Deputy Director",
            "rule": "rule 5 of the Rules of Business",
            "power": "the power to post under section 9 of the Act",
            "starts": "2026-12-16",
            "ends": "2027-06-30",
            "saving": "repairs begun before that day",
            "stop": "if more than half come late",
            "copies": "the nine stations",
            "case": "the stations",
        },
        "bears": {
            "performance:ge": "It asks how services are seen.",
            "performance:cc": "It asks of favours.",
        },
        "choice": "b",
        "rows": {
            "asked-1-whom": "Finance (rule 12)",
            "asked-1-when": "2026-11-20",
            "asked-1-said": "It finds the sum.",
            "asked-2-whom": "Law (rule 14)",
            "asked-2-when": "2026-12-09",
            "work-1-title": "A. Writer, A study of wells",
            "work-1-year": "2019",
            "work-1-where": "A journal of water",
        },
    }
    memo |= {
        "options": {
            f"{letter}-{part}": f"{part} of {letter}"
            for letter in "abc"
            for part in capstone.words()["options"]["parts"]
        },
        "sections": {s["id"]: f"Words of {s['id']}.\nMore." for s in capstone.words()["sections"]},
        "rubric": {c["id"]: 2 for c in capstone.words()["rubric"]},
        "answers": {
            e["tension"]: f"We answer {e['tension']}."
            for e in capstone.bites(memo | {"answers": {}})
        },
    }
    return memo | changes


def text_of_document(raw):
    import docx

    made = docx.Document(io.BytesIO(raw))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def spaced(text):
    """With plain spaces in its counts."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def json_of(made):
    return json.dumps(made, ensure_ascii=False)


def first_page(made):
    return made[: next(i for i, block in enumerate(made) if block[0] == "annex")]
