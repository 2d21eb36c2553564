"""Build a hierarchy (M5): the span of control, the levels it makes,
and what is left of the minister's intent.
"""

from functools import cache
from math import log

from course.charts.hierarchy import hierarchy as draw
from course.charts.scenes.hierarchy import hierarchy as scene
from course.lessons.controls import Slider, Toggle
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import chain

__all__ = ["hierarchy"]

_STAFF = 10_000
_SPANS = range(2, 16)
_USUAL = 5  # the span at which the slider's loss holds when loss grows with the span


@cache
def _passed(span, loss, supervision):
    """The share that one level passes on, with a loss in per cent."""
    if not supervision:
        return 1 - loss / 100
    return chain.share_passed(-log(1 - loss / 100) / _USUAL, span)


@cache
def _rungs(span, loss, supervision):
    """Per cent of the intent on each level, from the minister (100) to the desk."""
    passed = _passed(span, loss, supervision)
    return [
        round(100 * chain.intent_kept(passed, level), 2)
        for level in range(chain.whole_levels(_STAFF, span) + 1)
    ]


@cache
def _best(loss, supervision):
    """The spans at which most arrives, in words: spans that make the same whole levels may tie."""
    arrives = {span: _rungs(span, loss, supervision)[-1] for span in _SPANS}
    most = max(arrives.values())
    tied = [span for span, share in arrives.items() if share == most]
    spans = (
        f"spans shown are {tied[0]} to {tied[-1]}" if len(tied) > 1 else f"span shown is {tied[0]}"
    )
    return f"the best {spans}: {per_cent(most)} arrives there"


def _state(span, loss, supervision):
    rungs = _rungs(span, loss, supervision)
    levels, left = len(rungs) - 1, rungs[-1]
    same = not supervision
    people = [chain.people_at(level, span, _STAFF) for level in range(levels + 1)]
    grows = "the same at every span" if same else "that grows with the span"
    why = (
        "They make the fewest levels."
        if same
        else f"If levels need not be whole, it would be {chain.best_span():.1f}."
    )
    each = (
        f"{loss} %"
        if same
        else f"{per_cent(100 * (1 - _passed(span, loss, supervision)))} at this span"
    )
    return {
        "title": f"A span of {span} makes {levels} levels: {per_cent(left)} of the minister's "
        "intent "
        "reaches the desk",
        "description": f"10,000 officials at the desk, with {span} under each superior, stand "
        f"{levels} levels "
        f"below the minister. Each level loses {each}, "
        f"and {per_cent(left)} of the intent arrives. "
        f"With a loss {grows}, {_best(loss, supervision)}. {why}",
        "traces": {
            "intent left": {
                "x": list(range(levels + 1)),
                "y": rungs,
                "customdata": people,
            },
            "people": {"x": list(range(levels + 1)), "y": people},
            "at the desk": {"x": [levels], "y": [left]},
        },
    }


def _figure(span, loss, supervision):
    state = _state(span, loss, supervision)
    return draw(
        rungs=state["traces"]["intent left"]["y"],
        people=state["traces"]["intent left"]["customdata"],
        most=chain.whole_levels(_STAFF, _SPANS[0]),
        title=state["title"],
        description=state["description"],
    )


def _scene(span, loss, supervision):
    rungs = _rungs(span, loss, supervision)
    return scene(span, [chain.people_at(level, span, _STAFF) for level in range(len(rungs))], rungs)


def hierarchy():
    """The Spec: span of control, loss at each level,
    and whether a wide span weakens supervision.
    """
    return Spec(
        id="hierarchy",
        controls={
            "span": Slider("Span of control", _SPANS[0], _SPANS[-1], first=_USUAL, plays=True),
            "loss": Slider("Lost at each level", 1, 20, first=10, unit=" %"),
            "supervision": Toggle("A wide span weakens supervision"),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="classic",
        hint="10,000 officials work at the desk, under one minister. Each bar is a level; the last "
        "is the desk.",
        claims=("CG-d", "CG-d2"),
    )
