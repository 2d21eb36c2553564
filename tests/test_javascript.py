"""Does the widgets' JavaScript think as Python does?"""

import gzip
import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from course import lessons, questions
from course.widgets import text
from course.widgets.states import payload, plain_figure
from course.widgets.twin import table_of

HERE = Path(__file__).parent


def explorable_cases(name):
    spec = lessons.spec(name)
    settings = list(spec.combinations())
    cases = []
    for setting in random.Random(2).sample(settings, min(10, len(settings))):
        figure = plain_figure(spec.figure(**setting))
        at = [control.values.index(setting[key]) for key, control in spec.controls.items()]
        cases.append({"at": at, "figure": figure, "table": table_of(figure)})
    return {"load": json.loads(gzip.decompress(payload(spec))), "cases": cases}


def quiz_cases(question):
    tried = (
        range(len(question.get("options", [])))
        if question["kind"] == "choice"
        else [question["answer"], *(t["value"] for t in question["traps"]), -7, 1e6]
    )
    answers = [
        {"answer": a, "score": questions.score(question, a), "feedback": questions.feedback(question, a)}
        for a in tried
    ]
    return {"question": question, "answers": answers}


@pytest.mark.node
def test_browser_and_python_agree(tmp_path):
    """On ten random states of each interactive and every kind of answer, do both give the same?"""
    cases = tmp_path / "cases.json"
    given = {
        "modules": {name: text.module(name) for name in ("explorable", "quiz")},
        "explorables": [explorable_cases(name) for name in lessons.names()],
        "quizzes": [quiz_cases(q) for chapter in questions.chapters() for q in questions.of_chapter(chapter)],
    }
    cases.write_text(json.dumps(given), encoding="utf-8")
    run = subprocess.run(
        ["node", "--test", str(HERE / "node")],
        env=os.environ | {"WIDGET_CASES": str(cases)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:]
    assert "# pass 4" in run.stdout or "ℹ pass 4" in run.stdout


def test_one_text_for_every_front_end():
    """Is what JupyterLab gets shared.js followed by the widget's own file?"""
    shared = (Path(text.__file__).parent / "shared.js").read_text(encoding="utf-8")
    for name in ("explorable", "quiz"):
        assert text.module(name).startswith(shared)
        assert text.module(name).endswith(
            (Path(text.__file__).parent / f"{name}.js").read_text(encoding="utf-8")
        )
