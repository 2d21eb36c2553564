"""Fetch what the class handed in: of each student's newest sound
hand-in the files of the sheet, and no others.
"""

import json

from course.classroom.cycle import inbound, naming, roll, stamps, ways
from course.classroom.cycle.grader import Grader
from course.classroom.cycle.told import Told
from course.classroom.cycle.whole import write_file, write_folder
from course.errors import CourseError
from course.interface.words import say

__all__ = [
    "Collector",
    "after_feedback",
    "collect",
    "forget",
    "given_at",
    "is_known",
    "keep",
    "records",
    "their_own",
]

_TRIED = 20  # as many hand-ins of one student are tried, the newest first, until one is sound


def _record_file(folder, name):
    return folder.path / "collected" / f"{name}.json"


def records(folder, name):
    """{student: {"folder", "changed", "at"}} of what `collect` itself fetched. What cannot be read
    counts as nothing.
    """
    try:
        content = json.loads(_record_file(folder, name).read_text(encoding="ascii"))
    except (OSError, ValueError, RecursionError):
        return {}
    return (
        {s: one for s, one in content.items() if isinstance(one, dict)}
        if isinstance(content, dict)
        else {}
    )


def forget(folder, name, students):
    """Let what came from these students another way stand for itself: no record says any more that
    it was fetched, or refused.
    """
    for path, held in (
        (_record_file(folder, name), records(folder, name)),
        (roll.refused_file(folder, name), roll.refused(folder, name)),
    ):
        if held.keys() & set(students):
            left = {who: one for who, one in held.items() if who not in students}
            write_file(path, json.dumps(left, indent=1))


def is_known(folder, name, student, kept=None):
    """May a submission be marked? Not one that came over the exchange (it has a secret) past
    `collect`, which asks whose it is.
    """
    secret = folder.place("submitted", student, name) / inbound.SECRET
    return not secret.is_file() or student in (records(folder, name) if kept is None else kept)


def collect(folder, name, *, dry_run=False):
    """Fetch every student's newest submission into submitted/.
    One that cannot be fetched does not stop the others.
    """
    folder.assignment(name)
    told = Told(folder, "collect", name)
    with told.underway(f"Collecting {name}: starting nbgrader", 1) as bar:
        grader = Grader(folder)
        bar.step()
    if grader.exchange is None:
        if ways.is_on_page():
            raise CourseError(say("class.collect_bring", bring=say("class.bring")))
        place = folder.place("submitted", "amina", name)
        raise CourseError(say("class.collect_by_hand", place=place))
    with inbound.opened(grader.exchange, folder.course, shared=grader.is_shared) as place:
        found, odd = inbound.entries(place, name) if place is not None else ([], [])
        if dry_run:
            return [f"Would collect from {len({one.student for one in found})} students."]
        came = found
        if grader.checks_owner:
            found = their_own(found, told)
        elif found:
            told.append(
                "Nobody checked whose the hand-ins are, since nbgrader_config.py says "
                "check_owner = False: any student "
                "could have handed in under any name."
            )
        _tell_odd(told, odd)
        collector = Collector(folder, name, place, told)
        collector.refused = {
            one.student: f"what came under this name belongs to the system user {one.owner}"
            for one in came
            if one not in found
        }
        collector.fetch_all(found)
    told.append(
        f"{len(folder.students('submitted', name))} submissions of {name} are {ways.here()}."
    )
    return told


def their_own(found, told):
    """Those of the HandedIn that belong to the student whose name they bear;
    a sentence for each who owns others.
    """
    foreign = [one for one in found if one.owner != one.student]
    for owner in sorted({one.owner for one in foreign}):
        names = sorted({one.student for one in foreign if one.owner == owner})
        told.fault(
            "Not collected, since it may be forged: what came under the name of "
            f"{naming.few(names)} belongs to the system user {owner}; ask "
            f"{naming.few(names)} for a hand-in of their own. (Where all students are "
            "one system user, nobody can "
            "tell whose a hand-in is: take answers.jsonl back in another way.)"
        )
    return [one for one in found if one.owner == one.student]


def _tell_odd(told, odd):
    if odd:
        told.fault(
            f"Left alone {ways.on_exchange()}, since no student can have such a name: "
            f"{naming.few([*map(naming.shown, odd)])}."
        )


class Collector:
    """Fetches into one class folder what lies in an opened inbound folder. kept: see `records`;
    refused: {student: why} of what is not taken this time.
    """

    def __init__(self, folder, name, place, told):
        self.folder, self.name, self.place, self.told = folder, name, place, told
        self.kept = records(folder, name)
        self.given = given_at(folder, name)
        self.refused = {}

    def fetch_all(self, found):
        """Each student's newest of the HandedIn, which come newest first; and a record of it."""
        by_student = {}
        for one in found:
            by_student.setdefault(one.student, []).append(one)
        with self.told.underway(f"Collecting {self.name}", len(by_student)) as bar:
            for student in sorted(by_student):
                with self.told.apart(student):
                    self._fetch(student, by_student[student])
                bar.step()
        write_file(roll.refused_file(self.folder, self.name), json.dumps(self.refused, indent=1))

    def _fetch(self, student, found):
        """The newest hand-in that is sound, of one student. What is refused on the way is told."""
        came = self.folder.place("submitted", student, self.name)
        for one in self._in_order(student, found)[:_TRIED]:
            ours = {"folder": one.folder, "changed": one.changed}
            if came.is_dir() and ours.items() <= self.kept.get(student, {}).items():
                return
            try:
                taken = inbound.take(self.place, one, self.name)
            except CourseError as fault:
                self.refused.setdefault(student, str(fault))
                self.told.fault(
                    f"{student} was not collected: {fault}; ask {student} to hand in again."
                )
                continue
            if self._is_older(student, taken):
                return
            if _is_newer(came, taken, is_ours=student in self.kept):
                self._keep(student, taken)
                self.kept[student] = ours | {"at": stamps.written(taken.at)}
                # at once: whoever is stopped after this student need not fetch this one again
                write_file(_record_file(self.folder, self.name), json.dumps(self.kept, indent=1))
            return
        if found[_TRIED:]:
            self.told.fault(
                f"{student}: {len(found) - _TRIED} more hand-ins, all older, were not looked at."
            )

    def _in_order(self, student, found):
        """The newest first. Where names and clocks contradict each other, a name is no witness:
        the answers are.
        """
        doubted = [one for one in found if one.is_doubtful]
        if len(found) == 1 or not doubted:
            return found
        found = sorted(found, key=lambda one: (one.answered, one.at, one.folder), reverse=True)
        self.told.append(
            f"{student}: of {len(found)} hand-ins, {len(doubted)} have a name that contradicts "
            "the clock of the system, so "
            "somebody may have renamed one; the one whose answers were written last "
            f"({_minute(found[0].answered)}) counts; "
            f"ask {student} whether that is right."
        )
        return found

    def _is_older(self, student, taken):
        """Is it older than what was fetched before, which then stays? That is told."""
        there = stamps.parsed(str(self.kept.get(student, {}).get("at", "")))
        came = self.folder.place("submitted", student, self.name)
        if there is None or not came.is_dir() or taken.at >= there:
            return False
        self.told.append(
            f"{student}: what can be taken from {ways.exchange()} now is of "
            f"{taken.at:%Y-%m-%d %H:%M} UTC, older than what was fetched "
            f"before, of {there:%Y-%m-%d %H:%M} UTC, which stays and counts; ask {student} "
            "which it should be."
        )
        return True

    def _keep(self, student, taken):
        said = keep(self.folder, self.name, student, taken.files)
        self.told.extend(f"{student}: {note}." for note in taken.notes)
        self.told.extend(said + after_feedback(self.given, student, taken.at))


def keep(folder, name, student, files):
    """Write the files as submitted/STUDENT/NAME, in one move; returns a sentence if there was a
    hand-in before, of which a copy stays.
    """
    came = folder.place("submitted", student, name)
    copy = folder.keep_copy(came)
    write_folder(came, files)
    if copy is None:
        return []
    there = copy.relative_to(folder.path)
    return [f"{student} handed in again; the newer one counts, the older is in {there}."]


def after_feedback(given, student, at):
    """A sentence if somebody had feedback before the student handed in. given: as `given_at`."""
    before = [who for who, when in given.items() if when < at.timestamp()]
    if not before:
        return []
    given_to = f"{_minute(at)}, after feedback was given to {naming.few(before)}"
    return [f"{student} handed in at {given_to}; whether that counts is yours to say."]


def given_at(folder, name):
    """{student: seconds since 1970} of when feedback was first written for those who have it."""
    pages = {
        student: [page.stat().st_mtime for page in place.glob("*.html")]
        for student, place in folder.students("feedback", name).items()
    }
    return {student: min(times) for student, times in pages.items() if times}


def _minute(at):
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _is_newer(came, taken, *, is_ours):
    """Does it replace what is there? A lecturer may have put a newer one there by hand,
    which holds no secret.
    """
    if is_ours or not came.is_dir() or (came / inbound.SECRET).exists():
        return True
    stamp = came / inbound.STAMP
    there = (
        stamps.parsed(stamp.read_text(encoding="utf-8", errors="replace"))
        if stamp.is_file()
        else None
    )
    return (there.timestamp() if there else came.stat().st_mtime) < taken.at.timestamp()
