"""Is a kind of item one file, and does nothing else ask what kind an item is?"""

import json
import re

import pytest

from course import _places
from course.errors import CourseError
from course.items import kinds, questions

SCHEMA = json.loads((_places.datasets() / "schemas" / "question.json").read_text(encoding="utf-8"))
PACKAGE = _places.PACKAGE
WIDGETS = PACKAGE / "hosts" / "browser" / "kinds"
ASKS = re.compile(
    r"""(match\s+\w+\[["']kind["']\]"""  # match item["kind"]
    rf"""|\[["']kind["']\]\s*(==|!=|(not\s+)?in\b)|\b(==|!=)\s*["']({"|".join(kinds.KINDS)})["'])"""
)
# A line of the answers file and an event of the timeline have a kind of their own; the bank is
# filtered by it.
SPARED = {
    "situations.py",
    "questions.py",
    "paper/_timeline.py",
    "interactives/timeline.py",
    "interactives/chronicle.py",
    "charts/strip.py",
    "lessons/states.py",  # the controls of a chart: several series
}


def test_only_the_kinds_ask_what_kind_an_item_is():
    """Does a line outside course/items/kinds ask what kind an item is?"""
    offenders = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "items/kinds" not in path.as_posix()
        and path.relative_to(PACKAGE).as_posix() not in SPARED
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ASKS.search(line)
    ]
    assert not offenders, "let the kind answer (course/items/kinds):\n" + "\n".join(offenders)


# In a page: item.kind may be written into a line of the answers file. A control has a kind too.
ASKS_IN_A_PAGE = re.compile(
    rf"""\bitem\.kind\b|\bkind\s*(===|!==)|(===|!==)\s*["']({"|".join(kinds.KINDS)})["']|["']({"|".join(kinds.KINDS)})["']\]?\.includes"""
)
SPARED_IN_A_PAGE = re.compile(
    r"^kind: item\.kind,$|\bc\.kind === |\brow\.kind [!=]== |"
    r"KINDS|typeof |if \(kind === \"(claim|term)\""
)


def test_only_the_kinds_ask_what_kind_an_item_is_in_a_page():
    """Does a line of JavaScript outside course/hosts/browser/kinds ask what kind an item is?"""
    offenders = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.js"))
        if path.parent
        not in (WIDGETS, WIDGETS.parent / "timeline")  # a row of the timeline has a kind
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ASKS_IN_A_PAGE.search(line) and not SPARED_IN_A_PAGE.search(line.strip())
    ]
    assert not offenders, "let the kind answer (course/hosts/browser/kinds):\n" + "\n".join(
        offenders
    )


def test_each_kind_has_a_file_of_its_name_in_the_browser_and_no_list_names_it():
    """Is a kind one file in Python and one in JavaScript, found without a list?"""
    shared = {"kind", "parts"}
    in_a_page = {path.stem for path in WIDGETS.glob("*.js")} - shared
    assert in_a_page == set(kinds.KINDS) - {"essay"}, (
        "a sheet asks an essay as a text; each other kind has its file"
    )
    for name in in_a_page:
        assert re.search(
            rf"^KINDS\.{name} = ",
            (WIDGETS / f"{name}.js").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    named = re.compile(r"""["'](classify|several)["']""")
    lists = [
        path.relative_to(PACKAGE).as_posix()
        for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")]
        if path.stem not in {"classify", "several"}
        and named.search(path.read_text(encoding="utf-8"))
    ]
    assert set(lists) <= SPARED, f"a kind is named in its own two files alone, not in {lists}"


def test_the_published_schema_says_what_the_kinds_say():
    """Does datasets/schemas/question.json hold each kind's own schema?"""
    assert questions.published(SCHEMA) == SCHEMA, (
        "renew it: uv run python datasets/recipe.py --hashes"
    )


def test_an_unknown_kind_is_one_sentence():
    """Is the nearest kind named?"""
    with pytest.raises(
        CourseError, match="no kind of item called 'choise'; the nearest are: choice"
    ):
        kinds.of({"kind": "choise"})
