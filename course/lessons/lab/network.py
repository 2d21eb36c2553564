"""Who stands between citizens and the minister (M11): three wirings of the same actors,
more ties, one actor gone.
"""

from functools import cache
from math import fsum

from course.charts.network import network as draw
from course.charts.scenes.network import network as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import network as model

__all__ = ["network"]

_DRAWS = 40
_EXTRA = list(range(0, 31, 3))
_WIRINGS = {"tree": "classic tree", "star": "star of contractors", "mesh": "mesh with a broker"}
_TAKEN = {
    "nobody": "nobody",
    "ministry": "the ministry",
    "officer": "the officer",
    "member 1": "the member for ward 1",
    "contractor 1": "the contractor in ward 1",
}
_HEARD = "still heard"
_GROUPS = [f"group {ward}.{i}" for ward in (1, 2, 3) for i in (1, 2, 3)]
_KINDS = {  # the name of each curve, and whose it is
    "busiest member": [f"member {i}" for i in (1, 2, 3)],
    "busiest contractor": [f"contractor {i}" for i in (1, 2, 3)],
    "ministry": ["ministry"],
    "officer": ["officer"],
}


_arranged = cache(model.arrangement)


@cache
def _lots(wiring, seed):
    return model.lots(_arranged(wiring), seed, closed=("minister",))


@cache
def _drawn(wiring, extra, seed):
    return model.with_ties(_arranged(wiring), _lots(wiring, seed)[:extra])


@cache
def _network(wiring, taken, extra, seed=0):
    whole = _drawn(wiring, extra, seed)
    return whole if taken == "nobody" else model.without(whole, taken)


def _row(found):
    """Of one network, in per cent: what the busiest of each kind carries, then who is heard;
    last the mean path.
    """
    shares, heard, length = found
    most = [
        max([shares[actor] for actor in kind if actor in shares], default=0)
        for kind in _KINDS.values()
    ]
    return [*(100 * share for share in most), 100 * heard], length


@cache
def _averages(wiring, taken):
    """({curve: per cent at each number of extra ties}, the mean path at each,
    None where no draw has one).
    """
    rows, lengths = [], []
    for extra in _EXTRA:
        drawn = [
            _row(model.carried(_network(wiring, taken, extra, seed), _GROUPS, "minister"))
            for seed in range(_DRAWS)
        ]
        rows.append(
            [
                round(fsum(column) / _DRAWS, 1)
                for column in zip(*(row for row, _ in drawn), strict=True)
            ]
        )
        known = [length for _, length in drawn if length is not None]
        lengths.append(fsum(known) / len(known) if known else None)
    return dict(zip([*_KINDS, _HEARD], map(list, zip(*rows, strict=True)), strict=True)), lengths


@cache
def _scene(wiring, taken, extra):
    """One draw of the network, and the officer's share of the paths as in the curves:
    the average of the draws.
    """
    base, drawn = _network(wiring, taken, 0), _network(wiring, taken, extra)
    curves, _ = _averages(wiring, taken)
    at = _EXTRA.index(extra)
    return scene(
        _pairs(base),
        [(a, b) for a, b in _pairs(drawn) if b not in base[a]],
        taken if taken != "nobody" else None,
        [group for group in _GROUPS if group in model.distances(drawn, "minister")],
        through=round(curves["officer"][at]),
        reach=round(curves[_HEARD][at]),
    )


def _pairs(network):
    return [(a, b) for a, contacts in network.items() for b in contacts if a < b]


@cache
def _position(wiring, taken, extra):
    """The sentences on the network drawn: its busiest broker by Burt's measure,
    and the pieces it is in.
    """
    drawn = _network(wiring, taken, extra)
    shares, _, _ = model.carried(drawn, _GROUPS, "minister")
    pieces = len(model.components(drawn))
    ties = sum(map(len, drawn.values())) // 2
    held = "in one piece" if pieces == 1 else f"in {pieces} pieces"
    said = f" The network drawn has {ties} ties and is {held}."
    busiest = max(shares, key=lambda actor: (round(shares[actor], 9), len(drawn[actor])))
    if not shares[busiest]:
        return said
    return (
        f"{said} Its busiest broker is {_the(busiest)}, with {len(drawn[busiest])} contacts "
        "and a constraint of "
        f"{model.constraint(drawn, busiest):.2f}."
    )


def _the(actor):
    return (
        f"the {actor}" if not actor[-1].isdigit() else actor.replace("group ", "citizens' group ")
    )


def _finding(shares, heard):
    most = max(shares.values())
    if not heard:
        return "no group is heard"
    leading = [f"the {name}" for name, share in shares.items() if share == most]
    who = f"{leading[0]} carries" if len(leading) == 1 else f"{' and '.join(leading)} each carry"
    return (
        f"{who} {per_cent(most)} of the paths, and {'all' if heard == 100 else per_cent(heard)} of "
        "the groups are heard"
    )


def _state(wiring, taken, extra):
    curves, lengths = _averages(wiring, taken)
    at = _EXTRA.index(extra)
    heights = [curve[at] for curve in curves.values()]
    *shares, heard = heights
    gone = "" if taken == "nobody" else f"without {_the(taken)}, "
    title = f"{gone}{_finding(dict(zip(_KINDS, shares, strict=True)), heard)}"
    member, contractor, ministry, officer = map(per_cent, shares)
    path = "" if lengths[at] is None else f" Such a path is {lengths[at]:.1f} ties long."
    return {
        "title": title[0].upper() + title[1:],
        "description": f"{_WIRINGS[wiring].capitalize()}, {extra or 'no'} extra ties. Of the "
        "shortest paths "
        f"from citizens' groups to the minister, the ministry carries {ministry}, "
        f"the officer {officer}, the busiest member {member} and the busiest contractor "
        f"{contractor}. "
        f"{per_cent(heard)} of the groups reach the "
        f"minister.{path}{_position(wiring, taken, extra)}",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"your ties": {"x": [extra] * len(heights), "y": heights}},
    }


def _figure(wiring, taken, extra):
    state = _state(wiring, taken, extra)
    traces = state["traces"]
    return draw(
        extra=_EXTRA,
        curves={name: traces[name]["y"] for name in (*_KINDS, _HEARD)},
        chosen=(extra, traces["your ties"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def network():
    """The Spec: how the actors are wired, who is taken out, and how many ties are added by lot."""
    return Spec(
        id="policy-network",
        controls={
            "wiring": Choice("How they are wired", _WIRINGS, first="mesh"),
            "taken": Choice("Taken out", _TAKEN),
            "extra": Slider("Extra ties", 0, 30, 3, first=0, plays=True),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="governance",
        lead="extra",
        hint="Dotted ties are added by lot. The picture shows one draw; the counts and the curves "
        "are averages of 40. "
        "A constraint near 0 means contacts who are strangers to one another.",
        claims=("GOV-h3", "BD-17", "PKB-c", "CG-e2"),
    )
