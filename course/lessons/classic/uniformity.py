"""One rule or local choice (M12): what each loses when needs
differ and local officials fall short.
"""

from functools import cache

from course.charts.scenes.uniformity import uniformity as scene
from course.charts.uniform_or_local import uniform_or_local as draw
from course.lessons.controls import Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import uniformity

__all__ = ["uniform_or_local"]

_DRIFTS = [round(0.05 * i, 2) for i in range(31)]
_RULE, _LOCAL, _FLOOR = "one rule for all", "local choice", "local, above a floor"
_HIGHEST = 1.5
# nurses that the smallest clinic of the picture needs: the model asks for no such figure
_SMALLEST = 1.5


@cache
def _curves(spread):
    losses = {
        _RULE: [uniformity.loss_uniform(spread) for _ in _DRIFTS],
        _LOCAL: [uniformity.loss_local(d) for d in _DRIFTS],
        _FLOOR: [uniformity.loss_with_floor(d, spread) for d in _DRIFTS],
    }
    return {name: [round(loss, 5) for loss in curve] for name, curve in losses.items()}


def _finding(spread, shortfall):
    if shortfall == 0:
        return "Officials who fall short of nothing lose nothing"
    if shortfall >= spread:
        return "One rule does as well as any floor"
    if shortfall > uniformity.break_even(spread):
        return "One rule beats free local choice, and a floor beats both"
    return "Local choice beats one rule, and a floor beats both"


def _losses(rule, local, floor):
    """The three losses in words: three digits, so that small ones that differ do not read alike."""
    saved = (
        f", better than one rule by {per_cent(100 * (1 - floor / rule))}" if floor < rule else ""
    )
    unseen = "" if local <= _HIGHEST else " (above the edge of the chart)"
    return (
        f"Expected loss: one rule for all {rule:.3g}, local choice {local:.3g}{unseen}, "
        f"local choice above the best floor {floor:.3g}{saved}."
    )


def _state(spread, shortfall):
    curves = _curves(spread)
    at = _DRIFTS.index(shortfall)
    rule, local, floor = (curve[at] for curve in curves.values())
    return {
        "title": _finding(spread, shortfall),
        "description": f"{_losses(rule, local, floor)} "
        "Free local choice loses as much as one rule at a shortfall of "
        f"{uniformity.break_even(spread):.2f}. "
        f"Above a shortfall of {spread:.1f} the best floor is one rule.",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"your case": {"x": [shortfall] * 3, "y": [rule, local, floor]}},
    }


def _figure(spread, shortfall):
    state = _state(spread, shortfall)
    return draw(
        drifts=_DRIFTS,
        curves=_curves(spread),
        chosen=(shortfall, state["traces"]["your case"]["y"]),
        highest=_HIGHEST,
        title=state["title"],
        description=state["description"],
    )


def _scene(spread, shortfall):
    mean = spread + _SMALLEST
    return scene(
        [mean + spread * part for part in (-1, -0.5, 0, 0.5, 1)],
        mean,
        mean + uniformity.best_floor(shortfall, spread),
        shortfall,
        [curve[_DRIFTS.index(shortfall)] for curve in _curves(spread).values()],
    )


def uniform_or_local():
    """The Spec: how far needs differ, and how far local officials fall short."""
    return Spec(
        id="uniform-or-local",
        controls={
            "spread": Slider(
                "How far needs differ, in nurses", 0.2, 2.0, 0.1, first=1.0, plays=True
            ),
            "shortfall": Slider("How far officials fall short, in nurses", 0, 1.5, 0.05, first=0.4),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="classic",
        hint="Lower is better: a line shows how badly service misses need under each arrangement.",
        claims=("CG-f", "GOV-d2", "NPM-e"),
    )
