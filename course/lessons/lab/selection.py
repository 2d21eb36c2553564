"""Merit and loyalty (M8): what an exam and a second score that
share the weight make of those who enter.
"""

from functools import cache
from statistics import NormalDist

from course.charts.scenes.selection import selection as scene
from course.charts.selection import selection as draw
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import selection as model

__all__ = ["selection"]

_WEIGHTS = list(range(0, 101, 5))
_TAKEN = 0.1
_APPLICANTS, _SEED = 400, 1939
_ENTRANTS = round(_TAKEN * _APPLICANTS)
_ABILITY, _SECOND = "ability", "second score"
_ABILITY_DRAWN, _SECOND_DRAWN = (f"{name}, {_ENTRANTS} entrants" for name in ("ability", "second"))
_CALLED = {0: "loyalty", -0.3: "loyalty", 0.3: "the panel's view"}


@cache
def _curves(tells, second):
    """Means in SD at each weight: the formula's ability and second score,
    then those of the draw.
    """
    shares = [w / 100 for w in _WEIGHTS]
    drawn = [
        model.draw(w, tells, second, _TAKEN, applicants=_APPLICANTS, seed=_SEED) for w in shares
    ]
    columns = {
        _ABILITY: [model.ability(w, tells, second, _TAKEN) for w in shares],
        _SECOND: [model.second_score(w, _TAKEN) for w in shares],
        _ABILITY_DRAWN: [entrants.ability for entrants in drawn],
        _SECOND_DRAWN: [entrants.second for entrants in drawn],
    }
    return {name: [round(mean, 3) + 0.0 for mean in column] for name, column in columns.items()}


def _stand(mean):
    return f"{abs(mean):.2f} SD {'below' if mean < 0 else 'above'}"


def _finding(weight, tells, second):
    kept = round(100 * model.share_kept(weight / 100, tells, second), 6)
    if weight == 100:
        return "entrants are as able as this exam can make them"
    if kept < 0:
        return "entrants are less able than the mean applicant"
    if kept == 0:
        return "entrants are no abler than the mean applicant"
    if kept > 100:
        return f"entrants gain {per_cent(kept - 100)} more ability than by the exam alone"
    if kept == 100:
        return "entrants gain as much ability as by the exam alone"
    return f"{per_cent(kept)} of the exam's gain in ability is left"


@cache
def _best(tells, second):
    return (
        f"The ablest enter at an exam weight of {per_cent(100 * model.best_weight(tells, second))}."
    )


@cache
def _state(weight, tells, second):
    curves = _curves(tells, second)
    able, liked, able_drawn, liked_drawn = (
        column[_WEIGHTS.index(weight)] for column in curves.values()
    )
    beaten = per_cent(100 * NormalDist().cdf(able))
    called = _CALLED[second]
    return {
        "title": f"{called[0].upper()}{called[1:]} weighs {100 - weight} %: "
        f"{_finding(weight, tells, second)}",
        "description": "The best tenth by the joint score enters. Their mean ability is "
        f"{_stand(able)} the "
        "mean applicant's, "
        f"a level that {beaten} of the applicants do not reach; in {called} they are "
        f"{_stand(liked)}. "
        f"In one trial {_ENTRANTS} entrants are {_stand(able_drawn)} and {_stand(liked_drawn)}. "
        f"{_best(tells, second)}",
        "traces": {name: {"y": column} for name, column in curves.items()}
        | {"yours": {"x": [weight] * 2, "y": [able, liked]}},
    }


@cache
def _ablest(weight, tells, second):
    """Of the ablest tenth, whole people: how many of them the
    best tenth by the joint score holds.
    """
    return round(_ENTRANTS * model.ablest_taken(weight / 100, tells, second, _TAKEN))


def _scene(weight, tells, second):
    return scene(
        _ablest(100, tells, second),
        _ablest(weight, tells, second),
        _ENTRANTS,
        _APPLICANTS,
        ("loyalty", "minister") if _CALLED[second] == "loyalty" else ("panel", "association"),
    )


def _figure(weight, tells, second):
    state = _state(weight, tells, second)
    curves = _curves(tells, second)
    return draw(
        weights=_WEIGHTS,
        curves={name: curves[name] for name in (_ABILITY, _SECOND)},
        drawn={name: curves[name] for name in (_ABILITY_DRAWN, _SECOND_DRAWN)},
        entrants=_ENTRANTS,
        chosen=(weight, state["traces"]["yours"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def selection():
    """The Spec: the exam's weight, how far the exam tells ability,
    and what the second score says of it.
    """
    return Spec(
        id="merit-and-loyalty",
        controls={
            "weight": Slider("Weight of the exam", 0, 100, 5, first=50, unit=" %", plays=True),
            "tells": Slider(
                "How far the exam tells ability (correlation)", 0.3, 0.8, 0.1, first=0.6
            ),
            "second": Choice(
                "The second score is",
                {
                    0: "loyalty, unrelated to ability",
                    -0.3: "loyalty that the able lack",
                    0.3: "a panel's view, which tells something",
                },
                first=0,
            ),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="pakistan",
        hint="SD is the standard deviation, the usual distance from the mean: at 1 SD above it, 84 "
        "% of applicants stand lower. "
        "Solid: ability. Dashed: the second score, what the one who chooses gets besides.",
        claims=("PKH-19", "PKB-d", "CG-g", "SK-h4"),
    )
