"""Does each line say its own name, clear of other names, inside the chart?"""

import itertools
import random

import pytest

from course import lessons
from course.charts.labels import HIGH, is_named, labels, lines_of, wide
from course.lessons.states import plain_figure

BOX = (48, 348, 30, 332)  # of the plot, on a phone


def plot(figure):
    """The names of a figure, as a phone shows them."""

    def scale(axis, start, stop):
        low, high = figure["layout"][axis]["range"]
        return lambda value: start + (value - low) / (high - low) * (stop - start)

    return labels(
        figure["data"], scale("xaxis", BOX[0], BOX[1]), scale("yaxis", BOX[3], BOX[2]), BOX
    )


def trace(name, ys, **more):
    return {"name": name, "mode": "lines", "x": list(range(len(ys))), "y": ys, **more}


def figure(*traces, ranges=((0, 10), (0, 10))):
    layout = {axis: {"range": told} for axis, told in zip(("xaxis", "yaxis"), ranges, strict=True)}
    return {"data": list(traces), "layout": layout}


def on_one_another(a, b):
    return abs(a.x - b.x) < (wide(a.text) + wide(b.text)) / 2 and abs(a.y - b.y) < HIGH


def test_a_name_stands_at_its_own_line():
    """Of two lines far apart: is each name nearer to its own, near its end, and on no line?"""
    low, high = plot(figure(trace("low", [2] * 11), trace("high", [8] * 11)))
    assert abs(high.y - 90.4) < 20
    assert abs(low.y - 271.6) < 20
    assert min(low.x, high.x) > 250
    assert abs(low.y - 271.6) >= HIGH / 2


def test_lines_that_meet_are_named_where_they_are_apart():
    """Where two lines end together: do their names stand apart?"""
    a, b = plot(figure(trace("rises", list(range(11))), trace("stays", [10] * 11)))
    assert not on_one_another(a, b)


def test_what_needs_no_name_has_none():
    """Bands, traces that are told not to be named,
    those that are not drawn and those without a point?
    """
    found = plot(
        figure(
            trace("band", [1, 2], fill="toself"),
            trace("told", [1, 2], showlegend=False),
            trace("unseen", [1, 2], visible=False),
            trace("empty", []),
            trace("nowhere", [None, None]),
        )
    )
    assert found == []


def test_a_line_is_called_by_the_words_of_its_points():
    """Is the record of Pakistan called Pakistan?"""
    (found,) = plot(figure(trace("record", [1, 2], text=["Pakistan"] * 2)))
    assert found.text == "Pakistan"


@pytest.mark.nightly
@pytest.mark.thorough
@pytest.mark.parametrize("width", [291, 360, 736])
def test_the_title_above_an_axis_fits(width):
    """On at most two lines, none wider than the chart, and no word lost?"""
    for name in lessons.names():
        title = lessons.spec(name).first_figure["layout"]["yaxis"]["title"]["text"]
        lines = lines_of(title, width)
        assert " ".join(lines) == title
        assert len(lines) <= 2
        assert max(wide(line, 13) for line in lines) <= width, f"{name}: {title}"


@pytest.mark.nightly
@pytest.mark.thorough
def test_no_name_lies_on_another_on_a_phone():
    """In every chart, at drawn settings: are all named, inside the plot, and none on another?"""
    pairs, crossed = 0, []
    for name in lessons.names():
        spec = lessons.spec(name)
        settings = list(spec.combinations())
        for setting in random.Random(7).sample(settings, min(5, len(settings))):
            told = plain_figure(spec.figure(**setting))
            found = plot(told)
            assert len(found) <= sum(map(is_named, told["data"]))
            for one in found:
                assert BOX[0] <= one.x - wide(one.text) / 2
                assert one.x + wide(one.text) / 2 <= BOX[1]
                assert BOX[2] <= one.y <= BOX[3]
            for a, b in itertools.combinations(found, 2):
                pairs += 1
                if on_one_another(a, b):
                    crossed.append(f"{name} {setting}: {a.text} and {b.text}")
    assert pairs > 500
    assert crossed == []
