"""Drawings that a stranger may store: small as documents, without an end where they are drawn."""

import copy
import json
from functools import partial

from scenes import odd_scenes, with_scenes

from course.charts.pictures.scene import plain
from course.interactives.accountability import accountability
from course.interactives.timeline import timeline
from course.lessons import spec
from course.lessons.states import plain_figure

__all__ = ["FIGURES", "MAPS", "SCENES", "STRIPS", "figure", "fine_scenes"]

_MANY = 10**9


def _tally(n, **more):
    group = {"n": n, "sign": "coin", "word": "x", **more.pop("group", {})}
    return {"a": {"band": "tally", "groups": [group], "size": 18, "limits": [], "asked": 0, **more}}


def _places(**more):
    given = {"places": [{"sign": "desk"}], "counts": [], "size": 30, "small": 10, "across": 3}
    return {"a": {"band": "places", **given, **more}}


def _pile(n):
    return {"sign": "desk", "piles": [{"n": n, "sign": "file"}]}


# name -> the bands of a scene that is refused
SCENES = {
    "a billion in a tally": _tally(_MANY),
    "a billion as text": _tally(str(_MANY)),
    "less than none": {
        "a": {
            **_tally(-_MANY)["a"],
            "groups": [{"n": n, "sign": "coin", "word": ""} for n in (-_MANY, _MANY)],
        }
    },
    "a half": _tally(0.5),
    "a billion that says it is a level": _tally(_MANY, group={"left": "x", "most": 3}),
    "a billion in a pile": _places(places=[_pile(_MANY)]),
    "a billion by counts": _places(places=[_pile(1)], counts=[3, _MANY]),
    "too many in all": _places(places=[_pile(1_001), _pile(1_001)]),
    "many bands": {str(n): _tally(1)["a"] for n in range(1_500)},
    "a billion in a column": {
        "a": {
            "band": "panels", "panels": [{"word": "x"}], "column": _pile(0), "counts": [_MANY],
            "tones": ["ink"], "said": [""], "lines": [0], "across": 1, "size": 18, "small": 15,
            "keys": [],
        }
    },
    "columns without a width": {
        "a": {
            "band": "panels", "panels": [{"word": "x"}], "column": _pile(0), "counts": [1],
            "tones": ["ink"], "said": [""], "lines": [0], "across": 0, "size": 18, "small": 15,
            "keys": [],
        }
    },
    "a level as wide as the sky": {
        "a": {"band": "levels", "size": _MANY, "levels": [{"n": _MANY, "sign": "official"}]}
    },
    "levels without an end": {
        "a": {"band": "levels", "size": 18, "levels": [{"n": _MANY, "sign": "desk"}] * 200}
    },
    "a crowd on a line": {
        "a": {
            "band": "line", "low": 0, "high": 1, "spans": [], "ends": ["", ""], "size": 28,
            "standing": [{"at": 0.5, "sign": "chair"}] * 3_000,
        }
    },
    "ties without an end": {
        "a": {
            "band": "ties", "tall": 0.6, "size": 30, "ties": [{"a": 0, "b": 1}] * 3_000,
            "nodes": [{"x": 0, "y": 0, "sign": "firm"}, {"x": 1, "y": 1, "sign": "firm"}],
        }
    },
    "a limit out of sight": _tally(3, limits=[{"at": _MANY, "word": "x"}]),
    "no size": _tally(3, size=0),
    "a long sentence": {"a": {"band": "said", "words": "word " * 1_000}},
}  # fmt: skip


def fine_scenes():
    """Scenes that are drawn: ours, and a hierarchy with a billion at its foot."""
    yield plain(odd_scenes())
    for name in with_scenes():
        one = spec(name)
        yield plain(one.scene(**one.first()))
    foot = {"n": _MANY, "sign": "official", "left": "1,000,000,000"}
    yield {"a": {"band": "levels", "size": 18, "levels": [foot]}}


def figure():
    """A figure of ours as plain JSON, to be harmed."""
    one = spec("contest-for-rents")
    return json.loads(json.dumps(plain_figure(one.figure(**one.first()))))


def _traces(found, count, points):
    one = found["data"][0] | {"x": list(range(points)), "y": [1] * points}
    found["data"] = [copy.deepcopy(one) for _ in range(count)]


def _harmed(change):
    found = figure()
    change(found)
    return found


def _map(**changes):
    content = copy.deepcopy(accountability(["classic"]).content)
    return {**content, **{name: change(content[name]) for name, change in changes.items()}}


def _strip(rows=1, lines=1):
    content = copy.deepcopy(timeline().content)
    content["rows"] = [{**content["rows"][0], "record": []}] * rows if rows > 1 else content["rows"]
    content["strip"]["lines"] *= lines
    return content


# name -> what makes a figure, a map or a timeline that is refused: whoever collects makes none
FIGURES = {
    "points": partial(_harmed, lambda found: _traces(found, 1, 3_000)),
    "series": partial(_harmed, lambda found: _traces(found, 50, 2)),
    "words": partial(
        _harmed, lambda found: found["data"][0].update(text=["x" * 9_000], mode="text")
    ),
    "a title": partial(
        _harmed, lambda found: found["layout"]["yaxis"]["title"].update(text="x " * 5_000)
    ),
}
MAPS = {
    "actors": partial(_map, actors=lambda some: some * 10),
    "states": partial(_map, states=lambda some: some * 20),
    "lines": partial(_map, states=lambda some: [{**some[0], "lines": some[0]["lines"] * 10}]),
    "absent": partial(_map, states=lambda some: [{**some[0], "absent": ["x"] * 100}]),
    "words": partial(
        _map,
        layouts=lambda some: {
            **some, "wide": {name: {**p, "words": ["x"] * 99} for name, p in some["wide"].items()}
        },
    ),
}  # fmt: skip
STRIPS = {"rows": partial(_strip, rows=1_100), "lines": partial(_strip, lines=30)}
