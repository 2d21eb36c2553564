"""What is kept of an hour: counts by question and vote, as a page and as CSV. Nobody is in them."""

import csv
import io
import time
from itertools import groupby

from course import _places
from course.interface.templates import template
from course.interface.words import say
from course.live import asked
from course.live.counts import is_number, middle, rows

__all__ = ["counted", "page", "style", "table", "write"]


def _times(room):
    """[(Asked, [Round])] of a room: each time that a question was asked, with its votes."""
    times = []
    for one in room.rounds:
        if one.vote == 1:
            times.append([])
        times[-1].append(one)
    return [(asked.everything()[some[0].question], some) for some in times]


def counted(room):
    """[(Asked, [(vote, of, what, how many)])] of a room: each time that a question was asked."""
    return [(one, rows(one, some)) for one, some in _times(room)]


def _middles(one, votes):
    """{vote: the guess in its middle, in words} of a number; of anything else nothing."""
    if not is_number(one):
        return {}
    found = {each.vote: middle([each]) for each in votes}
    unit = one.public.get("unit", "")
    return {vote: f"{at:g} {unit}".strip() for vote, at in found.items() if at is not None}


def _today():
    now = time.localtime()
    return f"{now.tm_mday} {time.strftime('%B %Y', now)}"


def style():
    """The style of a page of the room that stands alone."""
    return (_places.PACKAGE / "live" / "counts.css").read_text(encoding="utf-8")


def page(room, word, *, base=""):
    """The counts as a page of the room whose path is `base`; without one it stands alone, as a
    file.
    """
    told = [
        (
            one,
            [(vote, list(some)) for vote, some in groupby(rows(one, votes), key=lambda r: r[:2])],
            _middles(one, votes),
            [reason for reason in asked.reasons(one) if reason["right"]],
        )
        for one, votes in _times(room)
    ]
    own = "" if base else style()
    return template("live_counts.html").render(
        told=told, word=word, style=own, base=base, date=_today()
    )


def table(room):
    """The counts as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        [say("live.csv_question"), say("live.csv_vote"), say("live.csv_of"), say("live.csv_answer"),
         say("live.csv_count")]
    )  # fmt: skip
    for one, found in counted(room):
        for vote, of, what, count in found:
            # a spreadsheet takes a text that begins so for a formula
            safe = f"'{what}" if what.startswith(("=", "+", "@")) else what
            writer.writerow([one.id, vote, of, safe, count])
    return out.getvalue()


def write(folder, word, room):
    """Write both into the folder; returns the files."""
    if not room.rounds:
        return []
    stem = f"counts-{time.strftime('%Y-%m-%d-%H%M')}-{word}"
    files = [folder / f"{stem}.html", folder / f"{stem}.csv"]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files[0].write_text(page(room, word), encoding="utf-8", newline="\n")
    files[1].write_text(table(room), encoding="utf-8-sig", newline="")
    return files
