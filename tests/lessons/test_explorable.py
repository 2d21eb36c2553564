"""Do the states that the browser plays equal what Python would draw afresh, within the budget?"""

import gzip
import json
import random
import re
import time
from types import SimpleNamespace

import pytest
from hosting import hear, hosted

import course
from course import lessons
from course.errors import CourseError
from course.hosts.front_ends import EXTENSION, VIEW
from course.hosts.kernel import shown
from course.interactives import MIME, Interactive
from course.interactives.explorable import explorable
from course.interface.held import held
from course.lessons.controls import Choice, Slider
from course.lessons.states import MOST_BYTES, MOST_STATES, Spec, plain_figure

NAMES = lessons.names()


def unpacked(spec):
    return json.loads(gzip.decompress(spec.packed()))


def played(load, row):
    """The figure that the browser shows at state `row`, by the same few steps as explorable.js."""
    figure = json.loads(json.dumps(load["figure"]))
    for slot, steps in zip(load["slots"], load["columns"], strict=True):
        value = load["pool"][sum(steps[: row + 1])]
        if slot[0] == "traces":
            trace = next(t for t in figure["data"] if t["name"] == slot[1])
            *path, last = slot[2].split(".")
            for key in path:
                trace = trace[key]
            trace[last] = value
        elif slot[0] == "layout":
            at, (*path, last) = figure["layout"], slot[1].split(".")
            for key in path:
                at = at[key]
            at[last] = value
        elif slot[0] in {"title", "description"}:
            figure["layout"]["meta"][slot[0]] = value
    return figure


@pytest.mark.thorough
@pytest.mark.parametrize(
    "names",
    [NAMES[::3], pytest.param(NAMES, marks=pytest.mark.nightly)],
    ids=["one in three", "every one"],
)
def test_random_states_equal_a_fresh_figure(subtests, names):
    """Does the packed state, unpacked, give the very figure that the slow half builds?"""
    for name in names:
        with subtests.test(name):
            spec = lessons.spec(name)
            load, settings = unpacked(spec), list(spec.combinations())
            for row in random.Random(1).sample(range(len(settings)), min(4, len(settings))):
                fresh = json.dumps(plain_figure(spec.figure(**settings[row])), ensure_ascii=False)
                assert played(load, row) == json.loads(held(fresh)), f"{name} at {settings[row]}"


@pytest.mark.nightly
@pytest.mark.thorough
def test_stays_within_the_caps(subtests):
    """At most 1,500 states and 60 KB, and built in a blink once the data are read?"""
    for name in NAMES:
        with subtests.test(name):
            spec = lessons.spec(name)
            spec.packed()
            started = time.process_time()
            packed = spec.packed()
            seconds = time.process_time() - started
            assert len(packed) <= MOST_BYTES
            assert len(list(spec.combinations())) <= MOST_STATES
            assert seconds < 1, (
                f"{name}: {seconds:.2f} s of processor to build all states; the budget is 0.25 s"
            )


@pytest.mark.thorough
def test_every_state_has_its_words(subtests):
    """Does each state say its finding and describe itself?"""
    for name in NAMES:
        with subtests.test(name):
            spec = lessons.spec(name)
            states = [spec.state(**setting) for setting in spec.combinations()]
            assert all(s["title"].strip() and s["description"].strip() for s in states)
            assert len({s["title"] for s in states}) > 1, (
                f"{name}: the title says the same in every state"
            )


@pytest.mark.thorough
def test_a_card_read_aloud_is_five_sentences():
    """Claim, verdict, finding, what the chart shows, what all choices say: is each there, and each
    one sentence, wherever its first control stands? And does another country never come first
    where anything else decides?
    """
    long = {}
    for name in lessons.names("weigh"):
        spec = lessons.spec(name)
        for value in spec.controls[spec.card.lead].values if spec.card.lead else [None]:
            state = spec.state(**spec.first() | ({spec.card.lead: value} if value else {}))
            card = state["card"]
            clauses = [f"{words}: {own} ({rate})" for own, words, rate in card["beside"]]
            verdict = f"{card['word']}; {'; '.join(clauses)}"
            told = spec.card.claim, verdict, state["title"], card["said"], card["reason"]
            if [len(re.split(r"[.?!]\s+(?=[A-Z0-9])", one)) for one in told if one] != [1] * 5:
                long[name, value] = told
    assert not long
    leads = {name: lessons.spec(name).card.lead for name in ("education", "oversized")}
    assert leads == {"education": "beside", "oversized": "what"}


def _spec(**parts):
    base = {
        "id": "x",
        "controls": {"n": Slider("N", 1, 3)},
        "figure": lessons.spec("implementation-chain").figure,
        "state": None,
    }
    return Spec(**base | parts)


def test_too_many_states_name_the_control_to_coarsen():
    """Is an author told which control is too fine?"""
    with pytest.raises(CourseError, match="coarsen the control 'fine'"):
        _spec(
            controls={"fine": Slider("F", 0, 1, 0.001), "b": Choice("B", {1: "a", 2: "b"})}
        ).packed()


def test_a_state_that_changes_other_things_is_refused():
    """Must every state change the same slots?"""

    def state(n):
        return {"title": "t", "description": "d", "traces": {"a": {"y": [n]}} if n == 1 else {}}

    with pytest.raises(CourseError, match="return the same keys"):
        _spec(state=state).packed()


FRONT_ENDS = (
    "JPY_SESSION_NAME",
    "VSCODE_PID",
    "VSCODE_CWD",
    "COLAB_RELEASE_TAG",
    "VOILA_KERNEL_ID",
)


@pytest.mark.thorough
@pytest.mark.parametrize("seen", [None, *FRONT_ENDS])
def test_a_view_is_for_a_front_end_that_is_there(seen, monkeypatch):
    """Do nbclient, papermill and nbconvert get the twin alone, and JupyterLab, VS Code,
    Colab and Voila the view too?
    """
    for name in FRONT_ENDS:
        monkeypatch.delenv(name, raising=False)
    document = explorable(lessons.spec("implementation-chain"))
    alone = set(shown(document))
    assert alone == {"text/html", MIME, "text/plain"}
    if seen:
        monkeypatch.setenv(seen, "1")
        assert set(shown(document)) == {VIEW, *alone}
        monkeypatch.setenv(EXTENSION, "1")
        assert set(shown(document)) == alone, (
            "a front end that draws documents itself needs no view"
        )


@pytest.mark.thorough
def test_ipython_adds_the_view_only_where_it_is_seen(monkeypatch):
    """Does a verb tell IPython how to show a document, and only where a front end needs it?"""
    import IPython
    from IPython.core.formatters import DisplayFormatter

    display = DisplayFormatter()
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(display_formatter=display))
    for name in FRONT_ENDS:
        monkeypatch.delenv(name, raising=False)
    chart = course.explore("implementation-chain")
    assert VIEW not in display.format(chart)[0]
    assert Interactive not in display.mimebundle_formatter.type_printers, (
        "nothing was loaded to show it"
    )
    monkeypatch.setenv("JPY_SESSION_NAME", "01.ipynb")
    chart = course.explore("implementation-chain")
    assert set(display.format(chart)[0]) == {VIEW, MIME, "text/html", "text/plain"}


def test_what_a_notebook_stores(monkeypatch):
    """Does a displayed interactive bring its HTML twin and itself, under stable words?"""
    monkeypatch.setenv("JPY_SESSION_NAME", "01.ipynb")
    bundle = shown(explorable(lessons.spec("implementation-chain")))
    assert set(bundle) == {VIEW, "text/html", MIME, "text/plain"}
    assert bundle["text/plain"].startswith("explorable implementation-chain sha256:")
    assert "<figcaption>" in bundle["text/html"]
    assert "<table>" in bundle["text/html"]
    assert {key: bundle[MIME][key] for key in ("module", "id")} == {
        "module": "explorable",
        "id": "implementation-chain",
    }


def test_plotly_is_sent_when_asked_for():
    """Does one question bring one answer, the library gzipped?"""
    widget = hosted(explorable(lessons.spec("implementation-chain")))
    assert hear(widget, kind="plotly") == {"re": "plotly", "id": "a1"}
    assert len(widget.sent) == 1
    assert gzip.decompress(widget.buffers[0]).startswith(b"/**\n* plotly.js")


@pytest.mark.thorough
def test_two_runs_give_the_same_bytes():
    """Is the payload the same on every run?"""
    spec = lessons.spec("implementation-chain")
    assert spec.packed() == spec.packed()
