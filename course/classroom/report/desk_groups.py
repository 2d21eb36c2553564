"""The class at the Desk: how many chose each way, only among those who ticked to share,
only in groups of five or more.
"""

from dataclasses import dataclass

from course.classroom.exports.public import SHARE
from course.items import kinds, situations

__all__ = ["SMALLEST", "Situation", "counted"]

SMALLEST = 5


@dataclass(frozen=True)
class Situation:
    """One situation: groups is {voice: how many}, None for one that is not shown."""

    id: str
    sitting: str
    dilemma: str
    groups: dict


def _whole(lines):
    return [line for line in lines if isinstance(line, dict) and isinstance(line.get("item"), str)]


def _shares(lines):
    """Does the newest word on sharing say yes: option 0, or ticked?"""
    said = [line.get("answer") for line in _whole(lines) if line["item"] == SHARE["id"]]
    newest = said[-1] if said else None
    return newest in (0, [0]) and not isinstance(newest, bool | float)


def _shown(counts):
    """{voice: count}, None for a group under SMALLEST. A single such group could be had by
    subtraction, so another goes too.
    """
    small = {voice for voice, n in counts.items() if n < SMALLEST}
    if len(small) == 1:
        small.add(min((n, voice) for voice, n in counts.items() if voice not in small)[1])
    return {voice: None if voice in small else n for voice, n in counts.items()}


def counted(answers, shared=None):
    """A tuple of Situation in the order of the sittings, of those that have a group to show.

    answers: {student: answer lines}; shared: the students who share, or None to read it from their
    answers. The newest decision in a situation counts. No total is given, since it would tell what
    a group too small to show holds.
    """
    sharing = [
        s for s, lines in answers.items() if (_shares(lines) if shared is None else s in shared)
    ]
    known = {
        item["id"]: item
        for name in situations.SITTINGS
        for item in situations.sitting(name)["situations"]
    }
    chosen = {}
    for student in sharing:
        for line in _whole(answers[student]):
            item = known.get(line["item"])
            if item and kinds.of(item).is_answer(line.get("answer")):
                chosen[student, line["item"]] = line["answer"]
    shown = []
    for sitting in situations.SITTINGS:
        for item in situations.sitting(sitting)["situations"]:
            counts = dict.fromkeys(situations.VOICES, 0)
            for student in sharing:
                answer = chosen.get((student, item["id"]))
                if answer is not None:
                    counts[item["options"][answer["option"]]["lens"]] += 1
            groups = _shown(counts)
            if any(groups.values()):
                shown.append(Situation(item["id"], sitting, item["dilemma"], groups))
    return tuple(shown)
