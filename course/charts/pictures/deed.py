"""Who does what, as a sentence in signs: who stands before an arrow, the verb stands on it,
and behind it what comes of it, counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import GAP, TEXT, Laid, Mark, Rule, Sign, Tone, Word, near, wide
from course.charts.pictures.places import Pile
from course.charts.pictures.said import lines_of
from course.charts.pictures.tally import Group, Limit

__all__ = ["Deed", "laid"]

_LINE = TEXT + 6
_ACTOR, _KEY, _CROSS = 28, TEXT + 2, 16  # who; the sign of a key; the end of an arrow that is cut
_MIDDLE, _OVER = 21, 15  # how far down the arrow runs, and the foot of its verb
# From this width on there is more room before the arrow, and on it; below it many signs stand
# under both.
_BROAD, _MANY = 440, 40
_BESIDE = 120  # the least room of words beside signs


@dataclass(frozen=True)
class Deed:
    """by: who, in signs; who: their word; verb: what they do; cut: they do not, which a cross at
    the end of the arrow says; groups: what comes of it (nothing is drawn, if there are none).

    size: of a sign there; tone: of the arrow; limits and asked: as in a Tally.
    """

    by: tuple[Pile, ...]
    who: str
    verb: str
    groups: tuple[Group, ...]
    size: float = 18
    tone: Tone = "ink"
    cut: bool = False
    limits: tuple[Limit, ...] = ()
    asked: float = 0
    band: str = "deed"


def laid(band: Deed, width: float) -> Laid:
    """The marks at a width: of several deeds the arrows begin and end at the same places."""
    if not band.groups:
        return Laid((), 0)
    who, verb = (104, 92) if width >= _BROAD else (78, 74)
    marks = [*_actors(band, who), *_arrow(band, who, verb)]
    foot = _ACTOR + (TEXT + 5 if band.who else 2)
    left, count = who + verb + GAP, sum(group.n for group in band.groups)
    if width < _BROAD and count > _MANY:
        key = [*_key(band, left, width - left, 4, limits=False)]
        top = max(foot, _end(key)) + 4.0
        size = floor((width - GAP) / 20) - 2
        placed, high = _things(band, 0, top, size, 20)
        key += _key(band, 0, width, high + 4, groups=False)
        return Laid((*marks, *placed, *key), near(max(high, _end(key))))
    room = width - left
    size = floor(min(band.size, room / max(1, min(count, 10)) - 2))
    top = max(0.0, _MIDDLE - size / 2)
    ten = 10 * (size + 2) + GAP
    longest = min(max(wide(group.word) for group in band.groups), _BESIDE)
    tens = next((k for k in (2, 1) if k * ten + longest <= room), 0)
    row_of = 10 * (tens or max(1, floor((room + GAP) / ten)))
    placed, high = _things(band, left, top, size, row_of)
    used = min(count, row_of)
    after = left + used * (size + 2) + max(0, floor((used - 1) / 10)) * GAP + GAP
    words: list[Mark] = []
    if after + longest <= width:
        first = top + (size - TEXT) / 2 - 2
        words = [*_beside(band, after, width, first, (size + 2, row_of))]
        high = max(high, _end(words))
    key = [*_key(band, left, room, high + 4, groups=not words)]
    return Laid((*marks, *placed, *words, *key), near(max(foot, high, _end(key))))


def _end(marks: list[Mark]) -> float:
    """Where words end downward."""
    return max((mark.y + 6 for mark in marks if isinstance(mark, Word)), default=0)


def _things(
    band: Deed, left: float, top: float, size: float, row_of: int
) -> tuple[list[Mark], float]:
    """What comes of it, counted, with the lines of limits; and where it ends downward."""
    step = size + 2
    marks: list[Mark] = []
    at = 0
    for group in band.groups:
        for place in range(at, at + group.n):
            along = place % row_of
            x, y = left + along * step + floor(along / 10) * GAP, floor(place / row_of) * step
            marks.append(Sign(group.sign, near(x), near(top + y), size, group.tone, group.look))
        at += group.n
    for limit in band.limits:
        behind = min(limit.at, at)
        row = max(0, -floor(-behind / row_of) - 1)  # not at the beginning of the next
        along = behind - row * row_of
        x = near(left + along * step - 1 + max(0, -floor(-along / 10) - 1) * GAP)
        y = top + row * step
        marks.append(Rule(x, near(y - 3), x, near(y + step + 1), "ink", 2, limit.dash))
    return marks, top - floor(-at / row_of) * step


def _beside(
    band: Deed, left: float, width: float, first: float, rows: tuple[float, int]
) -> Iterator[Mark]:
    """The words of each group, from its first row on. first: where words of the first row begin;
    rows: how far one is from the next, and how many signs it holds.
    """
    step, row_of = rows
    at, free = 0, 0.0
    for group in band.groups:
        if group.word:
            y = max(free, first + floor(at / row_of) * step)
            for line in lines_of(group.word, width - left):
                yield Word(line, near(left), near(y + TEXT), "start", group.tone, True)
                y += _LINE
            free = y
        at += group.n


def _actors(band: Deed, who: float) -> list[Mark]:
    """Who does it, with their word below."""
    each = [pile for pile in band.by for _ in range(pile.n)]
    size = min(_ACTOR, floor(who / max(1, len(each))) - 2)
    start = (who - len(each) * (size + 2)) / 2
    marks: list[Mark] = [
        Sign(
            pile.sign,
            near(start + i * (size + 2)),
            near((_ACTOR - size) / 2),
            size,
            pile.tone,
            pile.look,
        )
        for i, pile in enumerate(each)
    ]
    marks.append(Word(band.who, near(who / 2), near(_ACTOR + TEXT), "middle"))
    return marks


def _arrow(band: Deed, who: float, verb: float) -> list[Mark]:
    """From who does it to what comes of it, with the verb on it; cut, it ends at a cross."""
    if not band.verb:
        return []
    end = who + verb - 2
    stop = end - _CROSS if band.cut else end
    marks: list[Mark] = [
        Rule(near(who + 4), _MIDDLE, near(stop), _MIDDLE, band.tone, 2, end=not band.cut),
        Word(band.verb, near(who + verb / 2), _OVER, "middle", band.tone),
    ]
    if band.cut:
        top = near(_MIDDLE - _CROSS / 2)
        marks.append(Sign("cross", near(end - _CROSS), top, _CROSS, band.tone))
    return marks


def _key(
    band: Deed, left: float, room: float, y: float, *, groups: bool = True, limits: bool = True
) -> Iterator[Mark]:
    """The words of groups that have no room beside them, and of limits."""
    alone = len([group for group in band.groups if group.word]) == 1
    for group in band.groups if groups else ():
        if group.word:
            x = left if alone else left + _KEY + GAP
            if not alone:
                yield Sign(group.sign, near(left), near(y), _KEY, group.tone, group.look)
            for line in lines_of(group.word, left + room - x):
                yield Word(line, near(x), near(y + TEXT - 1), "start", group.tone, True)
                y += _LINE
    for limit in band.limits if limits else ():
        across = near(left + _KEY / 2)
        yield Rule(across, near(y - 1), across, near(y + TEXT + 3), "ink", 2, limit.dash)
        for line in lines_of(limit.word, room - _KEY - GAP):
            yield Word(line, near(left + _KEY + GAP), near(y + TEXT - 1))
            y += _LINE
