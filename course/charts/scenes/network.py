"""Who is in contact with whom between citizens and the minister, by name; of 100 paths,
how many run through the officer.
"""

from collections.abc import Collection, Iterable

from course.charts.pictures.marks import Tone
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.pictures.ties import Node, Tie, Ties

__all__ = ["network"]

# Where each stands: the minister at the top, the officer below, citizens' groups at the foot, each
# ward beside the next; and so that no contact runs over the sign of a third.
_PLACES = {
    "minister": (0.5, 0.0),
    "ministry": (1.0, 0.21),
    "officer": (0.7, 0.16),
    "member 1": (0.0, 0.26),
    "contractor 1": (0.19, 0.46),
    "group 1.1": (0.0, 0.78),
    "group 1.2": (0.09, 1.0),
    "group 1.3": (0.27, 0.92),
    "member 2": (0.33, 0.18),
    "contractor 2": (0.56, 0.55),
    "group 2.1": (0.34, 0.73),
    "group 2.2": (0.46, 0.98),
    "group 2.3": (0.63, 0.91),
    "member 3": (0.8, 0.48),
    "contractor 3": (1.0, 0.66),
    "group 3.1": (0.71, 0.73),
    "group 3.2": (0.81, 1.0),
    "group 3.3": (1.0, 0.86),
}
_SIGNS = {
    "minister": "minister",
    "ministry": "office",
    "officer": "official",
    "member": "ballot",
    "contractor": "contract",
    "group": "citizens",
}
_IDLE: tuple[Tone, float] = ("quiet", 0.75)  # a contact that no request uses
_FEW = 8  # new contacts on a phone: more would hide who stands there
_GROUPS = ("traders", "tenants", "parents")


def network(
    ties: Iterable[tuple[str, str]],
    added: Iterable[tuple[str, str]],
    gone: str | None,
    heard: Collection[str],
    *,
    through: int,
    reach: int,
) -> Scene:
    """ties and those added by lot: pairs of actors; gone: who is taken out; heard: the groups that
    reach the minister.

    Of 100 requests from citizens' groups to the minister, each by a shortest path: through, those
    that the officer carries; reach, those that arrive.
    """
    number = {actor: i for i, actor in enumerate(_PLACES)}
    old, more = list(ties), list(added)
    used, carried = _used([*old, *more], gone)

    def tie(a: str, b: str, dash: str = "") -> Tie:
        first, then = (a, b) if (a, b) in used else (b, a)
        way = (first, then)
        tone, thick = ("own", 2) if way in carried else ("ink", 1.5) if way in used else _IDLE
        return Tie(number[first], number[then], tone, thick, dash, end=way in used)

    joined = [tie(a, b) for a, b in old]
    new = [tie(a, b, "1 4") for a, b in more]
    return {
        "asked": Said(
            "Each group sends requests to the minister by the shortest path. "
            f"Of 100 requests, {through} go through the officer.",
            strong=True,
        ),
        "actors": Ties(
            tuple(_node(actor, gone, heard) for actor in _PLACES),
            (*joined, *new),
            tall=0.88,
            size=24,
            few=_FEW,
            cut=f"Of {len(new)} new contacts, {_FEW} are drawn here.",
        ),
        "key": Said("Arrow: the way of a request. Thin line: a contact that no request uses."),
        "paths": Tally(
            (
                Group(
                    through,
                    "letter",
                    f"{through} of 100: through the officer",
                    by=("official",),
                ),
                Group(reach - through, "letter", f"{reach - through} take other paths", "ink"),
                Group(100 - reach, "letter", f"{100 - reach} do not arrive", "quiet", "struck"),
            ),
            size=14,
            asked=1,
        ),
    }


def _used(
    ties: Iterable[tuple[str, str]], gone: str | None
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Steps, from whom to whom, of the groups' shortest ways to the minister; and those of them on
    ways that pass through the officer.
    """
    ties = [tie for tie in ties if gone not in tie]
    far = _far(ties)
    steps = {
        (a, b) for tie in ties for a, b in (tie, tie[::-1]) if a in far and far[a] == far[b] + 1
    }
    used = _onward({actor for actor in far if actor.startswith("group")}, steps)
    back = {(b, a) for a, b in used}
    after = _onward({"officer"}, used)
    return used, after | {(b, a) for a, b in _onward({"officer"}, back)}


def _onward(start: set[str], steps: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The steps that lead on from any of those at the start."""
    found, rim = set[tuple[str, str]](), start
    while rim:
        new = {step for step in steps if step[0] in rim} - found
        found |= new
        rim = {to for _, to in new}
    return found


def _far(ties: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many ties each is from the minister; nothing of those whom none joins with her."""
    near = dict[str, set[str]]()
    for a, b in ties:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    found, rim = {"minister": 0}, ["minister"]
    for actor in rim:
        for other in near.get(actor, set()) - found.keys():
            found[other] = found[actor] + 1
            rim.append(other)
    return found


def _node(actor: str, gone: str | None, heard: Collection[str]) -> Node:
    kind = actor.split(maxsplit=1)[0]
    x, y = _PLACES[actor]
    name = _GROUPS[int(actor[-1]) - 1] if kind == "group" else actor
    if actor == gone:
        return Node(x, y, _SIGNS[kind], f"no {kind}", "quiet", "outline")
    if kind == "group" and actor not in heard:
        return Node(x, y, _SIGNS[kind], name, "quiet", "outline")
    return Node(x, y, _SIGNS[kind], name, "own" if actor == "officer" else "ink")
