"""Does a notebook of a stranger, made into a page or a sheet, run nothing,
load nothing and open no file of the disk?
"""

import html.parser
import json
import os
import re
from urllib.parse import unquote

import pytest
from markupsafe import Markup

from course.cli import main
from course.errors import CourseError
from course.hosts.pages import edition, notebook
from course.hosts.pages.beside import BESIDE
from course.hosts.pages.page import page
from course.hosts.pages.reading import Code, read
from course.hosts.print.handout import handout

MARKDOWN = """# T <script>alert(1)</script> <img src=x onerror=alert(1)>

<script>alert(2)</script>

<meta http-equiv="refresh" content="0;url=http://evil/">

<object data='file:///etc/passwd'></object> <iframe src=file:///etc/passwd></iframe>

[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](file:///etc/passwd "t")
  [e](ftp://x) [f](JaVaScRiPt:alert(1))
[g](java&#10;script:alert(1)) [h](//evil/x) [i](data:image/png;base64,aaaa) <javascript:alert(1)> <file:///etc/passwd>
[m](\\\\\\\\evil\\\\share\\\\x) [n](javascript&colon;x) [o](%6aavascript:x) [p](/etc/passwd)
  [q](https://evil/ "t\\" onmouseover=\\"x")

![x](file:///etc/passwd) ![y](http://evil/x.png "title") ![z](data:image/svg+xml,<svg>)
![r](picture.png)

[web](https://example.org/a) [near](02-the-ladder.ipynb#s) [here](#s1)

[ref]: javascript:alert(1) "x"

[ref]

## <svg onload=alert(1)> [x](javascript:alert(2)) ![x](http://evil/x.png)

```html" onload="x
<script>
```

| a <script> | b |
|:--|--|
| ![i](http://evil/x.png) | [k](file:///x) |
"""
STORED = (
    "<script>alert(3)</script><img src=http://evil/ onerror=x><meta http-equiv=refresh><object data='file:///etc/passwd'></object>"
    "<iframe src='file:///x'></iframe><a href='javascript:x'>q</a><svg><style><a "
    "title='</style><img src=x onerror=alert(1)>'></svg>"
    "<table style='background:url(http://evil)'><tr onclick=x><td>kept</table><link "
    "rel=stylesheet href=http://evil><base href=http://evil>"
)
OURS = {"meta", "style", "script"}  # what the head of a page holds, and nothing of a chapter may
QUIET = {
    "class",
    "id",
    "lang",
    "dir",
    "href",
    "title",
    "style",
    "aria-label",
    "aria-hidden",
    "scope",
    "name",
    "tabindex",
    "role",
}


class Elements(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def chapter(tmp_path_factory):
    book = {
        "cells": [
            {"cell_type": "markdown", "source": MARKDOWN},
            {"cell_type": "code", "source": "1", "outputs": [{"data": {"text/html": STORED}}]},
            {"cell_type": "code", "source": "1", "outputs": [{"data": {"text/plain": STORED}}]},
        ]
    }
    path = tmp_path_factory.mktemp("hostile") / "hostile.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    return read(path)


WRITTEN = {
    "page": lambda chapter: page(chapter, style=Markup(""), scripts=Markup("")),
    "handout": handout,
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_no_markup_of_a_stranger_lives(chapter, kind):
    """Is there no element that runs or loads, no attribute that does,
    and no link but to the web or beside the page?
    """
    text = WRITTEN[kind](chapter)
    seen = Elements()
    seen.feed(text[text.index("<main") :])
    for tag, attributes in seen.found:
        assert tag not in OURS | {
            "img",
            "object",
            "iframe",
            "svg",
            "link",
            "base",
            "embed",
            "form",
        }, tag
        assert set(attributes) <= QUIET, (tag, attributes)
        assert "url(" not in attributes.get("style", "")
        assert re.fullmatch(
            r"https://example\.org/a|https://evil/|02-the-ladder\.html#s|#\S*",
            attributes.get("href", "#"),
        )
    if kind == "page":
        assert "kept" in text
        assert {"https://example.org/a", "02-the-ladder.html#s", "#s1"} <= {
            a["href"] for _, a in seen.found if "href" in a
        }


def test_a_sheet_that_is_printed_can_load_nothing(chapter):
    """Does it say so to the browser, before anything else that could load?"""
    seen = Elements()
    seen.feed(handout(chapter))
    policies = [
        a["content"] for _, a in seen.found if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    ]
    assert [tag for tag, _ in seen.found].index("meta") < [tag for tag, _ in seen.found].index(
        "style"
    )


# Odd notebooks
# --------------------------------------------------------------------------------------------------
def written(folder, cells, name="odd.ipynb"):
    path = folder / name
    path.write_text(
        cells if isinstance(cells, str) else json.dumps({"cells": cells}), encoding="utf-8"
    )
    return path


def code(source, **more):
    return {"cell_type": "code", "source": source, "outputs": []} | more


@pytest.mark.thorough
def test_an_odd_cell_is_shown_as_code(subtests, tmp_path):
    """Magics, faults of syntax, letters that no file can hold, what Python cannot even parse:
    shown, not run?
    """
    for cell in [
        {"cell_type": "code", "source": "print(1)"},
        code("%matplotlib inline"),
        code("!rm -rf /"),
        code("def f(:"),
        code("a\x00b"),
        code("a = '\ud800'"),
        code("'\\d'"),
        code("(" * 5000),
        code("-" * 100_000 + "1"),
        code("import course\ncourse.explore(open('/etc/passwd'))"),
        code(["import course\n", "course.explore(*['x'])"]),
        code("1", outputs=[{"output_type": "stream", "text": ["a\x00", "b\udfff"]}]),
        code(
            "1",
            outputs=[
                {"output_type": "error", "traceback": [], "data": {"application/json": {"a": 1}}}
            ],
        ),
    ]:
        with subtests.test(ascii(cell)[:40]):
            path = written(
                tmp_path, [cell, {"cell_type": "markdown", "source": "# After \ud800 it\x00"}]
            )
            chapter = read(path)
            assert isinstance(chapter.parts[0], Code)
            edition(tmp_path / "out", notebooks=[path])
            text = (tmp_path / "out" / "odd.html").read_text(encoding="utf-8")
            assert "After" in text
            assert "\x00" not in text


def test_what_is_no_notebook_is_one_sentence(subtests, tmp_path):
    """Whatever JSON it is?"""
    for told in [
        "[]",
        "null",
        "{}",
        '{"cells": null}',
        '{"cells": {"a": 1}}',
        '{"cells": [null]}',
        '{"cells": ["a"]}',
        '{"cells": [{}]}',
        '{"cells": [{"cell_type": "markdown", "source": 3}]}',
        '{"cells": [{"cell_type": "code", "source": [1]}]}',
        '{"cells": [{"cell_type": "code", "source": "", "outputs": 3}]}',
        '{"cells": [{"cell_type": "code", "outputs": [null]}]}',
        '{"cells": [{"cell_type": "code", "outputs": [{"data": []}]}]}',
        '{"cells": [{"cell_type": []}]}',
        '{"cells": [{"cell_type": "code", "outputs": [{"data": {"text/html": {}}}]}]}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ]:
        refused = pytest.raises(CourseError, match="is no notebook; name a file that ends in")
        with subtests.test(told[:40]), refused:
            read(written(tmp_path, told))


DEEP = [
    *({"cell_type": "markdown", "source": text} for text in (">" * 20_000 + "x", "*" * 3000 + "a",
        "[" * 5000 + "]" * 5000)),
    code("1", outputs=[{"data": {"text/html": "<table><tr><td>" * 3000}}]),
]  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("cell", DEEP)
def test_what_is_nested_deep_is_shown_or_one_sentence(tmp_path, cell):
    """Never a traceback, on a page and on paper?"""
    path = written(tmp_path, [cell])
    try:
        chapter = read(path)
    except CourseError as error:
        assert "nested too deep" in str(error)  # noqa: PT017 either is right
    else:
        assert all(write(chapter) for write in WRITTEN.values())


def test_what_cannot_be_read_is_told_truly(tmp_path, monkeypatch, capsys):
    """A pipe, a device, a file of no size that can be read: at once, and by what it is?"""
    os.mkfifo(tmp_path / "pipe.ipynb")
    for name in (str(tmp_path / "pipe.ipynb"), "/dev/zero"):
        assert main(["edition", str(tmp_path / "out"), name]) == 2
        assert f"{name} is no plain file" in capsys.readouterr().err
        with pytest.raises(CourseError, match="is no plain file"):
            read(name)
    monkeypatch.setattr(notebook, "_MOST", 10)
    with pytest.raises(CourseError, match=r"more than can be read"):
        read(written(tmp_path, [code("1")]))


# Their names
# --------------------------------------------------------------------------------------------------
def test_two_notebooks_of_one_name_are_refused(tmp_path, capsys):
    """Also where only a computer that does not tell A from a would take them for one;
    and one called index?
    """
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    first, second = (
        written(tmp_path / "a", [], "lesson.ipynb"),
        written(tmp_path / "b", [], "Lesson.ipynb"),
    )
    index = written(tmp_path, [], "Index.ipynb")
    for paths in ([first, second], [index]):
        assert main(["edition", str(tmp_path / "out"), *map(str, paths)]) == 2
        assert "rename one of the notebooks" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main(["edition", str(tmp_path / "one"), "--single", str(index), str(index)]) == 0


def test_a_strangers_notebook_has_no_slides(tmp_path, monkeypatch, capsys):
    """Is one that borrows a chapter's number told so, before anything is written?"""
    monkeypatch.setenv("CHROME", "/bin/true")
    path = written(tmp_path, [], "00-start-there.ipynb")
    assert main(["edition", str(tmp_path / "out"), "--handouts", "--slides", str(path)]) == 2
    assert "There is no chapter with slides called '00-start-there'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_name_leads_to_its_page(tmp_path):
    """Is a name that looks like an address, or like markup,
    one of a file in the contents and in the search?
    """
    hostile = ["javascript:alert(1)", "<b onclick=x>'\"", "a#b?c%41"]
    paths = [written(tmp_path, [], f"{stem}.ipynb") for stem in hostile]
    edition(tmp_path / "out", notebooks=paths)
    seen = Elements()
    seen.feed((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    links = [a["href"] for tag, a in seen.found if tag == "a" and a["href"].endswith(".html")]
    links = [link for link in links if link not in {f"{one.stem}.html" for one in BESIDE}]
    assert [unquote(link) for link in links] == [f"{stem}.html" for stem in hostile]
    assert not any(re.search("[:#?<>\"']", link) for link in links)
    told = (tmp_path / "out" / "assets" / "search.js").read_text(encoding="utf-8").split(";\n")[0]
    texts = json.loads(told.removeprefix("window.steelFrameTexts="))
    assert [text["address"] for text in texts] == links


def test_a_name_that_cannot_be_printed_is_refused(tmp_path):
    """Letters that turn the reading round, or bytes that are no text?"""
    for stem in ("a\u202eb", "a\udc80b"):
        with pytest.raises(CourseError, match="rename that notebook"):
            edition(tmp_path / "out", notebooks=[written(tmp_path, [], f"{stem}.ipynb")])
