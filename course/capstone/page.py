"""Blocks as a page that stands alone: no script, no outside address,
the student's words escaped.
"""

from collections.abc import Sequence

from markupsafe import Markup

from course.capstone.layout import Block
from course.interface.templates import part, template

__all__ = ["STYLE", "body", "page"]

STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 Georgia,'Times New "
    "Roman',serif;overflow-wrap:break-word}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}"
    "p,li{margin:.4rem 0}small,.quiet{color:GrayText}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}"
    "th,td{border:1px solid GrayText;padding:.3rem .5rem;text-align:start;vertical-align:top}"
    ".facts th{width:6rem}"
    ".scroll-x{overflow-x:auto}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,li{break-inside:avoid}}"
)


def body(made: Sequence[Block]) -> Markup:
    """A memo's blocks as HTML (Markup), for a page of its own or within another."""
    return part("memo.html", "body")(made)


def page(made: Sequence[Block]) -> str:
    """The HTML text of a memo's blocks."""
    title = next((parts[0] for kind, *parts in made if kind == "title"), "")
    return template("memo_page.html").render(title=title, style=STYLE, made=made)
