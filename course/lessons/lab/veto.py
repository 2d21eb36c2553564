"""Voice or veto (M10): who must agree before a policy can move,
and how much of the line that freezes.
"""

from functools import cache

from course.charts.scenes.veto import veto as scene
from course.charts.veto import STRIP, UNDER
from course.charts.veto import veto as draw
from course.lessons.controls import Choice, Slider, Toggle
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import veto as model

__all__ = ["veto"]

_IDEALS = {  # invented: the share of the cost of water, in per cent, that each would have users pay
    "minister": 42,
    "finance": 78,
    "traders": 18,
    "council": 32,
    "utility": 66,
    "assembly": 54,
}
_SEATS = [name for name in _IDEALS if name != "minister"]
_POLICIES = [2.5 * i for i in range(41)]
_YOURS, _ALL = "your vetoes", "if all six"


@cache
def _ideals(spread):
    """What each wants when views keep only `spread` of their
    distance from the middle of the line.
    """
    return {name: round(50 + spread * (ideal - 50), 1) for name, ideal in _IDEALS.items()}


@cache
def _chances(vetoes, spread):
    return [round(100 * model.gridlock(s / 100, vetoes, spread), 1) for s in _POLICIES]


@cache
def _table(blocking, spread):
    """One table: (all ideals, the frozen stretch in per cent,
    the names of veto players who freeze nothing more).
    """
    ideals = _ideals(spread)
    frozen = model.core(ideals[name] / 100 for name in blocking)
    idle = [name for name in blocking[1:] if _core_without(name, blocking, ideals) == frozen]
    return ideals, [round(100 * end, 1) for end in frozen], idle


def _core_without(name, blocking, ideals):
    return model.core(ideals[other] / 100 for other in blocking if other != name)


@cache
def _opened(status_quo, blocking, spread):
    ideals = _ideals(spread)
    found = model.winset(status_quo / 100, [ideals[name] / 100 for name in blocking])
    return [None, None] if found is None else [round(100 * end, 1) for end in found]


def _listed(names):
    *most, last = [f"the {name}" if name != "finance" else name for name in names]
    return f"{', '.join(most)} and {last}" if most else last


def _finding(status_quo, opened):
    if None in opened:
        return f"a policy at {status_quo:g} cannot change"
    low, high = opened
    way, end = ("rise", high) if low == status_quo else ("fall", low)
    return f"a policy at {status_quo:g} can {way} as far as {end:g}"


@cache
def _who(blocking, spread):
    """The sentences that hold wherever policy stands."""
    _, (low, high), idle = _table(blocking, spread)
    count = len(blocking)
    if count == 1:
        return (
            "Only the minister may block, so any policy but the minister's own ideal can move.",
            "",
        )
    moot = (
        f" Taking the veto from {_listed(idle[:1])} would free nothing: that ideal lies inside."
        if idle
        else ""
    )
    who = _listed(blocking)
    share = per_cent(100 * model.core_width(count, spread))
    return (
        f"{who[0].upper()}{who[1:]} may block, so policy is frozen from {low:g} to {high:g}.{moot}",
        f" Over many such tables, {share} of the line is frozen on average.",
    )


@cache
def _seats(blocking, spread):
    """The traces of the strip, the same wherever policy stands: {trace: {key: array}}."""
    ideals, frozen, _ = _table(blocking, spread)
    mine = [name for name in _IDEALS if name in blocking]
    others = [name for name in _IDEALS if name not in blocking]
    row = {
        kind: {
            "x": [ideals[name] for name in names],
            "y": [STRIP] * len(names),
            "text": [name[0].upper() for name in names],
        }
        for kind, names in (("may block", mine), ("voice only", others))
    }
    return {"frozen": {"x": frozen}} | row


@cache
def _in_force(status_quo, vetoes, spread):
    """Where the policy in force meets the curve of so many vetoes,
    and the sentence that says so.
    """
    at = _POLICIES.index(status_quo)
    mine, everyone = (_chances(count, spread)[at] for count in (vetoes, len(_IDEALS)))
    return {"x": [status_quo] * 2, "y": [mine, UNDER]}, (
        f" With {_counted(vetoes)} and views drawn at random, a policy at {status_quo:g} is stuck "
        f"{per_cent(mine)} of the time; with all six, {per_cent(everyone)}."
    )


def _counted(vetoes):
    return "1 veto" if vetoes == 1 else f"{vetoes} vetoes"


def _state(spread, status_quo, **may_block):
    blocking = ("minister", *(name for name in _SEATS if may_block[name]))
    opened = _opened(status_quo, blocking, spread)
    count = len(blocking)
    who, average = _who(blocking, spread)
    place, chance = _in_force(status_quo, count, spread)
    return {
        "title": f"With {_counted(count)}, {_finding(status_quo, opened)}",
        "description": f"{who}{chance}{average}",
        "traces": {
            _YOURS: {"y": _chances(count, spread)},
            _ALL: {"y": _chances(len(_IDEALS), spread)},
            "open": {"x": opened},
            "policy in force": place,
        }
        | _seats(blocking, spread),
    }


def _scene(spread, status_quo, **may_block):
    blocking = ("minister", *(name for name in _SEATS if may_block[name]))
    ideals, (lowest, highest), _ = _table(blocking, spread)
    start, stop = _opened(status_quo, blocking, spread)
    stuck = round(100 * model.gridlock(status_quo / 100, len(blocking), spread))
    agreed = None if start is None or stop is None else (start, stop)
    return scene(ideals, blocking, (lowest, highest), policy=status_quo, opened=agreed, stuck=stuck)


def _figure(spread, status_quo, **may_block):
    state = _state(spread, status_quo, **may_block)
    traces = state["traces"]
    players = {
        name: dict(zip(traces[name]["text"], traces[name]["x"], strict=True))
        for name in ("may block", "voice only")
    }
    return draw(
        policies=_POLICIES,
        curves={name: traces[name]["y"] for name in (_YOURS, _ALL)},
        chosen=(status_quo, traces["policy in force"]["y"][0]),
        blocking=players["may block"],
        heard=players["voice only"],
        frozen=traces["frozen"]["x"],
        opened=traces["open"]["x"],
        title=state["title"],
        description=state["description"],
    )


def veto():
    """The Spec: where policy stands, how far views lie apart,
    and which of five players hold a veto beside the minister.
    """
    seats = {
        name: Toggle(f"{name.capitalize()} may block", first=name in {"finance", "traders"})
        for name in _SEATS
    }
    return Spec(
        id="veto-players",
        controls={
            "spread": Choice(
                "How far views lie apart", {1.0: "over the whole line", 0.5: "close together"}
            ),
            "status_quo": Slider(
                "Policy in force: users pay", 0, 100, 5, first=50, unit=" %", plays=True
            ),
            **seats,
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="governance",
        lead="status_quo",
        hint="Six sit at the table; letters mark what each wants users to pay: M the minister, who "
        "can always block, "
        "F finance, T traders, C the council, U the water utility, A the assembly. A switch "
        "turns voice into veto. "
        "The upright line is the policy in force; open means that all who may block would agree.",
        claims=("GOV-a", "RS-28", "RS-42", "SK-e3"),
    )
