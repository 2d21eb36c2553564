"""Which claims of the paper the chapters teach, cite, assess or leave out,
read from the chapters themselves.
"""

import json
import re
from dataclasses import dataclass

from course import _places, paper
from course.items import questions

__all__ = ["PLAN", "Standing", "coverage", "lettered", "report"]

# chapter -> the sections of the paper, by the prefix of their claims, that it is to teach
PLAN = {
    "00": ("ABS", "INT"),
    "01": ("CG",),
    "02": ("NPM",),
    "03": ("GOV",),
    "04": ("RS",),
    "05": ("PKH",),
    "06": ("PKB",),
    "07": ("WF",),
    "08": ("BD", "SK", "CON"),
}
_LINK = re.compile(r"\]\(#claim-([^)]+)\)")


@dataclass(frozen=True)
class Standing:
    """Where one claim stands: chapters (by number) that teach it, that only cite it,
    that leave it out, and questions.
    """

    claim: str
    owner: str
    taught: tuple[str, ...]
    cited: tuple[str, ...]
    left_out: tuple[str, ...]
    assessed: tuple[str, ...]

    @property
    def open(self):
        """Is it neither taught nor left out with a reason?"""
        return not self.taught and not self.left_out


def lettered():
    """The paper's 44 lettered items, CG-a to SK-j, in its order."""
    return [c for c in paper.claims() if re.fullmatch(r"(CG|NPM|GOV|PKB|SK)-[a-z]", c)]


def _owner(claim):
    prefix = claim.split("-")[0]
    return next(chapter for chapter, prefixes in PLAN.items() if prefix in prefixes)


def _links(path):
    """(claims in the body, claims under "What we left out") of a chapter."""
    book = json.loads(path.read_text(encoding="utf-8"))
    text = "\n\n".join("".join(c["source"]) for c in book["cells"] if c["cell_type"] == "markdown")
    body, _, rest = text.partition("## What we left out")
    return set(_LINK.findall(body)), set(_LINK.findall(rest.partition("## Sources")[0]))


def coverage():
    """{claim id: Standing}, in the order of the paper."""
    links = {
        p.name[:2]: _links(p)
        for p in sorted(_places.shipped_notebooks().glob("[0-9][0-9]-*.ipynb"))
    }
    items = [item for chapter in questions.chapters() for item in questions.of_chapter(chapter)]
    found = {}
    for claim in paper.claims():
        owner = _owner(claim)
        standing = [chapter for chapter, (body, _) in links.items() if claim in body]
        found[claim] = Standing(
            claim,
            owner,
            taught=tuple(c for c in standing if c == owner),
            cited=tuple(c for c in standing if c != owner),
            left_out=tuple(chapter for chapter, (_, out) in links.items() if claim in out),
            assessed=tuple(item["id"] for item in items if claim in item["claims"]),
        )
    return found


def report():
    """The coverage as plain text, a line a chapter; what is not yet taught is counted,
    and its lettered items named.
    """
    rows = coverage()
    lines = ["chapter  claims  taught  cited elsewhere  assessed  left out  not yet"]
    for chapter, prefixes in PLAN.items():
        own = [s for s in rows.values() if s.owner == chapter]
        counts = [len(own)] + [
            sum(bool(getattr(s, w)) for s in own)
            for w in ("taught", "cited", "assessed", "left_out", "open")
        ]
        lines.append(
            "{:7}  {:6}  {:6}  {:15}  {:8}  {:8}  {:7}".format(chapter, *counts)
            + f"   {', '.join(prefixes)}"
        )
    waiting = [c for c in lettered() if rows[c].open]
    lines.append(f"Lettered items taught: {len(lettered()) - len(waiting)} of {len(lettered())}.")
    if waiting:
        lines.append(f"Not yet taught: {', '.join(waiting)}.")
    return "\n".join(lines)
