"""Willing partners (M9): what each expects of the others, which expectations hold,
and whether the service works.
"""

from functools import cache
from math import ceil

from course.charts.partners import partners as draw
from course.charts.scenes.partners import partners as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import partners as model

__all__ = ["partners"]

_EXPECTED = [2.5 * i for i in range(41)]
_COST = 0.4  # of the gain, before the state bears its share
_GAMES, _SEED = 200, 1984
_DECIDES, _COSTS, _WORKS = "joining decides", "its cost", "it works"
_DRAWN = f"{_GAMES} games"
_NEEDED = {
    "one": lambda _: 1,
    "half": lambda n: ceil(n / 2),
    "most": lambda n: max(1, n - 1),
    "all": lambda n: n,
}


@cache
def _curves(n, k):
    """Per cent, at each expectation: joining decides it, the service works,
    and the share of the games drawn.
    """
    at = [p / 100 for p in _EXPECTED]
    return (
        [round(100 * model.pivotal(p, n, k), 1) for p in at],
        [round(100 * model.provision(p, n, k), 1) for p in at],
        [round(100 * share, 1) for share in model.draw(n, k, at, _GAMES, _SEED)],
    )


@cache
def _cost(borne):
    """(c/b left to a partner, the same in per cent as a flat line)."""
    ratio = model.facilitated(_COST, borne / 100)
    return ratio, [round(100 * ratio, 1)] * len(_EXPECTED)


def _points(found, n, k):
    """Where equilibria stand in the chart: on the curve of the chance to decide it."""
    return (
        [round(100 * e.p, 1) for e in found],
        [round(100 * model.pivotal(e.p, n, k), 1) for e in found],
    )


def _finding(n, k, holds, tips):
    if k == 1:
        return (
            "One is enough, so many wait: it works in "
            f"{per_cent(100 * model.provision(holds[0].p, n, k))} of towns"
        )
    if not tips:
        return "Joining never pays, so nobody joins"
    turn = per_cent(100 * tips[0].p)
    if k == n:
        return f"All join if each expects {turn} of the others, or else none does"
    return f"They join only if each expects {turn} of the others to join"


def _kept(e, n, k):
    """One expectation that holds, in words."""
    if e.p == 0:
        return "nobody joins, and the service never works"
    (share,) = model.draw(n, k, [e.p], _GAMES, _SEED)
    return (
        f"each joins {per_cent(100 * e.p)} of the time, and the service works "
        f"{per_cent(100 * model.provision(e.p, n, k))} "
        f"of the time by the formula, {per_cent(100 * share)} in {_GAMES} games"
    )


@cache
def _state(partners, borne, needed):
    n, k = partners, _NEEDED[needed](partners)
    ratio, line = _cost(borne)
    found = model.equilibria(n, k, ratio)
    holds, tips = [e for e in found if e.stable], [e for e in found if not e.stable]
    decides, works, drawn = _curves(n, k)
    (at, heights), (tip_at, tip_heights) = _points(holds, n, k), _points(tips, n, k)
    turn = f" It tips at {per_cent(100 * tips[0].p)}: below, joining does not pay." if tips else ""
    return {
        "title": _finding(n, k, holds, tips),
        "description": f"Of {n} partners {k} are needed, and the state bears {borne} % of the "
        "cost. Joining "
        f"costs a partner {per_cent(100 * ratio)} of what the service brings it. "
        f"What can last: {'; or '.join(_kept(e, n, k) for e in holds)}.{turn}",
        "traces": {
            _DECIDES: {"y": decides},
            _COSTS: {"y": line},
            _WORKS: {"y": works},
            _DRAWN: {"y": drawn},
            "holds": {"x": at, "y": heights},
            "tips": {"x": tip_at, "y": tip_heights},
        },
    }


@cache
def _scene(partners, borne, needed):
    n, k = partners, _NEEDED[needed](partners)
    found = model.equilibria(n, k, _cost(borne)[0])
    best = max(e.p for e in found if e.stable)
    join = round(n * best) if best else None
    turn = next((e.p for e in found if not e.stable), None)
    works = round(100 * model.provision(best, n, k))
    return scene(n, k, borne, join, turn=turn, works=works)


def _figure(partners, borne, needed):
    state = _state(partners, borne, needed)
    traces = state["traces"]
    return draw(
        expected=_EXPECTED,
        curves={name: traces[name]["y"] for name in (_DECIDES, _COSTS, _WORKS)},
        drawn=traces[_DRAWN]["y"],
        games=_GAMES,
        holds=(traces["holds"]["x"], traces["holds"]["y"]),
        tips=(traces["tips"]["x"], traces["tips"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def partners():
    """The Spec: how many partners, how many of them are needed,
    and how much of their cost the state bears.
    """
    return Spec(
        id="willing-partners",
        controls={
            "partners": Slider("Partners", 2, 20, first=10),
            "borne": Slider(
                "Cost that the state bears", 0, 90, 10, first=50, unit=" %", plays=True
            ),
            "needed": Choice(
                "How many must join",
                {"one": "any one", "half": "half", "most": "all but one", "all": "all"},
                first="half",
            ),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="governance",
        lead="borne",
        hint="Joining pays where the solid line lies above the dashed one. Disc: an expectation "
        "that lasts. "
        "Diamond: the turning point. Each cross: in how many of 200 imagined towns enough "
        "partners joined.",
        claims=("WF-26", "GOV-a3", "GOV-05", "PKB-h"),
    )
