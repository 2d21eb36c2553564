"""Expertise and tenure (M2): who learns the job when the post is unsafe,
and whether the minister still delegates.
"""

from functools import cache

from course.charts.delegation import delegation as draw
from course.charts.scenes.delegation import delegation as scene
from course.charts.scenes.whole import whole
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.models import delegation as model

__all__ = ["delegation"]

_RISKS = list(range(0, 101, 5))
_RANGES = {0.7: "little (R = 0.7)", 1.0: "some (R = 1)", 1.5: "much (R = 1.5)"}
_EXPERTS, _NEEDED, _DRAWN = "experts", "needed", "200 invented officials"
_MOVE = ("1973: an illustrative move", 10, 50)
_ARROW = (
    "It marks 1973 as an illustrative move, from a risk of 10 % to one of 50 %. The text "
    "counts the end of tenure "
    "safeguards as a lasting injury. How far the risk moved, nobody measured; both figures are "
    "ours."
)
_MOST = 2  # the highest motivation, the model's default


@cache
def _shares(uncertainty):
    return [100 * model.expert_share(1 - risk / 100, uncertainty) for risk in _RISKS]


@cache
def _curve(uncertainty):
    return [round(share, 2) for share in _shares(uncertainty)]


@cache
def _draw(uncertainty):
    kept = [1 - risk / 100 for risk in _RISKS]
    return [100 * share for share in model.drawn_experts(kept, uncertainty, officials=200)]


@cache
def _line(distance, uncertainty):
    """The share of experts above which the minister delegates, at every risk the same;
    none if it would pass 100 %.
    """
    needed = model.experts_needed(distance, uncertainty)
    return [round(100 * needed, 2) if needed <= 1 else None for _ in _RISKS]


@cache
def _learners(risk, uncertainty):
    least = model.least_motivation(1 - risk / 100, uncertainty)
    if least >= _MOST:
        return (
            f"Nobody. Learning would pay from a motivation of {least:.2f}, and no official has "
            f"more than {_MOST}."
        )
    return (
        f"Learning pays from a motivation of {least:.2f}, on a scale from 0 to {_MOST}. "
        "Those who care less do not learn: zealots do, ciphers do not."
    )


@cache
def _limits(distance, uncertainty):
    free, alone = model.loss_delegated(distance, uncertainty), model.loss_undelegated(uncertainty)
    if distance >= uncertainty:
        return (
            "Even a known expert stands too far away. The minister decides alone and loses "
            f"{alone:.3g}."
        )
    return (
        f"With a known expert the minister loses {free:.3g} if she sets no limit. With the "
        "best limit, no policy above "
        f"{model.best_cap(distance, uncertainty):.2f}, she loses "
        f"{model.loss_capped(distance, uncertainty):.3g}; alone, {alone:.3g}."
    )


def _verdict(distance, uncertainty, share):
    """(what the minister does, both losses in words), with a share of experts from 0 to 1."""
    alone = model.loss_undelegated(uncertainty)
    left = model.loss_delegated(distance, uncertainty, share)
    if abs(left - alone) < 1e-12:
        does = "the minister may decide or let them decide"
    else:
        does = "the minister lets them decide" if left < alone else "the minister decides alone"
    return (
        does,
        (
            f"Leaving it to officials, experts or not, loses {left:.3g}; deciding alone loses "
            f"{alone:.3g}."
        ),
    )


def _state(risk, distance, uncertainty):
    at, needed = _RISKS.index(risk), _line(distance, uncertainty)
    share, drawn = _shares(uncertainty)[at], _draw(uncertainty)[at]
    does, losses = _verdict(distance, uncertainty, share / 100)
    learn = whole([share, 100 - share])[0]
    experts = f"Of 100 officials, {learn} learn the job" if share else "Nobody learns the job"
    wanted = (
        "At this distance no share of experts would do."
        if needed[at] is None
        else f"To delegate takes more than {needed[at]:.0f} %."
    )
    return {
        "title": f"{experts}, and {does}",
        "description": f"Of officials, {learn} % find it worth learning the job; of 200 invented "
        f"officials {2 * drawn:.0f} do. {wanted} "
        f"{losses} The share of experts falls as the risk rises.",
        "traces": {
            _EXPERTS: {"y": _curve(uncertainty)},
            _NEEDED: {"y": needed},
            _DRAWN: {"y": _draw(uncertainty)},
            "your service": {"x": [risk], "y": [round(share, 2)]},
        },
        "notes": {
            "Who learns": _learners(risk, uncertainty),
            "A limit on discretion": _limits(distance, uncertainty),
            "The arrow": _ARROW,
        },
    }


def _figure(risk, distance, uncertainty):
    state = _state(risk, distance, uncertainty)
    return draw(
        risks=_RISKS,
        curves={name: state["traces"][name]["y"] for name in (_EXPERTS, _NEEDED)},
        drawn=(_DRAWN, _draw(uncertainty)),
        move=_MOVE,
        chosen=(risk, state["traces"]["your service"]["y"][0]),
        title=state["title"],
        description=state["description"],
    )


def _scene(risk, distance, uncertainty):
    at = _RISKS.index(risk)
    share, needed = _shares(uncertainty)[at], _line(distance, uncertainty)[at]
    left = model.loss_delegated(distance, uncertainty, share / 100)
    delegates = left < model.loss_undelegated(uncertainty) - 1e-12
    cap = model.best_cap(distance, uncertainty) if delegates else None
    return scene(risk, share, needed, distance, cap)


def delegation():
    """The Spec: the yearly risk of dismissal, how far official and minister differ,
    and how uncertain outcomes are.
    """
    return Spec(
        id="expertise-and-tenure",
        controls={
            "risk": Slider("Yearly risk of dismissal", 0, 100, 5, first=10, unit=" %", plays=True),
            "distance": Slider("Distance between official and minister", 0, 1, 0.05, first=0.3),
            "uncertainty": Choice("How far outcomes may stray", _RANGES, first=1.0),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="pakistan",
        hint="Where the falling line lies above the level one, the minister delegates.",
        claims=("PKH-17", "PKH-20", "INT-26", "CON-07", "CON-08"),
    )
