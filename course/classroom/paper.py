"""An assignment on paper: questions with room to answer, rubrics, and the key on pages of its own at the end."""

from html import escape

from course import sheets
from course.classroom.public import public
from course.items import kinds

__all__ = ["paper_html"]

_STYLE = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:0.9375rem/1.5 Georgia,'Times New Roman',serif;color:#000;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem}ol{padding-left:1.6rem}li.q{margin:0 0 1.4rem;break-inside:avoid}"
    ".points{float:right;font-size:.85rem}.box{display:inline-block;width:.9rem;height:.9rem;border:1px solid;margin-right:.5rem;vertical-align:-.1rem}"
    ".gap{display:inline-block;min-width:3rem;border-bottom:1px solid;margin-right:.5rem}"
    ".lines{height:14rem;background:repeating-linear-gradient(transparent 0 1.65rem,#999 1.65rem 1.7rem);print-color-adjust:exact}"
    "table{border-collapse:collapse;font-size:.8rem;width:100%}th,td{border:1px solid #666;padding:.2rem .4rem;text-align:left;vertical-align:top}"
    ".who{display:flex;gap:2rem}.who span{flex:1;border-bottom:1px solid}.key{break-before:page}ul{list-style:none;padding-left:0}"
    "@page{size:A4;margin:18mm}@media print{body{margin:0;max-width:none}}"
)


def _rows(rows):
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


def _room(item):
    """Where to answer, from the Form of its kind as a student has it."""
    if "rubric" in item:
        words = f"<p><em>About {item['words']} words.</em></p>" if "words" in item else ""
        return words + _rubric(item) + "<div class='lines'></div>"
    form = kinds.of(public(item)).form()
    box, gap = "<span class='box'></span>", "<span class='gap'>&nbsp;</span>"
    offered = "; ".join(f"{chr(65 + i)} {text}" for i, text in enumerate(form.columns or form.letters))
    how = "".join(f"<p><em>{escape(text)}</em></p>" for text in (offered, form.how) if text)
    if form.unit is not None:
        return f"{how}<p>{gap}{gap}{escape(form.unit)}</p>"
    mark = box if form.ticked else gap
    return how + _rows(mark + escape(text) for text in form.boxes)


def _rubric(item):
    heads = "".join(f"<th>{n}</th>" for n in range(4))
    rows = "".join(
        f"<tr><th>{escape(row['criterion'])}</th>{''.join(f'<td>{escape(level)}</td>' for level in row['levels'])}</tr>"
        for row in item["rubric"]
    )
    return f"<table><tr><th>Points</th>{heads}</tr>{rows}</table>"


def _key(item):
    """The answer and why."""
    return _rows(map(escape, kinds.of(item).key()))


def paper_html(assignment):
    """A page to print: the paper first, the key from a new sheet on."""
    asked = "".join(
        f"<li class='q'><span class='points'>{assignment.points(item['id'])} points</span>{escape(item['stem'])}{_room(item)}</li>"
        for item in assignment.items()
    )
    key = "".join(f"<li class='q'>{escape(item['stem'])}{_key(item)}</li>" for item in assignment.items())
    title = escape(assignment.title)
    return sheets.whole(
        f"<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{title}</h1><p>About {assignment.minutes} minutes; {assignment.most} points.</p>"
        f"<p class='who'>Name <span></span> Number <span></span></p><ol>{asked}</ol>"
        f"<section class='key'><h1>Key: {title}</h1><p>For whoever marks. Take these pages out before copying.</p><ol>{key}</ol></section>"
        "</body></html>\n"
    )
