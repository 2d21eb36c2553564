"""The budget-maximising bureau (M1): what it makes and wastes
if nobody else knows what its work costs.
"""

from functools import cache

from course.charts.bureau import bureau as draw
from course.charts.scenes.bureau import bureau as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import bureau as model

__all__ = ["bureau"]

_LENGTHS = [i / 2 for i in range(27)]
_HIGHEST = 104
_FIRST_COSTS = 2.0  # c, the same in all cases
# (b, d): b + d is 1 throughout, so the best length does not move, only where the public has had
# enough.
_CASES = {"slow": (0.5, 0.5), "between": (0.75, 0.25), "soon": (1.0, 0.0)}


def _terms(worth, case):
    b, d = _CASES[case]
    return {"a": float(worth), "b": b, "c": _FIRST_COSTS, "d": d}


def _at(q, terms):
    """(cost, worth) of a length."""
    return model.cost(q, terms["c"], terms["d"]), model.valuation(q, terms["a"], terms["b"])


@cache
def _curves(worth, case):
    """Worth is left blank where it falls below nothing: no sponsor would pay for that."""
    points = [_at(q, _terms(worth, case)) for q in _LENGTHS]
    return {
        "worth": [round(w, 2) if w >= 0 else None for _, w in points],
        "cost": [round(c, 2) for c, _ in points],
        "left over": [round(w - c, 2) if w >= 0 else None for c, w in points],
    }


@cache
def _fixed(worth, case):
    """What does not depend on the bureau's taste: the marks of the best
    length and of Niskanen's bureau, and words.
    """
    terms = _terms(worth, case)
    best, largest, enough = (
        model.efficient(**terms),
        model.niskanen(**terms),
        model.demand_constrained(terms["a"], terms["b"]),
    )
    marks = {
        "best": {"x": [best] * 2, "y": list(_at(best, terms))},
        "Niskanen's": {"x": [largest], "y": [_at(largest, terms)[1]]},
    }
    stops = (
        "since more is worth less than nothing"
        if largest == enough
        else "where cost eats the budget"
    )
    said = (
        f"Niskanen's bureau, after the largest budget, would line {largest:.1f} km and stop there "
        f"{stops}."
    )
    return best, enough, marks, said


def _finding(made, best, size):
    if size == 0:
        return f"It builds {made:.1f} km, the best length, and slack takes the whole surplus"
    if size == 1:
        return (
            f"It builds {made:.1f} km where {best:.1f} km is best: the extra length takes the "
            "whole surplus"
        )
    return (
        f"It builds {made:.1f} km where {best:.1f} km is best: slack takes "
        f"{per_cent(100 * (1 - size))} of the surplus, the extra length {per_cent(100 * size)}"
    )


def _state(taste, worth, case):
    terms = _terms(worth, case)
    best, enough, marks, said = _fixed(worth, case)
    made, slack = model.output(taste, **terms), model.slack(taste, **terms)
    spent, budget = _at(made, terms)
    cost, value = marks["best"]["y"]
    past = f" Past {enough:.1f} km another km is worth less than nothing." if made > enough else ""
    return {
        "title": _finding(made, best, model.lost_to_size(taste)),
        "description": f"The bureau gets {budget:.1f} million and its work costs {spent:.1f}. "
        f"The rest, its slack, is {slack:.1f}. "
        f"At the best length {value - cost:.1f} would be left for the public; the public keeps "
        f"none of it.{past} {said}",
        "traces": {name: {"y": curve} for name, curve in _curves(worth, case).items()}
        | marks
        | {"this bureau": {"x": [made] * 2, "y": [spent, budget]}},
    }


def _figure(taste, worth, case):
    state = _state(taste, worth, case)
    marks = {
        name: (trace["x"], trace["y"]) for name, trace in state["traces"].items() if "x" in trace
    }
    return draw(
        lengths=_LENGTHS,
        curves=_curves(worth, case),
        best=marks["best"],
        chosen=marks["this bureau"],
        niskanen=marks["Niskanen's"],
        highest=_HIGHEST,
        title=state["title"],
        description=state["description"],
    )


def _scene(taste, worth, case):
    terms = _terms(worth, case)
    made = model.output(taste, **terms)
    return scene(
        made,
        model.efficient(**terms),
        model.slack(taste, **terms),
        lambda km: _at(km, terms)[0],
        lambda km: _at(km, terms)[1],
    )


def bureau():
    """The Spec: the bureau's taste for output over slack, what the first unit is worth,
    and how soon there is enough.
    """
    return Spec(
        id="budget-maximising-bureau",
        controls={
            "taste": Slider(
                "What it likes: 0 slack (money to spare), 1 output", 0, 1, 0.05, first=1, plays=True
            ),
            "worth": Slider("Worth of the first km, in millions", 4, 14, first=10),
            "case": Choice(
                "The public",
                {
                    "slow": "is hard to satisfy, and cost climbs",
                    "between": "is in between",
                    "soon": "has soon had enough, and cost is steady",
                },
            ),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="npm",
        hint="The upright bar of this bureau is its slack: what it is paid beyond what the work "
        "costs.",
        claims=("RS-07", "RS-10", "PKB-m"),
    )
