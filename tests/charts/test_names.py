"""Is every name on a chart read: on no other, and inside the chart?"""

import itertools
from dataclasses import replace

from course.charts import compared
from course.evidence import inquiries
from course.evidence.dating import dates
from course.evidence.picture import Cloud

RANGES = ("xaxis.range", "yaxis.range")


def test_names_of_near_points_do_not_lie_on_one_another():
    """Are two names whose points nearly meet written on different sides?"""
    points = {"A": (0.0, 0.0), "B": (0.01, 0.01), "C": (-1.0, -1.0), "D": (1.0, 1.0)}
    picture = Cloud("x", "", "y", "", points, {"A": "Alpha", "B": "Beta"})
    first, second = compared.arrays(picture)["names"]["textposition"]
    assert first != second


def test_a_name_at_the_edge_is_not_cut_off():
    """Is the name of the rightmost country written to its left?"""
    picture = Cloud("x", "", "y", "", {"A": (0.0, 0.0), "B": (1.0, 1.0)}, {"B": "Bangladesh"})
    assert compared.arrays(picture)["names"]["textposition"][0].endswith("left")


def written(picture):
    """The rectangle of each name on a phone, whose axes are 217 by 315 px: (left, right, low,
    high) in px.
    """
    names, (x_range, y_range) = (
        compared.arrays(picture)["names"],
        map(compared.axes(picture).get, RANGES),
    )
    for x, y, words, side in zip(
        names["x"], names["y"], names["text"], names["textposition"], strict=True
    ):
        across = 217 * (x - x_range[0]) / (x_range[1] - x_range[0])
        up = 315 * (y - y_range[0]) / (y_range[1] - y_range[0])
        wide, foot = 6.3 * len(words), {"top": 0, "middle": -7.5, "bottom": -15}[side.split()[0]]
        left = across if side.endswith("right") else across - wide
        yield left, left + wide, up + foot, up + foot + 15


def test_no_name_lies_on_another_on_a_phone():
    """In every admissible choice, do two names of the neighbours share no more than an edge?"""
    asked = inquiries.inquiry("fewer-jobs")
    for values in itertools.product(*asked.choices.values()):
        boxes = written(asked.draw(**dict(zip(asked.choices, values, strict=True))))
        for a, b in itertools.combinations(boxes, 2):
            wide, high = (min(a[i + 1], b[i + 1]) - max(a[i], b[i]) for i in (0, 2))
            assert min(wide, high) <= 2, f"{values}: two names share {wide:.0f} by {high:.0f} px"


def test_no_name_of_a_list_lies_on_the_line_across_it():
    """In every admissible choice of the neighbours, on a phone: does no name lie on the line that
    they are compared with, unless it has no room on the other side; and is each estimate clear of
    its own interval, so that it is seen?
    """
    asked = inquiries.inquiry("neighbours")
    asks = asked.subjects | asked.choices
    for values in itertools.product(*asks.values()):
        picture = asked.draw(**dict(zip(asks, values, strict=True)))
        low, high = compared.axes(picture)["xaxis.range"]
        across = 217 * (picture.at - low) / (high - low)
        sides = compared.arrays(picture)["names"]["textposition"]
        for (left, right, *_), side in zip(written(picture), sides, strict=True):
            other = left - (right - left) > 0 if side.endswith("right") else 2 * right - left < 217
            assert not (other and left + 2 < across < right - 2), values
        drawn = compared.arrays(picture)["fit"]["x"]
        for i, (_, value, *_) in enumerate(sorted(picture.rows, key=lambda row: -row[1])):
            low_end, before, _, after, high_end, _ = drawn[6 * i : 6 * i + 6]
            assert low_end < before < value < after < high_end
            assert after - before > 0.02 * (high - low), values


def test_a_name_is_clear_of_what_it_names():
    """Has each name of a marked year, of a point and of a list a space towards its line or
    marker, in a text that plotly.js and paper draw alike?
    """
    for name in ("fewer-jobs", "neighbours", "golden-age"):
        asked = inquiries.inquiry(name)
        asks = asked.subjects | asked.choices
        first = {key: next(iter(values)) for key, values in asks.items()}
        names = compared.arrays(asked.draw(**first))["names"]
        assert names["text"], name
        for words, side in zip(names["text"], names["textposition"], strict=True):
            towards = words[0] if side.endswith("right") else words[-1]
            assert towards == "\N{EM SPACE}", f"{name}: {words!r} begins on its own line"


def test_the_words_of_a_strip_stand_below_what_is_drawn():
    """Is there a line of words between the figures and the strip, on a chart as low as a slide's,
    of 150 px?
    """
    asked = inquiries.inquiry("civil-society")
    first = {key: next(iter(values)) for key, values in (asked.subjects | asked.choices).items()}
    drawn = asked.draw(**first)
    picture = replace(drawn, dates=dates(asked.one(**first).contrast.series))
    arrays, (low, high) = compared.arrays(picture), compared.axes(picture)["yaxis.range"]
    lowest = min(y for y in arrays["record"]["y"] + arrays["beside"]["y"] if y is not None)
    room = lowest - max(arrays["misfit"]["y"])
    assert 150 * room / (high - low) >= 15
