"""Does a notebook of a stranger, made into a page or a sheet, run nothing, load nothing and open no file of the disk?"""

import html.parser
import json
import re

import pytest
from markupsafe import Markup

from course.edition.page import page
from course.edition.printing.handout import handout
from course.edition.printing.slides import slides
from course.edition.reading import read

MARKDOWN = """# T <script>alert(1)</script> <img src=x onerror=alert(1)>

<script>alert(2)</script>

<meta http-equiv="refresh" content="0;url=http://evil/">

<object data='file:///etc/passwd'></object> <iframe src=file:///etc/passwd></iframe>

[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](file:///etc/passwd "t") [e](ftp://x) [f](JaVaScRiPt:alert(1))
[g](java&#10;script:alert(1)) [h](//evil/x) [i](data:image/png;base64,aaaa) <javascript:alert(1)> <file:///etc/passwd>
[m](\\\\\\\\evil\\\\share\\\\x) [n](javascript&colon;x) [o](%6aavascript:x) [p](/etc/passwd) [q](https://evil/ "t\\" onmouseover=\\"x")

![x](file:///etc/passwd) ![y](http://evil/x.png "title") ![z](data:image/svg+xml,<svg>) ![r](picture.png)

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
    "<iframe src='file:///x'></iframe><a href='javascript:x'>q</a><svg><style><a title='</style><img src=x onerror=alert(1)>'></svg>"
    "<table style='background:url(http://evil)'><tr onclick=x><td>kept</table><link rel=stylesheet href=http://evil><base href=http://evil>"
)
OURS = {"meta", "style", "script"}  # what the head of a page holds, and nothing of a chapter may
QUIET = {"class", "id", "lang", "dir", "href", "title", "style", "aria-label", "aria-hidden", "scope", "name"}


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
    "slides": slides,
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_no_markup_of_a_stranger_lives(chapter, kind):
    """Is there no element that runs or loads, no attribute that does, and no link but to the web or beside the page?"""
    text = WRITTEN[kind](chapter)
    seen = Elements()
    seen.feed(text[text.index("<main") :])
    for tag, attributes in seen.found:
        assert tag not in OURS | {"img", "object", "iframe", "svg", "link", "base", "embed", "form"}, tag
        assert set(attributes) <= QUIET, (tag, attributes)
        assert "url(" not in attributes.get("style", "")
        assert re.fullmatch(
            r"https://example\.org/a|https://evil/|02-the-ladder\.html#s|#\S*", attributes.get("href", "#")
        )
    if kind == "page":
        assert "kept" in text
        assert {"https://example.org/a", "02-the-ladder.html#s", "#s1"} <= {
            a["href"] for _, a in seen.found if "href" in a
        }


@pytest.mark.parametrize("kind", ["handout", "slides"])
def test_a_sheet_that_is_printed_can_load_nothing(chapter, kind):
    """Does it say so to the browser, before anything else that could load?"""
    seen = Elements()
    seen.feed(WRITTEN[kind](chapter))
    policies = [a["content"] for _, a in seen.found if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"]
    assert [tag for tag, _ in seen.found].index("meta") < [tag for tag, _ in seen.found].index("style")
