"""The modules of the browser as one text: nothing is lost, and each holds what it needs."""

import re
from pathlib import Path

import pytest

from course.hosts.browser import joining, text
from course.interface import words
from course.items import kinds

BROWSER = Path(text.__file__).parent


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
    items or years at most 36, the memo with its two documents and the days it checks 57.6, and a
    still with names, a scene and a card 83?
    """
    most = {
        "asked": 32_000,
        "desk": 32_000,
        "explorable": 83_000,
        "memo": 57_600,
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
