"""Settings for all tests, and the last line, which names what the run left out."""

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# What tests share asserts too, and its message says as much as a test's.
SHARED = {path.stem for path in Path(__file__).parent.glob("support/*.py")}
pytest.register_assert_rewrite(*SHARED.difference(sys.modules))

os.environ["STEEL_FRAME_STRICT"] = "1"
# There is a worker on each core: numpy's own threads would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
gc.set_threshold(100_000, 50, 1000)  # what is imported stays: a tenth of the time went into looking

# A busy machine is slow, and not wrong. Nightly draws more.
EXAMPLES = int(os.environ.get("STEEL_FRAME_EXAMPLES", "40"))
settings.register_profile("course", deadline=None, max_examples=EXAMPLES)
settings.load_profile("course")

MARKS = (
    "basic",
    "browser",
    "bundle",
    "classroom",
    "hub",
    "node",
    "process",
    "sabotage",
    "thorough",
)
# What no chapter, question, figure or model of a newcomer's can break, and what takes its time:
# thorough, where a test of it has no tier of its own.
MACHINERY = {
    "capstone": ("test_memo_document.py", "test_memo_office.py"),
    "classroom": (
        "test_analysis.py",
        "test_classroom.py",
        "test_collecting.py",
        "test_feedback.py",
        "test_given.py",
        "test_grading.py",
        "test_handed.py",
        "test_inbound.py",
        "test_intake.py",
        "test_marks_brought_in.py",
        "test_moderation.py",
        "test_offered.py",
        "test_report.py",
        "test_report_hostile.py",
        "test_report_tables.py",
    ),
    "hosts": (
        "test_doctor.py",
        "test_doctor_front_ends.py",
        "test_doctor_home.py",
        "test_edition_hostile.py",
        "test_pages.py",
        "test_printing_faults.py",
        "test_slides.py",
    ),
    "interactives": ("test_interactive.py", "test_memo_widget.py", "test_synthesis.py"),
}
_left_out = {}


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory, monkeypatch):
    """No test reads or writes the answers of whoever runs it."""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path_factory.mktemp("steel-frame")))


def pytest_addoption(parser):
    parser.addoption(
        "--no-skips", action="store_true", help="a skipped test fails the run (as .ci/run does)"
    )


def pytest_collection_modifyitems(items):
    for item in items:
        is_machinery = item.path.name in MACHINERY.get(item.path.parent.name, ())
        if is_machinery and not _tiers(item):
            item.add_marker("thorough")


def pytest_runtest_setup(item):
    """A tier installs what its tests need: one that is in two would run where something lacks."""
    if len(_tiers(item)) > 1:
        pytest.fail(
            f"A test has one tier; take all but one of {_tiers(item)} from it.", pytrace=False
        )


def _tiers(item):
    return [mark for mark in MARKS if item.get_closest_marker(mark)]


def pytest_deselected(items):
    for item in items:
        for mark in [*_tiers(item), *(["nightly"] if item.get_closest_marker("nightly") else [])]:
            _left_out[mark] = _left_out.get(mark, 0) + 1


def pytest_sessionfinish(session, exitstatus):
    if hasattr(session.config, "workeroutput"):  # in a worker of xdist; only those collect
        session.config.workeroutput["left out"] = _left_out
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if session.config.getoption("--no-skips") and skipped and exitstatus == 0:
        session.exitstatus = 1


@pytest.hookimpl(optionalhook=True)  # where xdist is
def pytest_testnodedown(node, error):
    """Each worker collects everything, so that any one of them tells it all."""
    _left_out.update(getattr(node, "workeroutput", {}).get("left out", {}))


def pytest_unconfigure(config):
    if config.pluginmanager.get_plugin("terminalreporter") is None:
        return
    parts = [f"{n} {mark}" for mark, n in sorted(_left_out.items())]
    print(
        f"Left out: {', '.join(parts)} tests; .ci/run and .ci/nightly run them."
        if parts
        else "Left out: nothing of what was asked for."
    )


@pytest.fixture(scope="session")
def whole_edition(tmp_path_factory):
    """The folder of the web edition of every chapter: made once, to be read and not written."""
    from once import made_once

    from course.hosts.pages import edition

    return made_once(tmp_path_factory, "edition", edition)


@pytest.fixture(scope="session")
def _unzipped(tmp_path_factory):
    import sticks

    return sticks.unzipped(tmp_path_factory.mktemp("made"))


@pytest.fixture
def stick(_unzipped, tmp_path):
    """A bundle on a stick of the test's own."""
    import sticks

    return sticks.plugged_in(_unzipped, tmp_path)
