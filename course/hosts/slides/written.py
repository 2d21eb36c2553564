"""A Deck as one HTML text that needs nothing beside it: live on a screen, at rest on paper."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from course.charts import covers
from course.hosts.browser import text
from course.hosts.pages import writing
from course.hosts.slides.deck import Deck
from course.hosts.slides.kept import kept
from course.interface.templates import template

__all__ = ["on_paper", "on_screen"]

_HERE = Path(__file__).parent
_STYLES = ("slides.css", "live.css", "windows.css")
_SHUT = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _written(deck: Deck, style: str, script: str = "") -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    # A module of the page is a blob: it is made from the script's own text.
    policy = f"{_SHUT}; script-src 'sha256-{digest}' blob:" if script else _SHUT
    return template("slides.html").render(
        deck=deck,
        kept=kept,
        policy=Markup(policy),  # noqa: S704 ours
        style=Markup(style + writing.own("paradigms.css") + "".join(map(_own, _STYLES))),  # noqa: S704 ours
        script=Markup(script),  # noqa: S704 ours, and nothing in it ends its element
        banner=Markup(covers.banner(deck.stem, "banner")),  # noqa: S704 drawn by us
        cover=covers.cover(deck.stem),
    )


def on_paper(deck: Deck) -> str:
    """The slides to print as PDF: no script, every picture a drawing."""
    return _written(deck, text.styles(()))


def on_screen(deck: Deck) -> str:
    """The slides to show: keys, figures that move, and a second window with the notes. A page that
    asks for nothing and lets nothing in.
    """
    script = writing.safe(writing.modules(deck.modules) + text.script("../pages/slides"))
    return _written(deck, text.styles(deck.modules), script)
