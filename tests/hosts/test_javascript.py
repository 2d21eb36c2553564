"""Does the widgets' JavaScript think as Python does?"""

import gzip
import json
import os
import random
import re
import subprocess
from pathlib import Path

import drawings
import pytest
import typed
from asked_cases import asked_cases, everything_asked, prediction_cases
from hypothesis import strategies as st
from memo_cases import memo_cases
from scenes import scene_cases

from course import lessons
from course.capstone import reform
from course.charts import labels, symbols
from course.charts.chart import plain as rounded
from course.charts.pictures.scene import plain
from course.doors.blanks import one_line, trimmed, words_of
from course.doors.numerals import number_in
from course.hosts.browser import text
from course.interactives import memo as memos
from course.interactives.table import table_of
from course.interface.held import held
from course.lessons.states import plain_figure

TESTS = Path(__file__).parents[1]
WIDE, HIGH = 360, 400
SIDES = ("up", "down", "left", "right")
SYMBOLS = ["square", "diamond", "star", "x", "cross", *(f"triangle-{side}" for side in SIDES)]


def names_in(figure):
    """[(words, x, y)] of the names at the lines of a chart,
    in the plot of a page so wide and high.
    """
    layout = figure["layout"]
    margin = layout["template"]["layout"]["margin"]
    top = margin["t"] + 17 * (len(labels.lines_of(layout["yaxis"]["title"]["text"], WIDE)) - 1)
    box = (margin["l"], WIDE - margin["r"], top, HIGH - margin["b"])

    def scale(axis, start, stop):
        low, high = layout[axis]["range"]
        return lambda value: round(start + (value - low) / (high - low) * (stop - start), 2)

    x, y = scale("xaxis", box[0], box[1]), scale("yaxis", box[3], box[2])
    for one in labels.labels(figure["data"], x, y, box):
        yield one.text, one.x, one.y


def explorable_cases(name):
    spec = lessons.spec(name)
    settings = list(spec.combinations())
    cases = []
    for setting in random.Random(2).sample(settings, min(10, len(settings))):
        figure = plain_figure(spec.figure(**setting))
        at = [control.values.index(setting[key]) for key, control in spec.controls.items()]
        case = {
            "at": at,
            "figure": figure,
            "table": table_of(figure),
            "names": list(names_in(figure)),
        }
        cases.append(
            case | ({"scene": rounded(plain(spec.scene(**setting)))} if spec.scene else {})
        )
    kept = json.loads(held(json.dumps(cases, ensure_ascii=False)))  # as a document keeps its words
    return {"load": json.loads(gzip.decompress(spec.packed())), "cases": kept}


def typed_cases():
    """Numbers as people type them: the table, and a thousand draws."""
    table = [*typed.NUMBERS, *((said, "%") for said in typed.NO_NUMBERS)]
    units = st.sampled_from(["", "%", "km", "of a post worth 100"])
    for said, unit in [*table, *typed.drawn(st.tuples(typed.numbers, units), 1000)]:
        yield {"typed": said, "unit": unit, "value": number_in(said, unit)}


def said_cases():
    """Texts with every kind of blank in them."""
    for said in typed.drawn(typed.texts, 500):
        yield {
            "text": said,
            "words": words_of(said),
            "trimmed": trimmed(said),
            "line": one_line(said),
        }


def made_of(makers):
    return {name: make() for name, make in makers.items()}


@pytest.mark.node
@pytest.mark.parametrize(
    "names",
    [
        (*lessons.names()[::6], "merit-and-1973"),
        pytest.param(lessons.names(), marks=pytest.mark.nightly),
    ],
    ids=["one in six", "every one"],
)
def test_browser_and_python_agree(tmp_path, names):
    """On ten random states of an interactive and every kind of answer, do both give the same?"""
    cases = tmp_path / "cases.json"
    given = {
        "modules": {name: text.module(name) for name in text.MODULES},
        "server": text.module(text.SERVER),
        "kernels": {name: text.for_kernel(name) for name in text.MODULES},
        "explorables": [explorable_cases(name) for name in names],
        "scenes": list(scene_cases()),
        "symbols": {kind: symbols.symbol(kind, (0, 0), 5, "#000") for kind in SYMBOLS},
        "dashes": [
            {"dash": dash, "width": width, "drawn": symbols.dash_of({"dash": dash, "width": width})}
            for dash in ("dash", "dot", "dashdot", "longdash")
            for width in (2, 3, 4.5)
        ],
        "drawings": {
            "scenes": drawings.SCENES,
            "fine": list(drawings.fine_scenes()),
            "figures": made_of(drawings.FIGURES),
            "figure": drawings.figure(),
            "maps": made_of(drawings.MAPS),
            "strips": made_of(drawings.STRIPS),
        },
        "designs": list(reform.every_outcome()),
        "designer": reform.tables(),
        "memo": memos.memo("KEN").content,
        "memos": list(memo_cases()),
        "predictions": list(prediction_cases()),
        "typed": list(typed_cases()),
        "said": list(said_cases()),
        "asked": [asked_cases(item) for item in everything_asked()],
    }
    cases.write_text(json.dumps(given), encoding="utf-8")
    run = subprocess.run(
        ["node", "--test", str(TESTS / "node")],
        env=os.environ | {"WIDGET_CASES": str(cases)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:]
    assert re.search(r"[#ℹ] fail 0", run.stdout)
    assert re.search(r"[#ℹ] skipped 0", run.stdout), run.stdout[-2000:]
