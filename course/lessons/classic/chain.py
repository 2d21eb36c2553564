"""The implementation chain (M5): clearances, and how rarely a policy survives them."""

from functools import cache, partial

from course.charts.implementation_chain import implementation_chain as draw
from course.charts.scenes.chain import chain as scene
from course.lessons.controls import Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import chain

__all__ = ["implementation_chain", "short_chain"]

_LONGEST, _SHORT = 60, 8
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


def _turn(p, longest):
    """Where the curve crosses one half; nothing of a short chain, before a reader was asked where
    she expects it.
    """
    if longest < _LONGEST:
        return ""
    half = chain.first_below(p / 100)
    return ": asked once, " + (
        "it never falls below one half" if half is None else f"it falls below one half at {half}"
    )


def _chain_state(clearances, p, longest=_LONGEST):
    curves = {name: curve[:longest] for name, curve in _curves(p).items()}
    heights = [curve[clearances - 1] for curve in curves.values()]
    once, twice, thrice = _said(clearances, p)
    offices = f"{clearances} clearance{'s' * (clearances > 1)}"
    return {
        "title": f"{offices}, each {per_cent(p)} likely: the policy survives {once} of the time",
        "description": f"If each office is asked once, the policy survives {once} of the time; if "
        f"asked twice, {twice}; three times, {thrice}. "
        f"The curve falls with every clearance{_turn(p, longest)}.",
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"your chain": {"x": [clearances] * 3, "y": heights}},
    }


def _chain_figure(clearances, p, longest=_LONGEST):
    state = _chain_state(clearances, p, longest)
    return draw(
        clearances=list(range(1, longest + 1)),
        curves={name: state["traces"][name]["y"] for name in _TRIES},
        chosen=(clearances, state["traces"]["your chain"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def _scene(clearances, p):
    return scene(
        [100, *(round(100 * chain.survives(n, p / 100)) for n in range(1, clearances + 1))]
    )


def _spec(name, longest, first):
    return Spec(
        id=name,
        controls={
            "clearances": Slider("Clearances needed", 1, longest, first=first, plays=True),
            "p": Slider("Chance that each is given", 85, 100, first=95, unit=" %"),
        },
        figure=partial(_chain_figure, longest=longest),
        state=partial(_chain_state, longest=longest),
        scene=_scene,
        paradigm="classic",
        hint="Drag a slider, or focus it and press an arrow key.",
        claims=("CG-d", "CG-d2", "INT-04"),
    )


def implementation_chain():
    """The Spec: clearances needed, and the chance that each is given."""
    return _spec("implementation-chain", _LONGEST, 14)


def short_chain():
    """The Spec of the start page: up to eight clearances, so that it tells nobody where a long
    chain falls below one half.
    """
    return _spec("short-chain", _SHORT, 3)
