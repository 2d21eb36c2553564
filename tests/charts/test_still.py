"""Does the still show what the chart shows?"""

import itertools
import random
import re
from xml.etree import ElementTree as ET

import pytest

from course import lessons
from course.charts.chart import series
from course.charts.labels import name_of
from course.charts.still import still
from course.charts.symbols import symbol
from course.lessons.states import plain_figure


@pytest.mark.thorough
def test_a_still_holds_every_trace(subtests):
    """Is it well-formed, named by the title, with each series named at its line?"""
    for name in lessons.names():
        with subtests.test(name):
            figure = lessons.spec(name).first_figure
            picture = ET.fromstring(still(figure))
            assert picture.get("aria-label") == f"Chart: {figure['layout']['meta']['title']}"
            words = "".join(picture.itertext())
            for trace in figure["data"]:
                if (
                    trace.get("visible", True) is True
                    and trace.get("showlegend") is not False
                    and not trace.get("fill")
                    and any(None not in at for at in zip(trace["x"], trace["y"], strict=True))
                ):
                    assert name_of(trace) in words
            assert figure["layout"]["xaxis"]["title"]["text"] in words
            assert still(figure) == still(figure)


def made(**trace):
    layout = {axis: {"title": {"text": axis}} for axis in ("xaxis", "yaxis")} | {
        "meta": {"title": "<b>A & B</b>"}
    }
    return {"data": [{"type": "scatter", "name": "one", **trace}], "layout": layout}


def test_points_stand_where_their_figures_are():
    """Does the larger value stand higher and further right?"""
    svg = still(made(mode="markers", x=[0, 10], y=[0, 5], marker={"symbol": "circle"}))
    (x1, y1), (x2, y2) = [
        (float(a), float(b)) for a, b in re.findall(r"cx='([\d.]+)' cy='([\d.]+)'", svg)[:2]
    ]
    assert x2 > x1
    assert y2 < y1


def test_an_interval_is_drawn():
    """Is an error bar as long as its figures say, and a missing value left out?"""
    svg = still(made(mode="markers", x=[0, 1, None], y=[1, 2, 3], error_y={"array": [0.5, 1, 1]}))
    found = re.findall(r"<path d='M[\d.]+ ([\d.]+)V([\d.]+)' stroke=", svg)
    lengths = [float(a) - float(b) for a, b in found][-2:]
    assert lengths[1] == pytest.approx(2 * lengths[0], rel=0.02)


def test_words_on_an_axis_and_bars_that_lie():
    """Are names put one step apart, and a lying bar drawn from zero?"""
    svg = still(made(type="bar", orientation="h", x=[1, 2], y=["Pakistan", "India"], marker={}))
    assert "Pakistan" in svg
    widths = [float(w) for w in re.findall(r"<rect [^>]*width='([\d.]+)'", svg)]
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.02)


def test_markup_in_words_stays_words():
    """Is a title with brackets text?"""
    assert "<b>" not in still(made(x=[1], y=[1], mode="lines"))


def test_an_address_is_no_colour(subtests):
    """Is what is not written as a colour left out of the picture?"""
    for colour in ["url(https://elsewhere.example/x)", "red' onload='x", {"a": 1}, 3]:
        with subtests.test(str(colour)):
            lines = still(
                made(
                    x=[1, 2],
                    y=[1, 2],
                    mode="lines+markers",
                    line={"color": colour},
                    marker={"color": colour},
                )
            )
            band = still(made(x=[1, 2], y=[1, 2], fill="toself", fillcolor=colour))
            assert not re.search("url|onload|elsewhere", lines + band)


def test_a_gap_stays_a_gap():
    """Is a line not drawn across a year that has no figure?"""
    svg = still(made(mode="lines", x=[0, 1, 2, 3], y=[1, None, 2, 3]))
    assert re.search(r"d='M[\d. ]+M[\d. ]+L[\d. ]+'", svg)


def test_each_series_has_a_shape_of_its_own():
    """Do five series of points differ in more than their colour?"""
    five = [series(i)["marker"] for i in range(5)]
    shapes = set()
    for marker in five:
        grey = re.sub(
            r"(fill|stroke)='(#|var)[^']*'",
            "",
            still(made(mode="markers", x=[0], y=[0], marker=marker)),
        )
        marks = re.findall(r"<(?:circle|path) [^>]*>", grey)
        shapes.add(marks[-1])
    assert len(shapes) == 5


@pytest.mark.thorough
def test_no_word_runs_beyond_the_picture():
    """On a phone and on paper: does every name, and the title above the axis, end inside?"""
    for name in lessons.names():
        for width in (360, 640):
            picture = ET.fromstring(
                still(lessons.spec(name).first_figure, width).split("</svg><svg")[-1]
            )
            _, top, wide, _ = map(float, picture.get("viewBox").split())
            for text in picture.findall("text"):
                half = 3 * len(text.text) * (text.get("text-anchor") == "middle")
                assert float(text.get("x")) - half >= 0, f"{name}: {text.text}"
                if text.get("text-anchor") is None:
                    assert float(text.get("x")) + 6 * len(text.text) <= wide, f"{name}: {text.text}"
                assert float(text.get("y")) > top


def test_a_hatched_bar_is_hatched():
    """Is a bar that the chart hatches told from its neighbour without colour?"""
    bar = {"type": "bar", "x": [1, 2], "y": [3, 4]}
    assert still(made(**bar)).count("stroke-opacity='.8'") == 0
    assert still(made(**bar, marker={"pattern": {"shape": "/"}})).count("stroke-opacity='.8'") == 2


def test_an_open_marker_is_open():
    """Is a hollow diamond drawn as a diamond, and hollow?"""
    hollow, full = (
        still(made(mode="markers", x=[0], y=[0], marker={"symbol": s}))
        for s in ("diamond-open", "diamond")
    )
    assert hollow.count("fill='#fff'") == 1
    assert full.count("fill='#fff'") == 0
    assert "<circle" not in hollow + full


SYMBOLS = [
    "circle",
    "square",
    "diamond",
    "star",
    "x",
    "cross",
    *(f"triangle-{side}" for side in ("up", "down", "left", "right")),
]


def test_each_symbol_has_a_shape_of_its_own():
    """Is a star a star, and no two symbols drawn alike, open or full?"""
    drawn = {s: symbol(s, (10, 20), 5, "#000") for kind in SYMBOLS for s in (kind, f"{kind}-open")}
    for one, other in itertools.combinations(drawn, 2):
        assert drawn[one] != drawn[other], f"{one} and {other} are drawn alike"
    points = re.findall(r"[ML]([\d.]+) ([\d.]+)", drawn["star"])
    assert len(points) == 10
    assert min(float(b) for _, b in points) == pytest.approx(20 - 7), (
        "a ray of the star stands straight up"
    )


def test_what_it_cannot_draw_it_names(subtests):
    """Is a mark that would be left out, or drawn as another, an error that names it?"""
    for trace, named in [
        ({"marker": {"symbol": "hexagram"}}, "symbol 'hexagram'"),
        ({"marker": {"symbol": ["circle", "pentagon-open"]}}, "symbol 'pentagon-open'"),
        ({"mode": "lines", "line": {"dash": "5px,2px"}}, "line '5px,2px'"),
        ({"type": "heatmap"}, "'one', a trace of type 'heatmap'"),
        ({"type": "violin"}, "type 'violin'"),
        ({"mode": "lines+gauge"}, "mode 'gauge' of 'one'"),
        ({"error_x": {"array": [1, 1]}}, "error_x of 'one'"),
        ({"mode": "lines", "fill": "tonexty"}, "fill 'tonexty' of 'one'"),
    ]:
        with subtests.test(named), pytest.raises(ValueError, match=re.escape(named)):
            still(made(**{"mode": "markers", "x": [0, 1], "y": [0, 1]} | trace))


@pytest.mark.thorough
def test_every_figure_of_the_course_can_be_drawn(subtests):
    """In every state: is no symbol, line or trace refused,
    and each marker drawn in the shape that the chart gives it?
    """
    for name in lessons.names():
        with subtests.test(name):
            spec = lessons.spec(name)
            settings = list(spec.combinations())
            for setting in random.Random(4).sample(settings, min(4, len(settings))):
                figure = plain_figure(spec.figure(**setting))
                svg = still(figure)
                stars = sum(
                    sum(value is not None for value in t["x"])
                    for t in figure["data"]
                    if t.get("marker", {}).get("symbol") == "star"
                    and t.get("visible", True) is True
                )
                assert len(re.findall(r"d='M[^HVhvml']*(?:L[^L']*){9}Z' fill", svg)) >= stars


def test_words_stand_where_the_chart_puts_them():
    """Left, right and in the middle: one place for all points, or one a point?"""
    words = {"mode": "text", "x": [1, 2], "y": [1, 2], "text": ["a", "b"]}
    anchors = re.compile(r"text-anchor='(\w+)' fill='[^']*'>[ab]<")
    assert anchors.findall(still(made(**words, textposition="top center"))) == ["middle"] * 2
    assert anchors.findall(still(made(**words, textposition=["top left", "middle right"]))) == [
        "end",
        "start",
    ]
