"""In-house or contract (M4): who leaves the greater surplus as
more quality is lost with each rupee saved.
"""

from functools import cache

from course.charts.scenes.scope import scope as scene
from course.charts.scope import scope as draw
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.models import scope as model

__all__ = ["scope"]

_LOSSES = [round(0.05 * i, 2) for i in range(21)]
_SPAN = (-1.4, 3.4)
_SECTORS = {"refuse": 0.1, "schooling": 0.4, "prisons": 0.6, "diplomacy": 0.9}
_PLACES = (
    "Refuse at 0.1, schooling at 0.4, prisons at 0.6 and diplomacy at 0.9: we invented these "
    "places for teaching. "
    "They are not data. Where would you put each, and why?"
)
_IDEAS = {"some": 1.0, "none": 0.0, "much": 1.5}


@cache
def _fixed(ideas):
    b0 = _IDEAS[ideas]
    return {
        "most possible": [round(model.first_best(t, b0=b0), 3) for t in _LOSSES],
        "private": [round(model.private(t, b0=b0), 3) for t in _LOSSES],
    }


@cache
def _public(drive, ideas):
    return [round(model.public(t, drive, b0=_IDEAS[ideas]), 3) for t in _LOSSES]


def _curves(drive, ideas):
    return _fixed(ideas) | {"public": _public(drive, ideas)}


def _listed(names):
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _turn_said(turn):
    if turn is None:
        return "A contractor leaves more at every loss shown, even if all that is saved is lost."
    sides = {"bought": [], "kept in-house": []}
    for name, theta in _SECTORS.items():
        sides["bought" if theta < turn else "kept in-house"].append(name)
    fates = "; ".join(f"{_listed(names)} would be {fate}" for fate, names in sides.items() if names)
    return (
        f"A contractor leaves more while less than {turn:.2f} of a rupee saved is lost. "
        f"If our invented places were true, {fates}."
    )


@cache
def _tie(drive, ideas):
    """The mark where private and public meet, and what it would mean for the sectors."""
    turn = model.break_even(drive, b0=_IDEAS[ideas])
    height = None if turn is None else model.private(turn, b0=_IDEAS[ideas])
    return {"x": [turn], "y": [height]}, _turn_said(turn)


def _finding(loss, drive, ideas):
    b0 = _IDEAS[ideas]
    gap = model.private(loss, b0=b0) - model.public(loss, drive, b0=b0)
    if abs(gap) < 1e-9:
        return f"If quality loses {loss:.2f} for each rupee saved, either owner leaves the same"
    better = "a contractor" if gap > 0 else "a public manager"
    return f"If quality loses {loss:.2f} for each rupee saved, {better} leaves more"


def _state(loss, drive, ideas):
    at, curves = _LOSSES.index(loss), _curves(drive, ideas)
    heights = [curve[at] for curve in curves.values()]
    most, private, public = heights
    tie, said = _tie(drive, ideas)
    return {
        "title": _finding(loss, drive, ideas),
        "description": f"A contractor leaves a surplus of {private:.3f}, a public manager "
        f"{public:.3f}. "
        f"At most {most:.3f} could be had. {said}",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"yours": {"x": [loss] * 3, "y": heights}, "tie": tie},
    }


def _figure(loss, drive, ideas):
    state = _state(loss, drive, ideas)
    tie = state["traces"]["tie"]
    return draw(
        thetas=_LOSSES,
        curves=_curves(drive, ideas),
        chosen=(loss, state["traces"]["yours"]["y"]),
        tie=(tie["x"], tie["y"]),
        sectors=_SECTORS,
        span=_SPAN,
        title=state["title"],
        description=state["description"],
    )


def _scene(loss, drive, ideas):
    """What each owner leaves, and how far its two efforts fall short of the best:
    the three add up to the best.
    """
    b0 = _IDEAS[ideas]
    # where all that is saved is lost, nothing but ideas is left
    best_ideas = model.first_best(1, b0=b0)
    best_cost = model.first_best(loss, b0=b0) - best_ideas
    shares: dict[model.Owner, float] = {
        "private": model.private(loss, b0=b0),
        "public": model.public(loss, drive, b0=b0),
    }
    owners = []
    for owner, surplus in shares.items():
        e, i = model.efforts(owner, loss, drive, b0=b0)
        cost, new = model.net(e, 0, loss, b0=b0), model.net(0, i, loss, b0=b0)
        owners.append((surplus, best_cost - cost, best_ideas - new))
    return scene(*owners)


def scope():
    """The Spec: the quality lost, how far a public manager gains by good work,
    and how much room there is for ideas.
    """
    return Spec(
        id="in-house-or-contract",
        controls={
            "loss": Slider("Quality lost for each rupee saved", 0, 1, 0.05, first=0.4, plays=True),
            "drive": Slider("How far a public manager gains by good work", 0, 1, 0.05, first=0.7),
            "ideas": Choice("Room for new ideas", {"some": "some", "none": "none", "much": "much"}),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="npm",
        before=(("The four sectors", _PLACES),),
        hint="Higher is better. The star marks where a contractor and a public manager leave the "
        "same.",
        claims=("RS-06", "RS-40", "WF-30"),
    )
