"""The implementation chain (M5): clearances, and how rarely a policy survives them."""

from functools import cache

from course.charts.implementation_chain import implementation_chain as draw
from course.charts.scenes.chain import chain as scene
from course.lessons.controls import Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import chain

__all__ = ["implementation_chain"]

_LONGEST = 60
_TRIES = {"asked once": 1, "twice": 2, "three times": 3}


@cache
def _curves(p):
    """Survival in per cent at 1 to 60 clearances, each given with a chance of p per cent."""
    return {
        name: [round(100 * chain.survives(n, p / 100, k), 1) for n in range(1, _LONGEST + 1)]
        for name, k in _TRIES.items()
    }


def _said(clearances, p):
    """The three chances in words, from the unrounded figures: a small chance is not none."""
    return [per_cent(100 * chain.survives(clearances, p / 100, k)) for k in _TRIES.values()]


def _chain_state(clearances, p):
    curves = _curves(p)
    heights = [curve[clearances - 1] for curve in curves.values()]
    once, twice, thrice = _said(clearances, p)
    half = chain.first_below(p / 100)
    turn = "it never falls below one half" if half is None else f"it falls below one half at {half}"
    offices = f"{clearances} clearance{'s' * (clearances > 1)}"
    return {
        "title": f"{offices}, each {per_cent(p)} likely: the policy survives {once} of the time",
        "description": f"If each office is asked once, the policy survives {once} of the time; if "
        "asked "
        f"twice, {twice}; three times, {thrice}. "
        f"The curve falls with every clearance: asked once, {turn}.",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"your chain": {"x": [clearances] * 3, "y": heights}},
    }


def _chain_figure(clearances, p):
    state = _chain_state(clearances, p)
    return draw(
        clearances=list(range(1, _LONGEST + 1)),
        curves={name: state["traces"][name]["y"] for name in _TRIES},
        chosen=(clearances, state["traces"]["your chain"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def _scene(clearances, p):
    return scene(
        [100, *(round(100 * chain.survives(n, p / 100)) for n in range(1, clearances + 1))]
    )


def implementation_chain():
    """The Spec: clearances needed, and the chance that each is given."""
    return Spec(
        id="implementation-chain",
        controls={
            "clearances": Slider("Clearances needed", 1, _LONGEST, first=14, plays=True),
            "p": Slider("Chance that each is given", 85, 100, first=95, unit=" %"),
        },
        figure=_chain_figure,
        state=_chain_state,
        scene=_scene,
        paradigm="classic",
        hint="Drag a slider, or focus it and press an arrow key.",
        claims=("CG-d", "CG-d2", "INT-04"),
    )
