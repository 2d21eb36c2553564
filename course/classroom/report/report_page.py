"""The report as one HTML page that stands alone: no script, no outside address,
every word escaped.
"""

import re

from course.classroom.report import report_items as draws
from course.classroom.report import report_words as words
from course.classroom.report.desk_groups import SMALLEST
from course.classroom.report.flags import EASY, HARD, UNANSWERED, WEAK, WHEN
from course.classroom.sealed import policy
from course.classroom.style import style
from course.interface.templates import template
from course.items import situations
from course.live.counts import FEW

__all__ = ["page"]

_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _limits():
    """The numbers that the report's own words name."""
    shares = {"hard": HARD, "easy": EASY, "unanswered": UNANSWERED}
    told = {name: f"{share:.0%}".replace("%", " %") for name, share in shares.items()}
    return told | {"weak": WEAK, "smallest": SMALLEST}


def page(analysis, *, names=False, hours=(), absent=()):
    """The HTML text of an Analysis and of the hours (hours.py) in the room; students are named only
    with `names`. absent: as in report.write.
    """
    looks = style("report", "report", "report_tables")
    made = template("report.html").render(
        analysis=analysis,
        words=words,
        draws=draws,
        style=looks,
        policy=policy(looks),
        small=analysis.n and analysis.n < words.SMALL,
        named=names,
        hours=hours,
        absent=absent,
        few=FEW,
        whens=WHEN,
        voices=situations.VOICES.values(),
        kinds={item.id: item.kind for item in analysis.items},
        stems={item.id: draws.short(item.stem) for item in analysis.items},
        doubted=words.doubtful(analysis),
        limits=_limits(),
    )
    return _STRANGE.sub("\N{REPLACEMENT CHARACTER}", made)
