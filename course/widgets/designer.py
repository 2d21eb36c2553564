"""The reform designer: a sector, at most four levers, and what they meet there. No total."""

import gzip
import json
from functools import cache
from html import escape

import traitlets

from course import reform
from course.errors import unknown
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Designer"]

_SIGNS = {"bites": "●", "weak": "○", "silent": "·"}


@cache
def _payload():
    told = json.dumps(reform.tables(), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(told.encode(), 9, mtime=0)


def _item():
    """What the student answers: a design and the argument for it."""
    known = reform.tables()
    return {
        "id": "reform-design",
        "kind": "design",
        "sectors": list(known["sectors"]),
        "levers": list(known["levers"]),
        "most": reform.MOST,
        "claims": ["WF-06", "WF-29", "WF-30"],
    }


class Designer(Asking):
    """Opens in `sector`, or where the student left it. A design that is kept is one line of the answers file."""

    _esm = text.module("designer")
    _css = text.style("designer")

    payload = traitlets.Bytes(help="All that the designer knows, gzipped JSON.").tag(sync=True)
    sector = traitlets.Unicode(help="The sector at the outset.").tag(sync=True)

    def __init__(self, sector="health"):
        if sector not in reform.SECTORS:
            raise unknown("sector", sector, reform.SECTORS)
        self._sector = sector
        super().__init__([_item()])

    @traitlets.default("payload")
    def _pack(self):
        return _payload()

    @traitlets.default("sector")
    def _open(self):
        return self._sector

    def __repr__(self):
        return f"Designer({self._sector!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=designer_twin(), twin={"design": self._sector})


@cache
def designer_twin():
    """The designer on paper: each lever's tensions, with how hard each bites in the six sectors."""
    known = reform.tables()
    sectors = "".join(f"<th scope='col'>{escape(name)}</th>" for name in known["sectors"].values())
    rows = []
    for lever, name in known["levers"].items():
        rows.append(f"<tr><th scope='rowgroup' colspan='7'>{escape(name)}</th></tr>")
        for key, row in known["tensions"].items():
            if row["lever"] == lever:
                forces = "".join(
                    f"<td>{_SIGNS[row['sectors'][sector][0]]}</td>" for sector in known["sectors"]
                )
                judged = "" if row["basis"] == "stated" else " (our judgement)"
                told = f"{key}{judged}: {row['trigger']} → {row['consequence']}"
                rows.append(f"<tr><td>{escape(told)}</td>{forces}</tr>")
    needs = "".join(
        f"<li>{escape(row['name'])} ({escape(', '.join(row['claims']))})</li>"
        for row in known["preconditions"].values()
    )
    return (
        "<p>Levers of reform, and the tensions that each meets: ● bites, ○ mild, · no ground to say. "
        "How hard one bites in a sector is the course's judgement, but for what the text says of law-run and managed fields "
        "(TN-26).</p>"
        f"<table><thead><tr><th scope='col'>Tension</th>{sectors}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"<details><summary>What must be there first</summary><ul>{needs}</ul></details>"
        "<p class='sf-run'><em>To design here, choose Run, then Run All Cells, in the menu above.</em></p>"
    )
