"""The rules of a chapter. Each names the file and the cure."""

import json
import re
from pathlib import Path

import pytest

from course import _places, lessons, paper
from course.evidence import inquiries
from course.hosts.chapters import METADATA
from course.items import questions
from tools.checking.measuring import MOST_A_NOTEBOOK, MOST_NOTEBOOKS

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
def test_at_most_400_kb(path):
    """Is it, with all of its interactives in it, small enough for a thin line?"""
    size = path.stat().st_size
    assert size <= MOST_A_NOTEBOOK, (
        f"notebooks/{path.name}: {size // 1000} KB of at most 400; make an output smaller"
    )


def test_the_course_is_at_most_5_mb():
    """All chapters together?"""
    size = sum(path.stat().st_size for path in NOTEBOOKS)
    assert size <= MOST_NOTEBOOKS, f"notebooks/: {size / 1e6:.1f} MB of at most 5; make outputs smaller"


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
        "explore": [*lessons.names("explore"), "timeline"],
        "weigh": lessons.names("weigh"),
        "check": questions.chapters(),
        "predict": questions.predictions(),
        "reflect": questions.reflections(),
    }
    for i, source, _ in cells(path, "code"):
        for verb, name in re.findall(
            r"course\.(explore|weigh|check|predict|reflect)\(\"([^\"]+)\"\)", source
        ):
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


@each
def test_it_begins_with_the_start(path):
    """Is the first cell course.start(), whose twin says what to do where nothing is live?"""
    _, source, cell = cells(path, "code")[0]
    assert source == "import course\ncourse.start()", f"notebooks/{path.name}: begin with course.start()"
    assert "Run All Cells" in json.dumps(cell["outputs"]), (
        f"notebooks/{path.name}: the first line must say Run All Cells; run `course check --write`"
    )
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert first["cell_type"] == "code", f"notebooks/{path.name}: put course.start() first"


@each
def test_every_card_exists(path):
    """Does each link to a claim or a term open a card, and does each claim in the prose have its link?"""
    text = prose(path)
    for kind, name in re.findall(r"\]\(#(claim|term)-([^)]+)\)", text):
        known = paper.claims() if kind == "claim" else paper.terms()
        assert name in known, f"notebooks/{path.name}: no {kind} {name}; see datasets/paper"
    for shown, linked in re.findall(r"\[([A-Z]+-[0-9a-z]+)\]\(#claim-([^)]+)\)", text):
        assert shown == linked, f"notebooks/{path.name}: [{shown}] opens the card of {linked}"
    for bare in re.findall(r"(?<![\[-])\b(?:CG|NPM|GOV|RS|PKH|PKB|WF|BD|SK)-[0-9a-z]+\b(?!\]|\))", text):
        raise AssertionError(
            f"notebooks/{path.name}: write [{bare}](#claim-{bare}), so that it opens its card"
        )


@each
def test_no_confetti(path):
    """At most four claims a section?"""
    for section in re.split(r"^#+ ", prose(path), flags=re.MULTILINE):
        found = set(re.findall(r"#claim-([^)]+)\)", section))
        assert len(found) <= 4, (
            f"notebooks/{path.name}, {section.splitlines()[0]}: {len(found)} claims in a section; at most 4"
        )


COVERS = {
    "01-classic-government": ("classic", "CG-"),
    "02-new-public-management": ("npm", "NPM-"),
    "03-governance": ("governance", "GOV-"),
    "07-the-way-forward": ("way", "WF-"),
    "06-pakistan-diagnosis": ("diagnosis", "PKB-"),
    "04-review-and-synthesis": ("review", "RS-"),
    "08-the-capable-official": ("official", ("BD-", "SK-", "CON-")),
    "09-capstone": ("capstone", "WF-06"),
    "05-pakistan-history": ("history", "PKH-"),
}


@pytest.mark.parametrize("stem", COVERS)
def test_every_claim_of_the_section_is_taught(stem):
    """Does each claim that the chapter is to teach stand in its prose, and each lettered one in a question too?"""
    chapter, prefix = COVERS[stem]
    path = _places.shipped_notebooks() / f"{stem}.ipynb"
    taught = set(re.findall(r"#claim-([^)]+)\)", prose(path)))
    wanted = {c for c in paper.claims() if c.startswith(prefix)}
    assert not wanted - taught, f"notebooks/{path.name}: teach {', '.join(sorted(wanted - taught))}"
    asked = {re.sub(r"(?<=[a-z])\d+$", "", c) for q in questions.of_chapter(chapter) for c in q["claims"]}
    lettered = {c for c in wanted if re.fullmatch(r"[A-Z]+-[a-z]", c)}
    assert not lettered - asked, (
        f"datasets/questions/{chapter}.yaml: ask about {', '.join(sorted(lettered - asked))}"
    )


@pytest.mark.parametrize("stem", COVERS)
def test_the_card_lists_the_objectives(stem):
    """Does each objective stand on the chapter's card, in the same words?"""
    chapter, _ = COVERS[stem]
    path = _places.shipped_notebooks() / f"{stem}.ipynb"
    card = cells(path, "markdown")[0][1].replace("*", "")
    for word, sentence in questions.objectives(chapter).items():
        assert f"- {sentence}" in card, (
            f"notebooks/{path.name}: the card lacks the objective {word}: {sentence}"
        )


@pytest.mark.parametrize("stem", COVERS)
def test_the_minutes_are_honest(stem):
    """Are the minutes within a quarter of words/200 + 2 an interactive + 1 a question?"""
    chapter, _ = COVERS[stem]
    path = _places.shipped_notebooks() / f"{stem}.ipynb"
    calls = " ".join(source for _, source, _ in cells(path, "code"))
    interactives = len(re.findall(r"course\.(?:explore|weigh|predict|reflect)\(", calls))
    expected = words(prose(path)) / 200 + 2 * interactives + len(questions.of_chapter(chapter))
    said = int(re.search(r"\*\*(\d+) minutes", prose(path)).group(1))
    assert 0.75 * expected <= said <= 1.25 * expected, (
        f"notebooks/{path.name}: says {said} minutes; by its length it takes {expected:.0f}"
    )


def test_it_opens_without_a_kernel():
    """Does each notebook's metadata say to JupyterLab that it needs no kernel until a cell is run?"""
    told = [json.loads(path.read_text(encoding="utf-8"))["metadata"].get("steel_frame") for path in NOTEBOOKS]
    assert told == [METADATA["steel_frame"]] * len(NOTEBOOKS), "run `course check --write`"
    opening = _places.lab_share() / "labextensions" / "steel-frame" / "static" / "opening.js"
    assert METADATA["steel_frame"]["kernel"] in opening.read_text(encoding="utf-8")


def sentences(path):
    """Sentences of running prose: no headings, tables, lists of sources."""
    text = prose(path).split("## Sources")[0]
    for block in re.split(r"\n\s*\n|\n(?=\d\. |- )", text):
        if block.startswith(("#", "|")):
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


def test_the_page_of_what_cannot_be_tested_names_them_all():
    """Does each claim without a table stand on the last page of evidence, with its reason?"""
    text = prose(_places.shipped_notebooks() / "14-weighing-what-it-is-for.ipynb")
    for entry in inquiries.untestable():
        cure = f"say why {entry['claim']} cannot be tested, as datasets/evidence.yaml does"
        assert f"#claim-{entry['claim']})" in text, f"notebooks/14-weighing-what-it-is-for.ipynb: {cure}"
        assert entry["why"] in text, f"notebooks/14-weighing-what-it-is-for.ipynb: {cure}"


def test_every_card_of_evidence_has_its_page():
    """Is each question weighed in some notebook?"""
    shown = " ".join(source for path in NOTEBOOKS for _, source, _ in cells(path, "code"))
    for name in inquiries.NAMES:
        assert f'course.weigh("{name}")' in shown, f"notebooks: no page weighs {name}; add it to 12, 13 or 14"
