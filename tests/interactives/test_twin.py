"""Does the table under a chart at rest hold some figures, whatever the chart's series?"""

import pytest

from course import lessons
from course.interactives.table import table_of


def figure(*series):
    """A chart of named points: the numbers of points of its series."""
    axes = {axis: {"title": {"text": axis}} for axis in ("xaxis", "yaxis")}
    traces = [{"text": [f"{n}"] * n, "x": list(range(n)), "y": list(range(n))} for n in series]
    return {"layout": axes, "data": traces}


@pytest.mark.thorough
def test_no_table_is_empty(subtests):
    """Of each interactive, is there between one row and about a screenful?"""
    for name in lessons.names():
        with subtests.test(name):
            _, rows = table_of(lessons.spec(name).first_figure, brief=True)
            assert 1 <= len(rows) <= 60, f"{name}: {len(rows)} rows"


@pytest.mark.parametrize(
    ("series", "rows"),
    [((0, 0), 0), ((3, 0), 3), ((3, 200), 3), ((0, 200), 25), ((30, 30), 20)],
)
def test_long_series_are_thinned_only_where_there_is_no_short_one(series, rows):
    """The short series whole; else every n-th point;
    and no error where the record has nothing at all?
    """
    assert len(table_of(figure(*series), brief=True)[1]) == rows
    assert len(table_of(figure(*series))[1]) == sum(series)


@pytest.mark.parametrize(("points", "rows"), [(3, 3), (12, 12), (21, 11), (24, 13), (61, 11)])
def test_a_curve_on_paper_keeps_few_rows_and_both_its_ends(points, rows):
    """Does a column of numbers end where its curve ends, and before a reader is lost in it?"""
    axes = {axis: {"title": {"text": axis}} for axis in ("xaxis", "yaxis")}
    x = list(range(points))
    curve = {"layout": axes, "data": [{"name": "line", "x": x, "y": x}]}
    _, found = table_of(curve, brief=True)
    assert len(found) == rows
    assert (found[0], found[-1]) == ([0, 0], [points - 1, points - 1])
