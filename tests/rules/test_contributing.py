"""Does the page for contributors find its way: each link, each file that it names for a chapter or
a model, and the head of each quiz?
"""

import re

import yaml
from sources import ROOT, text

from course import _places, lessons
from course.items import questions
from tools.style.chapter import chapters

PAGE = text(ROOT / "CONTRIBUTING.md")
TESTS = {".py", ".mjs"}
FOLDERS = ("lessons", "models", "charts", "charts/scenes")


def _rows(heading):
    """The cells of a section's table, without its head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _anchor(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_each_link_of_the_page_leads_to_a_heading():
    """And does the list at its head name every section?"""
    headings = [_anchor(heading) for heading in re.findall(r"^## (.+)", PAGE, re.MULTILINE)]
    shown = re.sub(r"`[^`\n]+`", "", PAGE)  # without the links that it shows as examples
    [contents] = re.findall(r"^Contents: .*", shown, re.MULTILINE)
    lost = {*re.findall(r"\]\(#([^)]+)\)", shown)} - {*headings}
    assert not lost, f"CONTRIBUTING.md: no heading is called {', '.join(lost)}"
    listed = re.findall(r"\]\(#([^)]+)\)", contents)
    assert listed == [one for one in headings if one != _anchor("From a clone to a change")]


def test_each_model_is_in_the_table_with_its_files_and_chapters():
    """Can a reader find the four files of an interactive by its id?"""
    rows = {cells[0].strip("`"): cells[1:] for cells in _rows("Models and their files")}
    assert set(rows) == {*lessons.names("explore"), "merit-and-effectiveness"}
    for name, (where, *files) in rows.items():
        shown = [
            one.path.name[:2]
            for one in chapters()
            if re.search(rf'(explore|weigh)\("{name}"', " ".join(c.source for c in one.code))
        ]
        assert where == ", ".join(shown), f"CONTRIBUTING.md, {name}: say {', '.join(shown)}"
        for folder, file in zip(FOLDERS, files, strict=True):
            path = ROOT / "course" / folder / f"{file}.py"
            assert not file or path.is_file(), f"CONTRIBUTING.md, {name}: {path} is not there"


def test_each_chapter_is_in_the_table_with_its_file():
    """Is each file of questions named beside the number that its title begins with?"""
    named = {
        cells[1].split("/")[-1].removesuffix(".yaml`"): cells[0][:2]
        for cells in _rows("Chapters and their files")
    }
    told = {chapter: questions.title(chapter)[:2] for chapter in questions.chapters()}
    assert named == told | {"rooms": "12"}


def _named_by():
    """{id of a question: the places beside its own file that name it, in order}."""
    ids = {item["id"] for one in questions.chapters() for item in questions.of_chapter(one)}
    found = {}
    for chapter in sorted(questions.chapters(), key=questions.title):
        for item in questions.recalled(chapter):
            asked = item["id"].removeprefix(f"{chapter}-again-")
            found.setdefault(asked, []).append(questions.title(chapter)[:2])
    for path in sorted((_places.datasets() / "slides").glob("*.yaml")):
        for slide in yaml.safe_load(text(path))["slides"]:
            if slide.get("question") in ids:
                found.setdefault(slide["question"], []).append(f"slides/{path.name}")
    for name in ids & set(re.findall(r"`([a-z0-9-]+)`", text(ROOT / "SYLLABUS.md"))):
        found.setdefault(name, []).append("SYLLABUS.md")
    tests = "".join(text(path) for path in (ROOT / "tests").rglob("*") if path.suffix in TESTS)
    for name in sorted(ids & set(re.findall(r"[a-z]+(?:-[a-z0-9]+)+", tests))):
        found.setdefault(name, []).append("tests")
    return found


def test_the_head_of_a_quiz_says_whether_it_is_full_and_what_must_stay(subtests):
    """Is whoever adds a question told so in the file, and not by a test a quarter of an hour on?"""
    named = _named_by()
    for chapter in questions.chapters():
        items = [item["id"] for item in questions.of_chapter(chapter)]
        full = "Full, with ten questions: a new one takes the place of another."
        stay = "; ".join(f"{one} ({', '.join(named[one])})" for one in items if one in named)
        wanted = [f"# {full}"] if len(items) == 10 else []
        wanted += [f"# Named by other files, so these stay: {stay}."] if stay else []
        path = _places.datasets() / "questions" / f"{chapter}.yaml"
        head = [line for line in text(path).split("\ntitle:")[0].splitlines() if "#" in line]
        with subtests.test(chapter):
            told = [line for line in head if line.startswith(("# Full,", "# Named by"))]
            assert told == wanted, f"{path.name}: write at its head\n" + "\n".join(wanted)
