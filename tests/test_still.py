"""Does the still show what the chart shows?"""

import re
from xml.etree import ElementTree as ET

import pytest

from course import lessons
from course.charts.chart import series
from course.charts.still import still


@pytest.mark.parametrize("name", lessons.names())
def test_a_still_holds_every_trace(name):
    """Is it well-formed, named by the title, with each series in its legend and each point drawn?"""
    figure = lessons.spec(name).first_figure
    picture = ET.fromstring(still(figure))
    assert picture.get("aria-label") == f"Chart: {figure['layout']['meta']['title']}"
    words = "".join(picture.itertext())
    for trace in figure["data"]:
        if (
            trace.get("visible", True) is True
            and trace.get("showlegend") is not False
            and not trace.get("fill")
            and trace["x"]
        ):
            assert trace["name"] in words
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


def test_a_gap_stays_a_gap():
    """Is a line not drawn across a year that has no figure?"""
    svg = still(made(mode="lines", x=[0, 1, 2, 3], y=[1, None, 2, 3]))
    assert re.search(r"d='M[\d. ]+M[\d. ]+L[\d. ]+'", svg)


def test_each_series_has_a_shape_of_its_own():
    """Do five series of points differ in more than their colour, and does the legend name each by its shape?"""
    five = [series(i)["marker"] for i in range(5)]
    figure = made(mode="markers", x=[0, 1], y=[0, 1])
    figure["data"] = [
        figure["data"][0] | {"name": f"series {i}", "marker": marker} for i, marker in enumerate(five)
    ]
    grey = re.sub(r"(fill|stroke)='(#|var)[^']*'", "", still(figure))
    shapes = [
        re.sub(r"[\d.-]+", "n", mark)
        for mark in re.findall(r"(<[a-z]+ [^>]*>)<text", grey)
        if "series" in grey
    ]
    assert len(set(shapes[-5:])) == 5


def test_a_long_legend_takes_a_second_row():
    """Does no entry end beyond the picture, whatever the number of series?"""
    for name in lessons.names():
        picture = ET.fromstring(still(lessons.spec(name).first_figure))
        left, top, wide, _ = map(float, picture.get("viewBox").split())
        for text in picture.findall("text"):
            if text.get("text-anchor") is None:
                assert float(text.get("x")) + 6 * len(text.text) <= left + wide
                assert float(text.get("y")) > top


def test_a_hatched_bar_is_hatched():
    """Is a bar that the chart hatches told from its neighbour without colour?"""
    bar = {"type": "bar", "x": [1, 2], "y": [3, 4]}
    assert still(made(**bar)).count("stroke-opacity='.8'") == 0
    assert still(made(**bar, marker={"pattern": {"shape": "/"}})).count("stroke-opacity='.8'") == 3


def test_an_open_marker_is_open():
    """Is a hollow diamond drawn as a diamond, and hollow?"""
    hollow, full = (
        still(made(mode="markers", x=[0], y=[0], marker={"symbol": s})) for s in ("diamond-open", "diamond")
    )
    assert hollow.count("fill='#fff'") == 2  # the point and its legend
    assert full.count("fill='#fff'") == 0
    assert "<circle" not in hollow + full
