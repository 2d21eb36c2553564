"""Who is in contact with whom between citizens and the minister, by name; of 100 paths,
how many run through the officer.
"""

from collections.abc import Collection, Iterable

from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.pictures.ties import Node, Tie, Ties

__all__ = ["network"]

# Where each stands: the assembly on the left, the ministry on the right, citizens' groups below, a
# ward a column.
_PLACES = {"minister": (0.26, 0.0), "ministry": (0.66, 0.0), "officer": (1.0, 0.21)}
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
for _i, _middle in enumerate((0.02, 0.41, 0.8)):
    _PLACES |= {
        f"member {_i + 1}": (0.02 + 0.34 * _i, 0.2),
        f"contractor {_i + 1}": (_middle + 0.17, 0.5 if _i == 1 else 0.44),
    }
    _PLACES |= {
        f"group {_i + 1}.{_j + 1}": (_middle + dx, y)
        for _j, (dx, y) in enumerate(((-0.05, 0.71), (0.08, 0.98), (0.21, 0.85)))
    }


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

    Of 100 paths from citizens' groups to the minister: through, those that the officer carries;
    reach, those that there are.
    """
    number = {actor: i for i, actor in enumerate(_PLACES)}
    joined = [Tie(number[a], number[b]) for a, b in ties]
    new = [Tie(number[a], number[b], "quiet", 1.5, "1 4") for a, b in added]
    return {
        "actors": Ties(
            tuple(_node(actor, gone, heard) for actor in _PLACES),
            (*joined, *new),
            tall=1.1,
            size=24,
            few=_FEW,
            cut=f"Of {len(new)} new contacts, {_FEW} are drawn here.",
        ),
        "paths": Tally(
            (
                Group(through, "official", f"{through} of 100 paths: through the officer"),
                Group(reach - through, "road", f"{reach - through} take other ways", "ink"),
                Group(100 - reach, "gate", f"{100 - reach} are cut", "quiet", "outline"),
            ),
            size=14,
            asked=1,
        ),
    }


def _node(actor: str, gone: str | None, heard: Collection[str]) -> Node:
    kind = actor.split(maxsplit=1)[0]
    x, y = _PLACES[actor]
    name = _GROUPS[int(actor[-1]) - 1] if kind == "group" else actor
    if actor == gone:
        return Node(x, y, _SIGNS[kind], f"no {kind}", "quiet", "outline")
    if kind == "group" and actor not in heard:
        return Node(x, y, _SIGNS[kind], name, "quiet", "outline")
    return Node(x, y, _SIGNS[kind], name, "own" if actor == "officer" else "ink")
