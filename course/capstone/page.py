"""Blocks as a page that stands alone: no script, no outside address, the student's words escaped."""

from html import escape

__all__ = ["STYLE", "body", "page"]

STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 Georgia,'Times New Roman',serif;overflow-wrap:break-word}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}"
    "p,li{margin:.4rem 0}small,.quiet{color:GrayText}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}"
    "th,td{border:1px solid GrayText;padding:.3rem .5rem;text-align:start;vertical-align:top}"
    ".facts th{width:6rem}"
    ".scroll-x{overflow-x:auto}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,li{break-inside:avoid}}"
)


def _row(cells, tag="td"):
    told = "".join(f"<{tag} dir='auto'>{escape(cell)}</{tag}>" for cell in cells)
    return f"<tr>{told}</tr>"


def _fact(pair):
    label, text = map(escape, pair)
    return f"<tr><th scope='row'>{label}</th><td dir='auto'>{text}</td></tr>"


def _listed(pair):
    lead, text = map(escape, pair)
    return f"<li dir='auto'><b>{lead}.</b> {text}</li>" if lead else f"<li dir='auto'>{text}</li>"


def _block(kind, *parts):
    match kind:
        case "title":
            return f"<h1 dir='auto'>{escape(parts[0])}</h1>"
        case "heading":
            return f"<h2>{escape(parts[0])}</h2>"
        case "facts":
            return f"<table class='facts'>{''.join(map(_fact, parts[0]))}</table>"
        case "table":
            head, rows = parts
            return (
                f"<table><thead>{_row(head, 'th')}</thead><tbody>{''.join(map(_row, rows))}</tbody></table>"
            )
        case "list":
            return f"<ul>{''.join(map(_listed, parts[0]))}</ul>"
    return f"<p class='{kind}' dir='auto'>{escape(parts[0])}</p>"


def body(made):
    """A memo's blocks as HTML, for a page of its own or within another."""
    return "".join(_block(*block) for block in made)


def page(made):
    """The HTML text of a memo's blocks."""
    title = next((parts[0] for kind, *parts in made if kind == "title"), "")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body>{body(made)}</body></html>\n"
    )
