"""Works that the course names by author and year: has each a card that says where it was seen?"""

import json
import re

from sources import ROOT, name, text

from course import paper

# "Downs, A. (1967)", "Becker and Stigler (1974)", "Olken's [experiment](#term-...) (2007)",
# "Tullock, *The Politics of Bureaucracy*, 1965"; not "Oakland, 29 April 1966" nor "1996-2023".
NAMED = re.compile(
    r"(?P<who>[A-Z][^\W\d_]+(?:['-][^\W\d_]+)*)(?:, (?:[A-Z]\. ?)+)?"
    r"(?:(?:,? and |, )(?:others|[A-Z][\w'-]+)(?:, (?:[A-Z]\. ?)+)?)*(?:'s)?"
    r"(?:,? (?:\*[^*]+\*|\"[^\"]+\"|\[[^]]+\]\([^)]+\))(?: \d+)?)?"
    r",? ?\(?(?P<year>1[89]\d\d|20[0-2]\d)\b(?!-\d)"
)
LINKED = re.compile(r"\[[^]\n]*\]\(#work-(\w+)\)")
# What stands before a year and wrote nothing: a date, a law, a report of judgments, a commission
# of the record, a press, a place; and the text itself, with the notes that it prints.
NO_AUTHOR = """
    January February March April May June July August September October November December
    About After Before Between By For From In Of On Since That The To Until
    Act Amendment Business CSS Emergency Indicators Ordinance PLD PLJ
    Court Islington Lee Oakland Pakistan Press Service States
    Ayub Bhutto Governors-General Musharraf Zia Kahlon
"""
NOTE = re.compile(r"[Ee]ndnotes? \d")


def _texts():
    """(place, text) of what a reader is told: chapters, questions, cards, slides, models."""
    for path in sorted((ROOT / "notebooks").glob("[01]*.ipynb")):
        for n, cell in enumerate(json.loads(text(path))["cells"], 1):
            if cell["cell_type"] == "markdown":
                yield f"{name(path)}, cell {n}", "".join(cell["source"])
    data = ROOT / "datasets"
    rooms = [ROOT / "course" / room for room in ("lessons", "models", "charts")]
    for path in sorted(
        [*data.glob("*.yaml"), *data.glob("questions/*.yaml"), *data.glob("slides/*.yaml")]
        + [*data.glob("paper/glossary.csv"), *data.glob("paper/tensions.csv")]
        + [p for room in rooms for p in room.rglob("*.py")]
    ):
        yield name(path), text(path).replace('"\n', " ").replace("''", "'")


def _seen(who, year):
    known = (row["cited_as"] for row in paper.works().values())
    return any(re.search(rf"\b{re.escape(who)}\b", cited) and year in cited for cited in known)


def test_a_named_work_has_a_place_where_it_was_seen():
    """Has each work that a chapter, a question, a card, a slide or a model names by author and
    year a card, which says where it was seen? What the text's own notes name, and what is called
    by its endnote in the same line, was seen there.
    """
    faults = []
    for place, told in _texts():
        for broken in re.split(r"\n\n|\n(?=- )", told):
            line = " ".join(broken.split())
            faults += [
                f"{place}: #work-{key} leads nowhere; name a card that is there"
                for key in LINKED.findall(line)
                if key not in paper.works()
            ]
            faults += [
                f"{place}: {found[0]}): give it a card in datasets/field/works.csv with the place "
                "where it was seen, or take it out"
                for found in NAMED.finditer(LINKED.sub(";", line))
                if found["who"] not in NO_AUTHOR.split()
                if not _seen(found["who"].removesuffix("'s"), found["year"])
                if not NOTE.search(line)
            ]
    assert not faults, "\n".join(faults)
