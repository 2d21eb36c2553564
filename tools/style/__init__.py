"""How chapters and pages are written: every offence against the rules of style,
with its place and its cure.
"""

from tools.style import cells, length, pages, prose, verdicts
from tools.style.chapter import chapters
from tools.style.offence import Offence

__all__ = ["Offence", "offences", "report"]


def offences() -> list[Offence]:
    """All that the rules find: of each chapter in turn, then of the pages."""
    found = [
        one
        for chapter in chapters()
        for rule in (*cells.RULES, *prose.RULES, *length.RULES, *verdicts.RULES)
        for one in rule(chapter)
    ]
    return found + [one for rule in (*pages.RULES, *verdicts.OF_ITEMS) for one in rule()]


def report() -> int:
    """Print the offences, one a line; 1 if there is any."""
    found = offences()
    print("\n".join(map(str, found)) or "Chapters and pages keep to the rules of style.")
    return 1 if found else 0
