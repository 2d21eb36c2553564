"""Blocks as a page that stands alone, dressed as a summary for one who signs: no script, no
outside address, the student's words escaped. It prints on A4, the summary on one sheet.
"""

import json
from collections.abc import Sequence

from markupsafe import Markup

from course.capstone.layout import Block, numbered
from course.interface.templates import part, template

__all__ = ["STYLE", "body", "page"]

STYLE = (
    ":root{color-scheme:light dark;--ink:#1f2933;--quiet:#52606d;--rule:#9aa5b1;--pale:#eef1f4;"
    "--sheet:#fff;--desk:#dde2e7;--line:#000;--bar:#8794a1;--rest:#eceff2}"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#e6eaee;--quiet:#a9b4bf;"
    "--rule:#52606d;--pale:#26323d;--sheet:#161d24;--desk:#0b0f13;--line:#fff;"
    "--bar:#5a6875;--rest:#212b34}}"
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
    ".strip svg{display:block;width:calc(100% - 5rem);margin:.2rem 2.5rem 0;height:3.5em;"
    "overflow:visible;font-size:.9rem}.strip text{fill:var(--ink);transform:translateX(.3em)}"
    ".bare svg{margin-top:-.8em}.strip .left{text-anchor:end;transform:translateX(-.3em)}"
    ".strip .mid{text-anchor:middle;transform:none}"
    "rect.bar{fill:var(--bar)}rect.rest{fill:var(--rest)}"
    ".strip line{stroke:var(--line);stroke-width:1.5px}"
    "figcaption{font-size:.9rem}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.3rem 0 .6rem}"
    "th,td{border-bottom:1px solid var(--rule);padding:.3rem .5rem;text-align:start;"
    "vertical-align:top}thead th{background:var(--pale)}td:first-child{font-weight:700}"
    ".sign{display:grid;grid-template-columns:1fr 1fr;gap:.9rem 2rem}"
    ".sign p{margin:0;font-size:.9rem}.sign p:first-child{min-height:4.5rem;margin-bottom:.3rem;"
    "border-bottom:1px solid var(--ink)}.sign p:nth-child(2){font-weight:700}"
    ".sign p:only-child{height:100%;padding:.3rem .5rem;border:1px solid var(--rule)}"
    ".sign+p{margin-top:.6rem}"
    ".banner{margin:0 0 .6rem;padding:.2rem .6rem;border:1px solid var(--rule);font-size:.9rem;"
    "text-align:center}.stamp{margin:0 0 .6rem;padding:.25rem .6rem;border:2px solid var(--ink);"
    "font-weight:700;font-size:.95rem}.order{margin:1.2rem 0 .8rem;text-align:center;"
    "font-size:1.2rem;font-weight:700;letter-spacing:.1em;text-transform:uppercase}"
    ".scroll-x{overflow-x:auto}"
    "@media screen and (max-width:40rem){main{margin:0;padding:1.2rem 1rem}"
    ".facts,.sign{grid-template-columns:1fr}table{min-width:34rem}}"
    "@page{size:A4;margin:8mm 15mm 11mm;"
    "@bottom-center{content:var(--folio) ' \u00b7 Page ' counter(page) ' of ' counter(pages);"
    "font:9pt Calibri,Carlito,sans-serif}}"
    "@media print{:root{font-size:11pt}body{background:none;font-size:1rem;line-height:1.18}"
    "main{max-width:none;"
    # a line on the very edge of the sheet's room is cut
    "margin:0;padding:0 1px;border:0}.point{margin:.2rem 0 0}h3{font-size:1em}"
    "p{margin:0 0 .1rem}table{font-size:1rem;margin:.2rem 0}th,td{padding:.04rem .35rem}"
    "h1{font-size:15pt;margin:0 0 .25rem;padding-bottom:.15rem}.decision{margin:.1rem 0 .25rem;"
    "padding:.2rem .6rem;font-size:1rem}.facts{gap:0 1rem;margin-bottom:.25rem}"
    ".facts div{gap:.3rem}.facts dt{flex-basis:4.7rem}"
    ".afresh{break-before:page;margin-top:0}h2,h3{break-after:avoid}"
    "tr,li,figure,.strip,.sign{break-inside:avoid}"
    # what explains, and what stands at a line to sign on, is a legend
    ".banner,.kicker,.note,figcaption,.strip svg,.sign p{font-size:9.25pt;line-height:1.15}"
    ".sign{gap:.15rem 1.6rem;margin-top:.2rem}.sign p:first-child{min-height:1.4cm;"
    "margin-bottom:.1rem}.banner{margin-bottom:.1rem;padding:0 .4rem}"
    "figure,.strip,.strip svg{margin-top:0;margin-bottom:.05rem}"
    ".bare svg{margin-top:-.9em}.strip p{font-size:1rem}"
    "svg rect,.decision,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
)


def body(made: Sequence[Block]) -> Markup:
    """A memo's blocks as HTML (Markup), for a page of its own or within another."""
    return part("memo.html", "body")(made)


def page(made: Sequence[Block]) -> str:
    """The HTML text of a memo's blocks."""
    title = next((parts[0] for kind, *parts in made if kind == "title"), "")
    folio = json.dumps(" ".join(numbered(made)), ensure_ascii=False)
    return template("memo_page.html").render(title=title, style=STYLE, folio=folio, made=made)
