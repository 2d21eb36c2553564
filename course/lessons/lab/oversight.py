"""Patrols and alarms (M6): audits from above, complaints from below,
and how many take the bribe.
"""

from functools import cache

from course.charts.oversight import oversight as draw
from course.charts.scenes.oversight import oversight as scene
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.lessons.words import per_cent
from course.models import oversight as model

__all__ = ["oversight"]

_AUDITS = list(range(0, 101, 5))
_CITIZENS, _BRIBE = 50, 2
_STAKES = {3: "3, as much as 1.5 average bribes", 6: "6, as much as 3", 9: "9, as much as 4.5"}
_ALONE, _WITH, _DRAWN = "audits alone", "with your alarms", "200 invented officials"
_COST, _VALUE = 1, 4  # of the inspection game: invented, like the rest


@cache
def _found(alarms):
    return [model.detection(q / 100, alarms / 100, _CITIZENS) for q in _AUDITS]


@cache
def _share(alarms, stake):
    return [100 * model.corrupt_share(d, stake, _BRIBE) for d in _found(alarms)]


@cache
def _curve(alarms, stake):
    return [round(share, 1) for share in _share(alarms, stake)]


@cache
def _draw(alarms, stake):
    return [100 * s for s in model.drawn_shares(_found(alarms), stake, _BRIBE, officials=200)]


def _exchange(audits, alarms):
    """What the alarms are worth in audits, and what would replace the audits, in words."""
    found = model.detection(audits / 100, alarms / 100, _CITIZENS)
    if found == 1:
        return "Every decision is audited, so alarms have nothing left to find."
    worth = (
        f"Without alarms it would take audits of {per_cent(100 * found)}."
        if alarms
        else "Nobody complains here, so the audits stand alone."
    )
    if audits == 0:
        return f"{worth} There are no audits to replace."
    all_alarm = model.matching_alarm(found, 0, _CITIZENS)
    return (
        f"{worth} To drop the audits and find as much, {100 * all_alarm:.2f} % of the complaints "
        "must succeed, one by one."
    )


@cache
def _game(stake):
    looks = model.inspection_in_game(_BRIBE, stake)
    corrupt = model.corrupt_in_game(_COST, _VALUE)
    return (
        f"In the inspection game a bribe brings {_BRIBE} and being caught costs {stake}. The "
        "inspector then looks "
        f"{100 * looks:.0f} % of the time and the official is corrupt {100 * corrupt:.0f} % of "
        "the time. "
        "A harsher loss makes inspectors look less, and changes nothing else."
    )


def _state(audits, alarms, stake):
    at = _AUDITS.index(audits)
    found = _found(alarms)[at]
    share, drawn, alone = _share(alarms, stake)[at], _draw(alarms, stake)[at], _share(0, stake)[at]
    return {
        "title": f"{100 * found:.0f} of 100 bribes are found, and {share:.0f} of 100 officials "
        "still "
        "take one",
        "description": f"An audit or a complaint finds a bribe {per_cent(100 * found)} of the "
        "time, so "
        f"{share:.0f} % of officials take one; "
        f"with audits alone, {alone:.0f} %. Of 200 invented officials {2 * drawn:.0f} do. "
        "Both curves fall as audits rise, and meet where everything is audited.",
        "traces": {
            _ALONE: {"y": _curve(0, stake)},
            _WITH: {"y": _curve(alarms, stake)},
            _DRAWN: {"y": _draw(alarms, stake)},
            "your office": {"x": [audits], "y": [round(share, 1)]},
        },
        "notes": {
            "The exchange rate": _exchange(audits, alarms),
            "If the inspector may choose": _game(stake),
        },
    }


def _scene(audits, alarms, stake):
    at = _AUDITS.index(audits)
    return scene(audits, round(100 * _found(alarms)[at]), round(_share(alarms, stake)[at]))


def _figure(audits, alarms, stake):
    state = _state(audits, alarms, stake)
    curves = {name: state["traces"][name]["y"] for name in (_ALONE, _WITH)}
    return draw(
        audits=_AUDITS,
        curves=curves,
        drawn=(_DRAWN, state["traces"][_DRAWN]["y"]),
        chosen=(audits, state["traces"]["your office"]["y"][0]),
        title=state["title"],
        description=state["description"],
    )


def oversight():
    """The Spec: how often decisions are audited, how often a complaint succeeds,
    and what is lost if found out.
    """
    return Spec(
        id="patrols-and-alarms",
        controls={
            "audits": Slider("Decisions audited from above", 0, 100, 5, first=10, unit=" %"),
            "alarms": Slider(
                "Chance that one citizen's complaint succeeds",
                0,
                5,
                0.25,
                first=0.5,
                unit=" %",
                plays=True,
            ),
            "stake": Choice("What an official loses if found out", _STAKES, first=3),
        },
        figure=_figure,
        state=_state,
        scene=_scene,
        paradigm="pakistan",
        lead="alarms",
        hint="Fifty citizens see each decision, and the average bribe on offer is 2. Lower is "
        "cleaner.",
        claims=("WF-09", "PKB-j", "SK-j2", "GOV-c3"),
    )
