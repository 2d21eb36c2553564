"""Pay for what you can count (M3): a bonus on the counted half of a job,
and what becomes of the other half.
"""

from functools import cache

from course.charts.multitask import multitask as draw
from course.charts.scenes.multitask import multitask as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import multitask as model

__all__ = ["multitask"]

_BONUSES = [round(0.05 * i, 2) for i in range(25)]
_HIGHEST = 340
# What each job makes of the public's prices and of motive; motivation 1 and risk 1 stay as they
# are.
_JOBS = {
    "alike": {"p1": 1.0, "p2": 1.0, "chi": 0.0},
    "counted": {"p1": 1.0, "p2": 0.25, "chi": 0.0},
    "uncounted": {"p1": 0.5, "p2": 1.0, "chi": 0.0},
    "crowding": {"p1": 1.0, "p2": 1.0, "chi": 0.5},
}


def _shares(bonus, kappa, job):
    """Counted work, uncounted work and value under a bonus, in per cent of what flat pay brings."""
    terms = _JOBS[job]
    flat = [*model.efforts(0, kappa), model.value(0, kappa, **terms)]
    here = [*model.efforts(bonus, kappa, chi=terms["chi"]), model.value(bonus, kappa, **terms)]
    return [100 * now / then for now, then in zip(here, flat, strict=True)]


@cache
def _curves(kappa, job):
    columns = zip(*(_shares(bonus, kappa, job) for bonus in _BONUSES), strict=True)
    names = ("counted", "uncounted", "value")
    return {
        name: [round(share, 1) for share in column]
        for name, column in zip(names, columns, strict=True)
    }


@cache
def _turns(kappa, job):
    """The best bonus, the value it brings in per cent of flat pay,
    and the bonus at which uncounted work stops.
    """
    best = model.best_bonus(kappa, **_JOBS[job])
    stops = model.collapse(kappa, chi=_JOBS[job]["chi"])
    return best, _shares(best, kappa, job)[2], stops


def _finding(bonus, uncounted, value):
    if bonus == 0:
        return "Under flat pay, counted and uncounted work get the same care"
    worth = (
        "worth more than"
        if value > 100.05
        else "worth less than"
        if value < 99.95
        else "worth the same as"
    )
    left = (
        "Nothing is left of uncounted work"
        if uncounted == 0
        else f"{per_cent(uncounted)} of uncounted work is left"
    )
    return f"{left}, and the whole is {worth} under flat pay"


def _best_said(best, most, stops):
    if best < 1e-6:
        return "The best bonus is none."
    gives_up = ", although it gives uncounted work up" if best >= stops else ""
    return f"The best bonus is {best:.2f}, with a value of {most:.1f} %{gives_up}."


def _stops_said(stops):
    if stops > _BONUSES[-1]:
        return "No bonus on this slider stops uncounted work."
    return f"Uncounted work stops at a bonus of {stops:.2f}."


def _state(bonus, kappa, job):
    curves, at = _curves(kappa, job), _BONUSES.index(bonus)
    heights = [curve[at] for curve in curves.values()]
    counted, uncounted, value = heights
    best, most, stops = _turns(kappa, job)
    unseen = " (above the edge of the chart)" if counted > _HIGHEST else ""
    seen = stops <= _BONUSES[-1]
    return {
        "title": _finding(bonus, uncounted, value),
        "description": f"In per cent of flat pay: counted work {counted:.0f}{unseen}, uncounted "
        "work "
        f"{uncounted:.0f}, "
        f"total value {value:.1f}. {_best_said(best, most, stops)} {_stops_said(stops)}",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {
            "your bonus": {"x": [bonus] * 3, "y": heights},
            "best bonus": {"x": [best], "y": [most]},
            "duty gone": {"x": [stops if seen else None], "y": [0 if seen else None]},
        },
    }


def _figure(bonus, kappa, job):
    state = _state(bonus, kappa, job)
    marks = {
        name: (trace["x"], trace["y"]) for name, trace in state["traces"].items() if "x" in trace
    }
    return draw(
        bonuses=_BONUSES,
        curves=_curves(kappa, job),
        chosen=(bonus, marks["your bonus"][1]),
        best=marks["best bonus"],
        stops=marks["duty gone"],
        highest=_HIGHEST,
        title=state["title"],
        description=state["description"],
    )


def _scene(bonus, kappa, job):
    return scene(bonus, *_shares(bonus, kappa, job))


def multitask():
    """The Spec: the bonus, how far one duty gets in the way of the other,
    and what kind of job it is.
    """
    return Spec(
        id="pay-for-what-you-count",
        controls={
            "bonus": Slider(
                "Bonus for each counted unit", 0, _BONUSES[-1], 0.05, first=0.5, plays=True
            ),
            "kappa": Slider(
                "How far one duty gets in the way of the other", 0, 0.9, 0.1, first=0.5
            ),
            "job": Choice(
                "The job",
                {
                    "alike": "Both duties matter alike",
                    "counted": "The counted duty matters more",
                    "uncounted": "The uncounted duty matters more",
                    "crowding": "Alike, and pay crowds out the will to serve",
                },
            ),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="npm",
        hint="Flat pay is 100. Watch the three lines part as the bonus grows. “Duty gone” is where "
        "uncounted work ends.",
        claims=("NPM-b3", "NPM-c", "RS-19"),
    )
