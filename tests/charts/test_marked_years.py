"""Do words stand clear of the lines of marked years?"""

import pytest

from course import lessons
from course.charts.labels import wide

_LEFT, _RIGHT, _TOP, _FOOT = 48, 348, 30, 332  # of the plot, on a phone
_SHIFT, _HIGH = 6, 14  # from a word's point to the word; of its letters


def _cards():
    """The lessons that are evidence cards."""
    figures = ((name, lessons.spec(name).first_figure) for name in lessons.names())
    return [name for name, one in figures if any(t.get("name") == "marks" for t in one["data"])]


def _words(trace, x, y):
    """(left, right, top, foot, words) of each word of a trace."""
    for i, (a, b, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        height, side = trace["textposition"][i].split(" ")
        long = wide(text.strip())
        start = x(a) + _SHIFT if side == "right" else x(a) - _SHIFT - long
        top = y(b) if height == "bottom" else y(b) - _HIGH
        yield start, start + long, top, top + _HIGH, text


@pytest.mark.parametrize("name", _cards())
def test_words_stand_clear_of_marked_lines(name):
    """On a phone: does no line of a marked year, nor a level that is marked, run through a word?"""
    figure = lessons.spec(name).first_figure
    traces = {trace["name"]: trace for trace in figure["data"]}
    ranges = [figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis")]

    def scale(at, low, high):
        return lambda value: low + (value - at[0]) / (at[1] - at[0]) * (high - low)

    x, y = scale(ranges[0], _LEFT, _RIGHT), scale(ranges[1], _FOOT, _TOP)
    marks = traces["marks"]
    lines = [
        (x(marks["x"][i]), sorted((y(marks["y"][i]), y(marks["y"][i + 1]))))
        for i in range(0, len(marks["x"]), 3)
        if marks["x"][i] == marks["x"][i + 1]
    ]
    through = [
        words
        for left, right, top, foot, words in _words(traces["names"], x, y)
        for at, (upper, lower) in lines
        if left - 1 < at < right + 1 and upper < foot - 1 and lower > top + 1
    ]
    assert not through, f"{name}: a line runs through {through}"
