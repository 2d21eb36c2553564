"""The HTML of a page of the edition: readable with scripts off, alive with them on."""

import json
from html import escape

from course import paper
from course.edition.reading import Widget

__all__ = ["contents", "page"]

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{style}
</head>
<body>
<a class="skip" href="#main">To the text</a>
"""


def _json(value):
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _widget(number, widget):
    data = _json({"module": widget.module, "state": widget.state})
    return (
        f"<div class='widget' data-widget='w{number}' data-module='{widget.module}'>{widget.twin}</div>"
        f"<script type='application/json' id='w{number}'>{data}</script>"
    )


def _entry(kind, name):
    """A claim or a term as it stands at the foot of the page, where its link leads when no card can open."""
    if kind == "claim":
        claim = paper.claim(name)
        return f"<dt id='claim-{name}'>{name}</dt><dd>{escape(claim['paraphrase'])} <small>{escape(claim['section'])}</small></dd>"
    term = paper.term(name)
    urdu = f" <span lang='ur' dir='rtl'>{escape(term['urdu'])}</span>" if term["urdu"] else ""
    return f"<dt id='term-{name}'>{escape(term['term'])}{urdu}</dt><dd>{escape(term['definition'])}</dd>"


def _foot(chapter):
    entries = "".join(_entry(kind, name) for kind, name in sorted(chapter.cards))
    if not entries:
        return ""
    return (
        "<aside class='cards' aria-label='Claims and terms of this page'><h2>Claims and terms of this page</h2>"
        f"<p>A claim is what the text says, in this course's words.</p><dl>{entries}</dl></aside>"
    )


def _sections(chapter):
    links = "".join(
        f"<li class='level-{level}'><a href='#{name}'>{escape(words)}</a></li>"
        for level, name, words in chapter.headings
        if level in (2, 3)
    )
    return (
        f"<details class='sections'><summary>On this page</summary><ol>{links}</ol></details>"
        if links
        else ""
    )


def page(chapter, *, style, scripts, home=None):
    """A chapter as one HTML text.

    style and scripts are elements of the head and of the foot; home is the address of the contents page, if there is one.
    """
    body, number = [], 0
    for part in chapter.parts:
        if isinstance(part, Widget):
            number += 1
            body.append(_widget(number, part))
        else:
            body.append(part)
    back = f"<nav class='home'><a href='{home}'>All chapters</a></nav>" if home else ""
    return (
        _HEAD.format(title=escape(chapter.title), style=style)
        + f"{back}{_sections(chapter)}<main id='main'>{''.join(body)}</main>{_foot(chapter)}"
        + "<noscript><p class='off'>This page lives with scripts. Without them it shows each figure at its outset and every answer explained.</p></noscript>"
        + f"{scripts}</body></html>\n"
    )


def contents(chapters, *, style, scripts):
    """The contents page: each chapter with its sections, and a search over their words."""
    items = "".join(
        f"<li><a href='{c.stem}.html'>{escape(c.title)}</a>"
        f"<ul>{''.join(f'<li>{escape(words)}</li>' for level, _, words in c.headings if level == 2)}</ul></li>"
        for c in chapters
    )
    search = (
        "<form class='search' role='search'><label for='find'>Find in all chapters</label>"
        "<input id='find' type='search' autocomplete='off'><ul id='found' aria-live='polite'></ul></form>"
    )
    return (
        _HEAD.format(title="Steel Frame", style=style)
        + "<main id='main'><h1>Steel Frame</h1><p>Public policy making under the governance paradigm, and what it asks of officials.</p>"
        + f"{search}<ol class='contents'>{items}</ol></main>{scripts}</body></html>\n"
    )
