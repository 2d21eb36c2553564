"""A chapter read for the page: prose as HTML, calls of the course as widgets with all they hold, other cells as stored."""

import ast
import base64
import json
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import course
from course import inquiries, paper
from course.charts.still import still
from course.errors import CourseError

__all__ = ["Chapter", "Widget", "read"]

_READ = "<p><small>Code runs in JupyterLab. Here you can read it, and what it gave.</small></p>"
_CARD = re.compile(r'href="#(claim|term)-([^"]+)"')
_HEADING = re.compile(r"<h([1-4])[^>]*>(.*?)</h\1>", re.DOTALL)


@dataclass(frozen=True)
class Widget:
    """An interactive: the name of its module, what the page's model holds (plain JSON), and its twin in HTML."""

    module: str
    state: dict
    twin: str


@dataclass
class Chapter:
    """One page: parts are HTML texts and Widgets in order; cards the claims and terms that it links to."""

    stem: str
    title: str
    parts: list = field(default_factory=list)
    headings: list = field(default_factory=list)  # (level, id, words)
    cards: list = field(default_factory=list)  # ("claim" or "term", id)
    words: str = ""


def _call(source):
    """(verb, arguments) if a cell does nothing but call one verb of the course, else None."""
    body = ast.parse(source).body
    if len(body) != 2 or ast.unparse(body[0]) != "import course" or not isinstance(body[1], ast.Expr):
        return None
    call = body[1].value
    if not isinstance(call, ast.Call) or call.keywords or not ast.unparse(call.func).startswith("course."):
        return None
    verb = ast.unparse(call.func).removeprefix("course.")
    return (verb, [ast.literal_eval(a) for a in call.args]) if verb in course.__all__ else None


def _plain(value):
    """A trait as JSON: bytes become {"base64": ...}."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    return value


def widget(shown):
    """The Widget of an object that a verb gave. What a student answered on this machine has no part in it."""
    hidden = {"past", "lines", "unread", "kept_in"}
    state = {
        name: _plain(getattr(shown, name))
        for name, trait in sorted(shown.traits(sync=True).items())
        if not name.startswith("_") and name not in {"comm", "layout", "tabbable", "tooltip"}
    }
    state |= {name: type(state[name])() for name in hidden & state.keys()}
    twin = shown._repr_mimebundle_()["text/html"]
    if hasattr(shown, "first_figure"):
        twin = twin.replace("<figcaption>", f"{still(shown.first_figure)}<figcaption>", 1)
    return Widget(type(shown).__name__.lower(), state, twin)


def _stored(cell):
    """Code of a student's own kind, folded, and what it gave when the chapter was stored."""
    shown = []
    for output in cell["outputs"]:
        data = output.get("data", {})
        text = data.get("text/html") or [
            f"<pre>{escape(''.join(data.get('text/plain', output.get('text', ''))))}</pre>"
        ]
        shown.append(f'<div class="scroll-x">{"".join(text)}</div>')
    code = escape("".join(cell["source"]))
    shown.insert(0, _READ)
    return f"<details class='code'><summary>The code</summary><pre><code>{code}</code></pre></details>{''.join(shown)}"


def _code(cell, country):
    call = _call("".join(cell["source"]))
    if call is None:
        return _stored(cell)
    verb, arguments = call
    if verb == "weigh" and country and inquiries.takes_country(arguments[0]):
        arguments = [arguments[0], country]
    if verb == "memo" and country:
        arguments = [country]
    shown = getattr(course, verb)(*arguments)
    if hasattr(shown, "sentence"):
        raise CourseError(f"A cell of the chapter cannot be shown: {shown.sentence}")
    return widget(shown) if hasattr(shown, "_esm") else shown._repr_html_()


def _prose(text):
    from nbconvert.filters import markdown2html

    html = re.sub(r'<a class="anchor-link".*?</a>', "", markdown2html(text))
    html = re.sub(r'href="([0-9][\w-]*)\.ipynb"', r'href="\1.html"', html)
    # A wide table scrolls by itself; the page never does.
    return html.replace("<table>", '<div class="scroll-x"><table>').replace("</table>", "</table></div>")


def _bare(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


def _with_ids(chapter, html):
    """The same HTML, each heading with an id that a contents list may lead to."""

    def named(found):
        level, inner = int(found.group(1)), found.group(2)
        words = _bare(inner)
        name = f"s{len(chapter.headings) + 1}-{paper.slug(words)[:40]}"
        chapter.headings.append((level, name, words))
        return f'<h{level} id="{name}">{inner}</h{level}>'

    return _HEADING.sub(named, html)


def read(path, country=None):
    """The Chapter of a notebook file; its evidence cards offer one `country` (iso3) more if told. Raises CourseError if the file is no notebook or a cell of it cannot be shown."""
    path = Path(path)
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        raise CourseError(
            f"{path} is no notebook; name a file that ends in .ipynb and opens in JupyterLab."
        ) from None
    chapter = Chapter(stem=path.stem, title=path.stem)
    for cell in cells:
        if cell["cell_type"] == "markdown":
            html = _with_ids(chapter, _prose("".join(cell["source"])))
            chapter.parts.append(html)
            chapter.words += _bare(html) + "\n"
            chapter.cards += [found for found in _CARD.findall(html) if found not in chapter.cards]
        elif cell["cell_type"] == "code":
            chapter.parts.append(_code(cell, country))
    chapter.title = next((words for level, _, words in chapter.headings if level == 1), path.stem)
    return chapter
