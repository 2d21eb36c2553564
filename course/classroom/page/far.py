"""How far each step of an assignment is, in a sentence, and whether it is done."""

from datetime import datetime

from course.classroom.cycle import made, naming
from course.classroom.page.standing import Stands
from course.interface.words import say

__all__ = ["minute", "told", "zone"]


def zone() -> str:
    """The time zone of this machine's clock, such as "PKT, UTC+05:00"."""
    now = datetime.now().astimezone()
    name = f"{now:%Z}"
    return name if name == "UTC" else f"{name}, UTC{now.isoformat()[-6:]}"


def minute(at: datetime) -> str:
    """A time to the minute, with its zone."""
    return f"{at:%Y-%m-%d %H:%M %Z}"


def _older(one: Stands, what: str) -> str:
    """That a step's work is older than the marks, and whose; "" if it is not."""
    some = [what] if what else one.old_files
    whose = sorted({who for each in some for who in one.older.get(each, ())})
    if not whose:
        return ""
    return f" {say('class.older', n=len(whose), names=naming.few(whose, 20))}"


def _released(one: Stands) -> str:
    if one.first is None or one.released is None:
        return say("class.not_released")
    first, last = minute(one.first), minute(one.released)
    if first == last:
        return say("class.released", at=last)
    return say("class.released_again", first=first, at=last)


def _given(one: Stands) -> str:
    if not one.written:
        return say("class.given_none")
    if one.by_hand == one.written:
        return say("class.all_by_hand", n=one.written)
    given = say("class.given", n=one.written, given=one.given - one.by_hand)
    return f"{given} {say('class.by_hand', n=one.by_hand)}" if one.by_hand else given


def told(one: Stands) -> dict[str, tuple[str, bool]]:
    """{step: (how far it is, is it done)}."""
    n, fresh = one.came, one.marked - one.stale
    collected = say("class.came", n=n) if n else say("class.came_none")
    if not one.is_collected:
        collected = say("class.not_collected")
    if one.refused:
        names = naming.few(one.refused, 20)
        collected += " " + say("class.left_refused", n=len(one.refused), names=names)
    if one.due and one.first and one.due <= one.first:  # a later release makes nobody late
        early = say("class.due_early")
    else:
        early = say("class.due_past") if one.due and one.due < datetime.now().astimezone() else ""
    released = [_released(one)]
    if one.due:
        released += [say("class.due_at", at=minute(one.due)), *filter(None, [early])]
    reported = one.reported and say("class.reported", at=minute(one.reported))
    return {
        "release": (" ".join(released), one.released is not None),
        "collect": (collected, n > 0 and not one.refused),
        "grade": (
            say("class.marked", n=n, marked=fresh) if n else say("class.marked_none"),
            n > 0 and one.to_mark <= fresh,
        ),
        "mark": (
            say("class.waiting", n=one.waiting) if one.waiting else say("class.no_essays"),
            one.marked > 0 and not one.waiting,
        ),
        "feedback": (
            _given(one) + _older(one, made.PAGES),
            0 < one.marked <= one.given and made.PAGES not in one.older,
        ),
        "report": (
            (reported or say("class.not_reported")) + _older(one, "report"),
            bool(reported) and "report" not in one.older,
        ),
        "export": (
            (say("class.exported", n=one.exported) if one.exported else say("class.exported_none"))
            + _older(one, ""),
            one.exported > 0 and not one.old_files,
        ),
    }
