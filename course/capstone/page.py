"""Blocks as a page that stands alone, dressed as a summary for one who signs: no script, no
outside address, the student's words escaped. It prints on A4, the summary on one sheet.
"""

from collections.abc import Sequence

from markupsafe import Markup

from course.capstone.layout import Block
from course.interface.templates import part, template

__all__ = ["STYLE", "body", "page"]

STYLE = (
    ":root{color-scheme:light dark;--ink:#1f2933;--quiet:#52606d;--rule:#9aa5b1;--pale:#eef1f4;"
    "--sheet:#fff;--desk:#dde2e7;--line:#000;--sure:#3e4c59;--half:#7b8794;--doubt:#bcc6cf;"
    "--rest:#eceff2}"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#e6eaee;--quiet:#a9b4bf;"
    "--rule:#52606d;--pale:#26323d;--sheet:#161d24;--desk:#0b0f13;--line:#fff;--sure:#d5dce3;"
    "--half:#8d9aa6;--doubt:#4a5865;--rest:#212b34}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--desk);color:var(--ink);font:.95rem/1.45 Calibri,Carlito,"
    "'Segoe UI','Noto Sans','Noto Nastaliq Urdu',sans-serif;overflow-wrap:break-word}"
    "main{max-width:50rem;margin:1.5rem auto;padding:2.4rem 2.8rem;background:var(--sheet);"
    "border-top:6px solid var(--ink)}"
    "h1{font-size:1.55rem;line-height:1.2;margin:.1rem 0 .7rem;padding-bottom:.5rem;"
    "border-bottom:2px solid var(--ink)}"
    "h2{font-size:1.25rem;margin:2.2rem 0 .5rem;padding-bottom:.25rem;"
    "border-bottom:1px solid var(--rule)}"
    "h3{font-size:1rem;margin:.9rem 0 .15rem}"
    ".point{margin:.55rem 0 .2rem}.point h3,.point h3+p{display:inline}"
    ".point h3:not(:only-child)::after{content:'.'}"
    "p{margin:.15rem 0 .5rem}ul{margin:.2rem 0;padding-left:1.2rem}li{margin:.3rem 0}"
    ".kicker{margin:0;font-size:.85rem;font-weight:700;letter-spacing:.08em;"
    "text-transform:uppercase;color:var(--quiet)}"
    ".quiet{color:var(--quiet);font-style:italic}.note{font-size:.9rem}"
    ".facts{display:grid;grid-template-columns:1fr 1fr;gap:.15rem 1.5rem;margin:0 0 .8rem}"
    ".facts div{display:flex;gap:.6rem}.facts dt{flex:0 0 5.4rem;font-weight:700}"
    ".facts dd{margin:0}"
    ".decision{margin:.2rem 0 .9rem;padding:.55rem .9rem;background:var(--pale);"
    "border-left:5px solid var(--ink);font-size:1.08rem}"
    "figure{margin:.3rem 0 .5rem}.strip{margin:.2rem 0 .5rem}.strip p{margin:0 0 .2rem;"
    "font-size:.93rem}"
    ".strip svg{display:block;width:100%;height:1.1rem;border:1px solid var(--rule)}"
    "rect.sure{fill:var(--sure)}rect.half{fill:var(--half)}"
    "line{stroke:var(--line);stroke-width:1.5px}"
    "rect.doubt{fill:var(--doubt)}rect.rest{fill:var(--rest)}"
    ".ends{display:flex;justify-content:space-between;font-size:.85rem;color:var(--quiet)}"
    "figcaption{font-size:.85rem;color:var(--quiet)}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.3rem 0 .6rem}"
    "th,td{border-bottom:1px solid var(--rule);padding:.3rem .5rem;text-align:start;"
    "vertical-align:top}thead th{background:var(--pale)}td:first-child{font-weight:700}"
    ".remarks{margin:.9rem 0 .8rem;padding:.35rem .6rem;min-height:5.5rem;font-size:.9rem;"
    "border:1px solid var(--rule)}"
    ".sign{display:grid;grid-template-columns:1fr 1fr;gap:.9rem 2rem}"
    ".sign p{margin:0;font-size:.9rem}.sign p:first-child{min-height:4.5rem;margin-bottom:.3rem;"
    "border-bottom:1px solid var(--ink)}.sign p:nth-child(2){font-weight:700}"
    ".scroll-x{overflow-x:auto}"
    "@media(max-width:40rem){main{margin:0;padding:1.2rem 1rem}.facts,.sign{grid-template-columns:"
    "1fr}table{min-width:34rem}}"
    "@page{size:A4;margin:12mm 17mm}"
    "@media print{:root{font-size:9.5pt}body{background:none;font-size:1rem;line-height:1.3}"
    "main{max-width:none;"
    "margin:0;padding:0;border:0}.point{margin:.4rem 0 .1rem}h3{font-size:1em}"
    "p{margin-bottom:.25rem}"
    "h1{font-size:15pt}th,td{padding:.15rem .4rem}.decision{margin:.1rem 0 .5rem;"
    "padding:.35rem .7rem}.afresh{break-before:page;margin-top:0}h2,h3{break-after:avoid}"
    "tr,li,figure,.strip,.sign,.remarks{break-inside:avoid}.strip svg{height:.42cm}"
    ".remarks{margin:.5rem 0 .4rem;padding:.15rem .4rem;min-height:1.5cm}"
    ".sign p:first-child{min-height:1.3cm}"
    "svg rect,.decision,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
)


def body(made: Sequence[Block]) -> Markup:
    """A memo's blocks as HTML (Markup), for a page of its own or within another."""
    return part("memo.html", "body")(made)


def page(made: Sequence[Block]) -> str:
    """The HTML text of a memo's blocks."""
    title = next((parts[0] for kind, *parts in made if kind == "title"), "")
    return template("memo_page.html").render(title=title, style=STYLE, made=made)
