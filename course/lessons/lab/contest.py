"""A contest for rents (M7): rivals, what is left to win, and how decisive spending is."""

from functools import cache

from course.charts.contest import contest as draw
from course.charts.scenes.contest import contest as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.models import contest as model

__all__ = ["contest"]

_RIVALS = list(range(2, 11))
_PRIZES = {
    100: "100: nothing settled by rule",
    50: "50: half settled by rule",
    25: "25: most settled by rule",
}
_ALL, _EACH, _PRIZE = "spent in all", "spent by each", "the prize"


def _holds(rivals, decisive):
    return decisive <= model.most_decisive(rivals)


@cache
def _curves(decisive, prize):
    def along(spent):
        return [
            round(spent(n, prize, decisive), 2) if _holds(n, decisive) else None for n in _RIVALS
        ]

    return {
        _ALL: along(model.spent_in_all),
        _EACH: along(model.spent_by_each),
        _PRIZE: [prize for _ in _RIVALS],
    }


def _words(rivals, decisive, prize):
    """Title and description where the formula holds."""
    total, each = (
        spent(rivals, prize, decisive) for spent in (model.spent_in_all, model.spent_by_each)
    )
    share, keeps = 100 * model.burnt_share(rivals, decisive), model.payoff(rivals, prize, decisive)
    left = f"can expect to keep {keeps:.3g}" if keeps > 1e-9 else "can expect to keep nothing"
    title = f"{rivals} rivals burn {round(total)} of the {prize} rupees that they contest"
    return title, (
        f"Each rival spends {each:.3g} and {left}. Together they spend {total:.3g}, which is "
        f"{share:.0f} % of the prize. "
        "With more rivals each spends less, and all together spend more."
    )


def _blocked(rivals, decisive):
    """The same where it does not: nothing is extended beyond its domain."""
    most = model.most_decisive(rivals)
    title = f"No answer: for {rivals} rivals the formula ends at r = {most:.3g}"
    return title, (
        f"r is {decisive:g}. Where spending decides this much, each rival would lose by the "
        "level that the formula names, so somebody stays "
        "out. Who, it does not say. No point is drawn, and the curves stop where the formula does."
    )


@cache
def _levers(rivals, decisive, prize):
    """What one more rival, and half the prize, would do."""
    if not _holds(rivals, decisive):
        return "The formula gives no answer here, so it says nothing of either."
    more = (
        f"spend {model.spent_in_all(rivals + 1, prize, decisive):.3g} in all"
        if _holds(rivals + 1, decisive)
        else "lie beyond the formula"
    )
    half = model.spent_in_all(rivals, prize / 2, decisive)
    return (
        f"{rivals + 1} rivals would {more}. Half the prize, with {rivals} rivals, would bring it "
        f"to {half:.3g}."
    )


@cache
def _unequal(prize):
    one, other = model.spent_by_unequal(prize, prize / 2)
    return (
        f"Suppose two rivals, r = 1, and a prize worth {prize} to one and {prize / 2:g} to the "
        f"other. They spend {one:.3g} "
        f"and {other:.3g}, and the first wins "
        f"{100 * model.win_chance_unequal(prize, prize / 2):.0f} times in 100. "
        f"Alike, they would spend {model.spent_in_all(2, prize):.3g}: unequal rivals burn "
        "less, and one of them is left behind."
    )


def _state(rivals, decisive, prize):
    curves, at = _curves(decisive, prize), _RIVALS.index(rivals)
    title, description = (
        _words(rivals, decisive, prize) if _holds(rivals, decisive) else _blocked(rivals, decisive)
    )
    return {
        "title": title,
        "description": description,
        "traces": {name: {"y": curve} for name, curve in curves.items()}
        | {"your contest": {"x": [rivals] * 2, "y": [curves[_ALL][at], curves[_EACH][at]]}},
        "notes": {
            "One more rival, or a smaller prize": _levers(rivals, decisive, prize),
            "If one wants it more": _unequal(prize),
        },
    }


def _scene(rivals, decisive, prize):
    if not _holds(rivals, decisive):
        return scene(rivals, prize, None, 0)
    each, total = (
        spent(rivals, prize, decisive) for spent in (model.spent_by_each, model.spent_in_all)
    )
    return scene(rivals, prize, each, round(total))


def _figure(rivals, decisive, prize):
    state = _state(rivals, decisive, prize)
    return draw(
        rivals=_RIVALS,
        curves=_curves(decisive, prize),
        highest=106,
        chosen=(rivals, state["traces"]["your contest"]["y"]),
        title=state["title"],
        description=state["description"],
    )


def contest():
    """The Spec: how many contest the prize, how decisive spending is,
    and how much is left to win.
    """
    return Spec(
        id="contest-for-rents",
        controls={
            "rivals": Slider("Rivals", 2, 10, first=5, plays=True),
            "decisive": Slider("How decisive spending is (r)", 0.2, 1.5, 0.1, first=1.0),
            "prize": Choice("What is left to win", _PRIZES, first=100),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="pakistan",
        hint="At r near 0 the winner is drawn by lot. The higher r is, the surer the biggest "
        "spender wins.",
        claims=("PKB-i2", "PKH-39", "PKH-41"),
    )
