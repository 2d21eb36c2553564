"""Does the widgets' JavaScript think as Python does?"""

import gzip
import itertools
import json
import os
import random
import re
import subprocess
from pathlib import Path

import drawings
import pytest
import typed
from hypothesis import strategies as st
from memos import earlier, full, of_the_second_year, of_the_third_year
from scenes import scene_cases

from course import capstone, lessons
from course.capstone import reform
from course.charts import labels, symbols
from course.charts.chart import plain as rounded
from course.charts.pictures.scene import plain
from course.doors.blanks import one_line, trimmed, words_of
from course.doors.numerals import number_in
from course.hosts.browser import joining, text
from course.interactives import memo as memos
from course.interactives.table import table_of
from course.interface import words
from course.items import kinds, questions
from course.lessons.states import plain_figure

TESTS = Path(__file__).parents[1]
BROWSER = Path(text.__file__).parent


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
    return {"load": json.loads(gzip.decompress(spec.packed())), "cases": cases}


def tried(item):
    """Answers of every sort that the page can send to this item."""
    if item["kind"] == "choice":
        return range(len(item["options"]))
    if item["kind"] == "number":
        return [item["answer"], *(t["value"] for t in item.get("traps", [])), -7, 1e6]
    if item["kind"] == "estimate":
        ends = [*item["line"], *item.get("interval", [])]
        return [
            item["answer"],
            *ends,
            item["answer"] - 0.5,
            item["answer"] + 7.25,
            sum(item["line"]) / 3,
        ]
    if item["kind"] == "text":
        is_rated = "model" in item and "words" not in item
        rated = [{"text": "mine", "rating": r} for r in (0, 0.5, 1)] if is_rated else []
        return ["", "a paragraph", *rated]
    return lists_tried(item)


def _some(answers, draw):
    """All of a few, or a draw of many, the first among them:
    every answer of every item is more than a file can hold.
    """
    return answers if len(answers) <= 200 else [answers[0], *draw.sample(answers, 200)]


def lists_tried(item):
    """Answers that name a part for each part."""
    draw = random.Random(3)
    match item["kind"]:
        case "several":
            n = len(item["options"])
            return [[i for i in range(n) if bits >> i & 1] for bits in range(1, 2**n)]
        case "classify":
            n, groups = len(item["statements"]), len(item["groups"])
            return [[draw.randrange(groups) for _ in range(n)] for _ in range(60)] + [
                [item["groups"].index(s["group"]) for s in item["statements"]]
            ]
        case "order":
            steps = range(len(item["steps"]))
            return _some(list(map(list, itertools.permutations(steps))), draw)
        case "match":
            n, offered = len(item["pairs"]), kinds.of(item).places
            right = [offered.index(p["right"]) for p in item["pairs"]]
            return [[draw.randrange(len(offered)) for _ in range(n)] for _ in range(200)] + [right]
    raise ValueError(item["kind"])


def asked_cases(item):
    answers = [
        {"answer": a, "score": kinds.of(item).score(a), "feedback": kinds.of(item).feedback(a)}
        for a in tried(item)
    ]
    return {"item": item, "answers": answers}


def prediction_cases():
    """Each prediction with its guesses, and what the figure that it opens is to say of each."""
    for item in questions.predictions().values():
        if "unit" in item:
            unit, right = item["unit"], item["answer"]
            words = {n: f"You expected {n} {unit}; it is {right} {unit}." for n in (0, right, 99)}
        else:
            texts = [option["text"].removesuffix(".") for option in item["options"]]
            so = next(
                text for text, o in zip(texts, item["options"], strict=True) if o.get("correct")
            )
            words = {
                n: f"You expected: {text}. " + ("It is so." if text == so else f"It is: {so}.")
                for n, text in enumerate(texts)
            }
        guesses = [{"answer": answer, "words": said} for answer, said in words.items()]
        yield {"item": item, "guesses": guesses}


def memo_cases():
    """Memos empty, whole, hostile and half written, of a neighbour and of another country."""
    hostile = "<b>\x00{what}\ud800 \u202e  x\n\n\ty</b>"
    sections = {s["id"]: f"One {s['id']}.\n\nیہ two." for s in capstone.words()["sections"]}
    reformed = {"sector": "health", "levers": ["contract_out", "kpi"], "held": ["courts"]}
    memos = [
        capstone.blank(),
        capstone.blank("KEN")
        | {"figures": ["performance:ge", "gone:x"], "sections": sections, **reformed},
        capstone.blank("IND")
        | {"answers": {"TN-01": "  Yes.\nNo. "}, "rubric": {"aim": 0, "step": 3}, **reformed},
        capstone.blank()
        | {"sector": "tax", "levers": ["fixed_term"], "what": "a", "towards": hostile},
        capstone.blank()
        | dict.fromkeys(capstone.LINES, hostile)
        | {"sections": {"cost": hostile * 400}},
        full("IND"),
        full("KEN", own={"counted": "x", "found": "3", "of": "7"}, choice="a"),
        full("IND", own={}, options={"d-cost": hostile}),
        full("PAK", office={"dated": "2026-02-31", "decide": hostile, "file": "3 of 4"}),
        earlier(),
        of_the_second_year(),
        of_the_third_year(),
        full("IND", own=full()["own"] | {"drawn": "hand", "stop": "70", "when": "May 2024"}),
        full("PAK", sections={"authority": "The Civil Servants Act, 1973.", "cost": hostile}),
        *memo_draws(),
    ]
    for memo in memos:
        yield {
            "memo": memo,
            "date": "2026-11-24",
            "blocks": capstone.blocks(memo, "2026-11-24"),
            "classwork": capstone.classwork(memo, "2026-11-24"),
            "gaps": capstone.gaps(memo, "2026-11-24"),
            "bites": capstone.bites(memo),
        }


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


def memo_draws():
    """Memos whose lines and sections hold any blanks and any letters: title,
    count and blocks are compared.
    """
    lines = st.lists(typed.texts, min_size=len(capstone.LINES), max_size=len(capstone.LINES))
    for drawn in typed.drawn(st.tuples(lines, typed.texts), 150):
        words, section = drawn
        sections = {"cost": section, "change": words[0]}
        yield (
            capstone.blank()
            | dict(zip(capstone.LINES, words, strict=True))
            | {
                "sector": "tax",
                "levers": ["fixed_term"],
                "answers": {"TN-01": section},
                "sections": sections,
                "own": {"counted": words[1], "found": words[2], "of": "9", "aim": words[3]},
                "options": {"b-name": words[4], "b-cost": section},
                "rows": {
                    "asked-1-whom": section,
                    "asked-4-when": words[1],
                    "work-3-year": words[2],
                },
                "office": {"file": words[0], "decide": words[1], "signer": section},
            }
        )
    for found, of, aim in typed.drawn(st.tuples(*[st.integers(0, 400)] * 3), 100):
        told = {"counted": "a", "found": str(found), "of": str(of), "aim": str(aim / 3)}
        dated = f"{found * 17:04}-{of % 15:02}-{round(aim) % 33:02}"
        yield capstone.blank() | {"own": told, "office": {"dated": dated}}


def everything_asked():
    for chapter in questions.chapters():
        yield from questions.of_chapter(chapter)
    yield from questions.predictions().values()
    yield from questions.reflections().values()
    yield from json.loads((TESTS / "specimens.json").read_text(encoding="utf-8"))


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


def sources():
    """{file: its text} of all that is joined."""
    paths = [*BROWSER.rglob("*.js"), *(BROWSER.parent / "pages").glob("*.js")]
    return {
        path.relative_to(BROWSER.parent).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
    }


def squeezed(source):
    """A program without the blanks, the commas and the words that joining takes out."""
    return re.sub(r"\s|,(?=\s*[)\]}])|^export ", "", source, flags=re.MULTILINE)


@pytest.mark.parametrize("name", [*text.MODULES, text.SERVER, text.PAGE])
def test_one_text_for_every_front_end(name):
    """Does a module hold all that stands in the files that it needs,
    each behind those that it imports, its own last?
    """
    told = text.parts([name])
    files = told["modules"][name]
    assert files[0] == "words"
    for place, file in enumerate(files):
        assert set(joining.imported(file)) <= set(files[:place])
        source = words.inside((BROWSER / f"{file}.js").read_text(encoding="utf-8"), "en")
        source = re.sub(
            r"^import \{.*?;\n|/\*\*.*?\*/|^\s*//.*?$", "", source, flags=re.MULTILINE | re.DOTALL
        )
        assert squeezed(source.replace("LANGUAGE", "en")) in squeezed(told["files"][file])
    assert not re.search(r"^import ", text.module(name), re.MULTILINE)
    asked = [f"kinds/{kind}" for kind in kinds.KINDS if name in kinds.KINDS[kind].asked_in]
    assert set(asked) - {"kinds/essay"} <= set(files)


@pytest.mark.parametrize(("name", "source"), sources().items())
def test_a_file_can_be_joined(name, source):
    """Does it import as joining.py reads it, and lose nothing of a template
    over several lines, or of a comment in a text?
    """
    code = re.sub(r"^\s*//.*", "", source, flags=re.MULTILINE)
    assert len(re.findall(r"^import \{", code, re.MULTILINE)) == len(
        joining.imported(f"../{name.removesuffix('.js')}")
    )
    assert "`" not in re.sub(r"`[^`\n]*`", "", code), (
        "a template over several lines would lose its indentation"
    )
    assert not re.search(r"^export (?!const \w+ =)", code, re.MULTILINE), (
        "write `export const name = ...`"
    )
    assert not re.search(r"""["'`][^"'`\n]*/\*\*""", code), (
        "a text that holds /** would be taken for a comment"
    )


@pytest.mark.parametrize("name", text.MODULES)
def test_a_module_is_small(name):
    """Each widget sends its module again: is it at most 24 KB, those with many steps, kinds of
    items or years at most 36, the memo with its two documents and the days it checks 57.5, and a
    still with names, a scene and a card 83?
    """
    most = {
        "asked": 32_000,
        "desk": 32_000,
        "explorable": 83_000,
        "memo": 57_500,
        "quiz": 36_000,
        "timeline": 29_000,
    }.get(name, 24_000)
    size = len(text.module(name).encode())
    assert size <= most, (
        f"course/hosts/browser/{name}.js: {size} bytes with what it shares; at most {most}"
    )


def test_a_widget_is_sent_the_kinds_that_it_asks():
    """Does a widget that asks one question get the inputs of that kind alone?"""
    for kind in ("choice", "order"):
        sent = text.for_kernel("asked", {kind})
        assert [other for other in kinds.KINDS if f"KINDS.{other} =" in sent] == [kind]
        assert len(sent.encode()) < len(text.for_kernel("asked").encode()) - 2_000
