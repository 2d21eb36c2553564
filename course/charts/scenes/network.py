"""Who is in contact with whom between citizens and the minister, by name; of 100 paths,
how many run through the officer.
"""

from collections.abc import Collection, Iterable

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
    far = _far([*old, *more])

    def tie(a: str, b: str, dash: str = "") -> Tie:
        first, then = (a, b) if far.get(a, 0) >= far.get(b, 0) else (b, a)
        up = far.get(first, 0) > far.get(then, 0)
        tone, thick = ("own", 2) if "officer" in (a, b) else ("quiet", 1.5)
        return Tie(number[first], number[then], tone, thick, dash, end=up)

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
        "key": Said("No tip: both are equally far.", tone="quiet"),
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
