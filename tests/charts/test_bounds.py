"""Does a small document of a stranger's cost a reader little?"""

import time

import pytest
from drawings import FIGURES, MAPS, SCENES, STRIPS, figure, fine_scenes

from course.charts.pictures.scene import read
from course.charts.still import still
from course.errors import CourseError
from course.interactives import made
from course.interactives import read as interactive
from course.interactives.explorable import explorable
from course.lessons import spec

SECONDS = 10  # some hundred times what they take


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_without_an_end_is_refused(name):
    """At once, and in one sentence?"""
    start = time.monotonic()
    with pytest.raises((ValueError, TypeError)) as refused:
        read(SCENES[name])
    assert time.monotonic() - start < 1
    if refused.type is ValueError:
        assert str(refused.value).startswith("This drawing holds more than the course draws: ")
        assert str(refused.value).count(".") == 1


@pytest.mark.thorough
def test_our_scenes_are_drawn(subtests):
    """And a level of a billion too, of which the width decides?"""
    for scene in fine_scenes():
        with subtests.test():
            read(scene)


@pytest.mark.parametrize(
    ("module", "make"),
    [
        *(("accountability", make) for make in MAPS.values()),
        *(("timeline", make) for make in STRIPS.values()),
        *(("explorable", make) for make in FIGURES.values()),
    ],
)
def test_a_document_without_an_end_is_damaged(module, make):
    """Maps, timelines and figures: are they refused before anything is drawn?"""
    content = make()
    if module == "explorable":
        content = {**explorable(spec("contest-for-rents")).content, "figure": content}
    with pytest.raises(CourseError, match="damaged"):
        interactive(made(module, "x", content).stored)


def far(**more):
    found = figure()
    found["layout"]["yaxis"]["range"] = [0, 1e-9]
    found["data"] = [
        {"type": "scatter", "mode": "lines", "name": "a", **more}
        | {"x": list(range(900)), "y": [(-1) ** n * 1e6 for n in range(900)]}
    ]
    return found


@pytest.mark.parametrize(
    "more",
    [{}, {"type": "bar"}, {"type": "bar", "marker": {"pattern": {"shape": "/"}}}],
    ids=["lines", "bars", "hatched"],
)
def test_what_runs_far_out_of_the_plot_is_cut(more):
    """Is a still small and soon there whose values lie a million plots away?"""
    start = time.monotonic()
    drawn = still(far(**more), 320)
    assert len(drawn) < 1_000_000
    assert time.monotonic() - start < SECONDS
