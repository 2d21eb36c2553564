"""The rules of a chapter. Each names the file and the cure."""

import json
import re
from pathlib import Path

import pytest

from course import _places, lessons, paper, questions

NOTEBOOKS = sorted(_places.shipped_notebooks().glob("*.ipynb"))
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def cells(path, kind):
    book = json.loads(path.read_text(encoding="utf-8"))
    return [(i, "".join(c["source"]), c) for i, c in enumerate(book["cells"], 1) if c["cell_type"] == kind]


def prose(path):
    return "\n\n".join(text for _, text, _ in cells(path, "markdown"))


def words(text):
    return len(re.findall(r"[A-Za-z0-9'’-]+", re.sub(r"\]\([^)]*\)", "]", text)))


@each
def test_no_widget_state_or_view(path):
    """Does it hold no saved widget, which would reopen as an error?"""
    raw = path.read_text(encoding="utf-8")
    assert "widgets" not in json.loads(raw)["metadata"], (
        f"notebooks/{path.name}: metadata holds widget state; run `course check --write`"
    )
    assert "widget-view" not in raw, (
        f"notebooks/{path.name}: an output holds a widget view; run `course check --write`"
    )


@each
def test_at_most_100_kb(path):
    """Is it small enough for a thin line?"""
    size = path.stat().st_size
    assert size <= 100_000, f"notebooks/{path.name}: {size // 1000} KB of at most 100; make an output smaller"


@each
def test_cells_of_at_most_six_lines(path):
    """Is a cell a sentence?"""
    for i, source, _ in cells(path, "code"):
        lines = source.strip().count("\n") + 1
        assert lines <= 6, (
            f"notebooks/{path.name}, cell {i}: {lines} lines of at most 6; move the work into course/lessons"
        )


@each
def test_prose_carries_it(path):
    """Are there at least 20 words of prose a line of code?"""
    code = sum(source.strip().count("\n") + 1 for _, source, _ in cells(path, "code"))
    count = words(prose(path))
    assert count >= 20 * code, (
        f"notebooks/{path.name}: {count} words for {code} lines of code; write more or code less"
    )


@each
def test_one_line_calls_are_folded_everywhere(path):
    """Is a cell that only calls a verb hidden in JupyterLab (source_hidden) and elsewhere (the tag hide-input)?"""
    for i, source, cell in cells(path, "code"):
        if source.strip().count("\n") <= 1:
            folded = cell["metadata"].get("jupyter", {}).get("source_hidden") and "hide-input" in cell[
                "metadata"
            ].get("tags", [])
            assert folded, (
                f"notebooks/{path.name}, cell {i}: set jupyter.source_hidden and the tag hide-input"
            )


@each
def test_every_cell_runs_alone(path):
    """Does each cell import what it uses, so that a student may run just that one?"""
    for i, source, _ in cells(path, "code"):
        assert source.startswith("import course\n"), (
            f"notebooks/{path.name}, cell {i}: begin with `import course`"
        )


@each
def test_every_claim_exists(path):
    """Is each claim id in the prose one of the paper's?"""
    for found in re.findall(r"\b(?:INT|ABS|CG|NPM|GOV|RS|PKH|PKB|WF|BD|SK|CON)-[0-9a-z]+\b", prose(path)):
        assert found in paper.claims(), (
            f"notebooks/{path.name}: there is no claim {found}; see datasets/paper/claims.csv"
        )


@each
def test_every_verb_and_id_exists(path):
    """Does each call name something that is there?"""
    known = {
        "explore": lessons.names("explore"),
        "weigh": lessons.names("weigh"),
        "check": questions.chapters(),
    }
    for i, source, _ in cells(path, "code"):
        for verb, name in re.findall(r"course\.(explore|weigh|check)\(\"([^\"]+)\"\)", source):
            assert name in known[verb], (
                f"notebooks/{path.name}, cell {i}: {verb} knows {', '.join(known[verb])}, not {name}"
            )


@each
def test_links_lead_somewhere(path):
    """Does each link go to a file beside the notebook?"""
    for target in re.findall(r"\]\(([^)#]+)", prose(path)):
        assert (path.parent / target).exists(), f"notebooks/{path.name}: the link {target} leads nowhere"


@each
def test_no_outside_address(path):
    """Does nothing in it ask another machine?"""
    found = re.search(r"https?://|//cdn|src=.http", path.read_text(encoding="utf-8"))
    assert not found, (
        f"notebooks/{path.name}: {found and found.group()!r}; ship what it points to, or cite it in words"
    )


@each
def test_no_error_and_no_notice_is_stored(path):
    """Did the stored run end well?"""
    for i, _, cell in cells(path, "code"):
        for output in cell["outputs"]:
            assert output["output_type"] in {"execute_result", "display_data"}, (
                f"notebooks/{path.name}, cell {i}: stores an {output['output_type']}"
            )
            assert "cannot be shown" not in json.dumps(output), (
                f"notebooks/{path.name}, cell {i}: stores a notice; mend it and run `course check --write`"
            )


def sentences(path):
    """Sentences of running prose: no headings, tables, lists of sources."""
    text = prose(path).split("## Sources")[0]
    for block in re.split(r"\n\s*\n|\n(?=\d\. |- )", text):
        if block.startswith("#"):
            continue
        plain = re.sub(r"[*_`>]|\]\([^)]*\)|\[", "", block)
        yield from (s for s in re.split(r"(?<=[.?!:])\s+", plain) if words(s) > 1)


@each
def test_sentences_are_short(path):
    """Mean at most 18 words, none over 35?"""
    lengths = [(words(s), s) for s in sentences(path)]
    longest = max(lengths)
    assert longest[0] <= 35, (
        f"notebooks/{path.name}: {longest[0]} words in one sentence; cut: {longest[1][:80]}"
    )
    mean = sum(n for n, _ in lengths) / len(lengths)
    assert mean <= 18, f"notebooks/{path.name}: {mean:.1f} words a sentence; at most 18"


def test_every_chapter_ships_in_the_wheel():
    """Does pyproject.toml name each notebook?"""
    toml = (Path(_places.root()) / "pyproject.toml").read_text(encoding="utf-8")
    for path in NOTEBOOKS:
        assert f'"notebooks/{path.name}" = ' in toml, (
            f"pyproject.toml: add notebooks/{path.name} to force-include"
        )
