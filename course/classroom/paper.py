"""An assignment on paper: questions with room to answer, rubrics, and the key on pages of its own at the end."""

from html import escape

from course import scoring, sheets
from course.classroom.public import public

__all__ = ["paper_html"]

_STYLE = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:15px/1.5 Georgia,'Times New Roman',serif;color:#000;background:#fff}"
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
    """Where to answer, by kind."""
    one = public(item)
    box, gap = "<span class='box'></span>", "<span class='gap'>&nbsp;</span>"
    match item["kind"]:
        case "choice" | "several":
            hint = "<p><em>Tick all that hold.</em></p>" if item["kind"] == "several" else ""
            return hint + _rows(box + escape(option["text"]) for option in one["options"])
        case "classify":
            groups = "; ".join(f"{chr(65 + i)} {group}" for i, group in enumerate(one["groups"]))
            return f"<p><em>{escape(groups)}</em></p>" + _rows(
                gap + escape(s["text"]) for s in one["statements"]
            )
        case "match":
            offered = "; ".join(f"{chr(65 + i)} {right}" for i, right in enumerate(one["rights"]))
            return f"<p><em>{escape(offered)}</em></p>" + _rows(gap + escape(p["left"]) for p in one["pairs"])
        case "order":
            return "<p><em>Number the steps.</em></p>" + _rows(
                gap + escape(step["text"]) for step in one["steps"]
            )
        case "number":
            return f"<p>{gap}{gap}{escape(item['unit'])}</p>"
    words = f"<p><em>About {item['words']} words.</em></p>" if "words" in item else ""
    return words + _rubric(item) + "<div class='lines'></div>"


def _rubric(item):
    heads = "".join(f"<th>{n}</th>" for n in range(4))
    rows = "".join(
        f"<tr><th>{escape(row['criterion'])}</th>{''.join(f'<td>{escape(level)}</td>' for level in row['levels'])}</tr>"
        for row in item["rubric"]
    )
    return f"<table><tr><th>Points</th>{heads}</tr>{rows}</table>"


def _key(item):
    """The answer and why, by kind."""
    match item["kind"]:
        case "choice" | "several":
            told = [
                f"{'✓' if o.get('correct') else '✗'} {o['text']}: {o['feedback']}" for o in item["options"]
            ]
        case "classify":
            told = [
                f"{chr(65 + item['groups'].index(s['group']))} {s['text']}: {s['feedback']}"
                for s in item["statements"]
            ]
        case "match":
            offered = scoring.rights(item)
            told = [
                f"{chr(65 + offered.index(p['right']))} {p['left']}: {p['feedback']}" for p in item["pairs"]
            ]
        case "order":
            told = [f"{n} {step['text']}: {step['feedback']}" for n, step in enumerate(item["steps"], 1)]
        case "number":
            told = [
                f"{item['answer']:g} {item['unit']}, give or take {item['tolerance']:g}: {item['feedback']}"
            ]
        case _:
            told = ["Marked with the rubric above."]
    return _rows(map(escape, told))


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
