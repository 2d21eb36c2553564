"""Can a chart be built without what makes it honest? Can everyone see it?"""

import inspect
import json
import random
import re

import pytest

from course import lessons
from course.charts import theme
from course.charts.chart import Axis, Drawn, Exact, NoInterval, chart, plain

GOOD = {
    "title": "A finding",
    "x": Axis("Year", ""),
    "y": Axis("Score", "points"),
    "source": "made up",
    "description": "It rises.",
    "uncertainty": NoInterval("made up"),
    "traces": [{"type": "scatter", "name": "a", "x": [1], "y": [2]}],
}


def test_all_its_parts_reach_the_page():
    """Are title, description, source and uncertainty with the figure, and units on the axis?"""
    figure = chart(**GOOD)
    assert figure.layout.meta["title"] == "A finding"
    assert figure.layout.meta["source"] == "Source: made up."
    assert figure.layout.meta["uncertainty"].startswith("No interval")
    assert figure.layout.yaxis.title.text == "Score (points)"


@pytest.mark.parametrize("part", list(inspect.signature(chart).parameters))
def test_a_missing_part_is_a_type_error(part):
    """Does leaving one out fail at once?"""
    with pytest.raises(TypeError, match=part):
        chart(**{k: v for k, v in GOOD.items() if k != part})


@pytest.mark.parametrize(
    ("part", "value"),
    [("title", " "), ("description", ""), ("source", None), ("x", "Year"), ("uncertainty", "none")],
)
def test_an_empty_part_is_a_type_error(part, value):
    """Does an empty string count as missing?"""
    with pytest.raises(TypeError):
        chart(**GOOD | {part: value})


def test_an_interval_said_to_be_drawn_is_drawn():
    """Is a promise without error bars refused?"""
    with pytest.raises(ValueError, match="no trace has error bars"):
        chart(**GOOD | {"uncertainty": Drawn("95 %")})
    assert Exact("a formula").note == "a formula"


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_contrast(scheme, colours):
    """Text at least 4.5:1 and marks at least 3:1 on every ground?"""
    for ground in theme.GROUND[scheme]:
        for name, colour in colours.items():
            least = {"grid": 1, "ink": 4.5, "quiet": 4.5}.get(name, 3)
            assert contrast(colour, ground) >= least, (
                f"course/charts/theme.py: {name} has {contrast(colour, ground):.1f}:1 on "
                f"{ground}; it needs {least}:1"
            )


PARADIGMS = {"blue", "rust", "green", "plum"}


def test_series_differ_in_dash_and_marker():
    """Could someone who sees no colour tell them apart?"""
    _, *columns = zip(*theme.SERIES, strict=True)
    for column in columns:
        assert len(set(column)) == len(theme.SERIES)


@pytest.mark.thorough
def test_the_paradigms_colours_are_in_no_chart():
    """Are blue, rust, green and plum left to the paradigms, in every chart of the course?"""
    theirs = {theme.LIGHT[name] for name in PARADIGMS} | {theme.band(name) for name in PARADIGMS}
    found = {}
    for name in lessons.names():
        text = json.dumps(lessons.spec(name).first_figure["data"])
        found[name] = sorted(colour for colour in theirs if colour in text)
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_a_name_at_a_line_can_be_read():
    """Has each colour in which a series' name is written 4.5:1 on every ground?"""
    for scheme, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
        for name in {colour for colour, *_ in theme.SERIES}:
            assert all(contrast(colours[name], ground) >= 4.5 for ground in theme.GROUND[scheme]), (
                name
            )


def test_every_light_colour_has_its_dark_twin():
    """Does the dark theme know each colour, bands included?"""
    twins = theme.dark_twins()
    assert set(theme.LIGHT.values()) <= set(twins)
    assert theme.band("blue") in twins


def test_plain_rounds_and_keeps_no_nan():
    """Five significant digits, None for what is missing, whole numbers whole?"""
    assert plain({"a": (1.234567, float("nan"), 3.0)}) == {"a": [1.2346, None, 3]}


@pytest.mark.thorough
def test_no_axis_counts_another_order_than_its_words():
    """Where the words give a place among so many: does the axis show that many, or say that it
    counts those named alone?
    """
    offenders = []
    for name in lessons.names("weigh"):
        spec = lessons.spec(name)
        settings = [s for s in spec.combinations() if s.get("show") == "record"]
        for setting in random.Random(5).sample(settings, min(25, len(settings))):
            state = spec.state(**setting)
            axis = state["layout"]["yaxis.title.text"]
            shown = {y for trace in state["traces"].values() for y in trace.get("y", [])}
            for place, of in re.findall(r"place (\d+) of (\d+)", state["description"]):
                ranks = re.search(r"\b(place|rank|order)", axis, re.IGNORECASE)
                if ranks and "among those named" not in axis and not {int(place), int(of)} <= shown:
                    offenders.append(
                        f"{name} {setting}: place {place} of {of}, but the axis says {axis!r}"
                    )
    assert offenders == []
