"""What a chapter asks, on paper: a question with room for its answer, and what explains each possible answer."""

from html import escape

from course.items import kinds
from course.widgets.twin import explained

__all__ = ["answered", "asked"]

_BOX = "<span class='box'></span>"
_WORDS_A_LINE = 11


def _list(items, kind):
    return f"<ul class='{kind}'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _lines(words):
    """Ruled lines for about so many words written by hand."""
    return f"<div class='lines'>{'<div></div>' * max(2, -(-words // _WORDS_A_LINE))}</div>"


def _boxes(texts):
    return _list([f"{_BOX}{escape(text)}" for text in texts], "boxes")


def _sorted(form):
    """A table: a row a text, a box for each group."""
    heads = "".join(f"<th scope='col'>{escape(column)}</th>" for column in form.columns)
    boxes = f"<td>{_BOX}</td>" * len(form.columns)
    rows = "".join(f"<tr><th scope='row'>{escape(text)}</th>{boxes}</tr>" for text in form.boxes)
    return f"<table class='sort'><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _lettered(form):
    """Texts with boxes, and beside them what is to be put there, by its letter."""
    offered = [f"<b>{chr(65 + i)}</b> {escape(text)}" for i, text in enumerate(form.letters)]
    return f"<div class='match'>{_boxes(form.boxes)}{_list(offered, 'letters')}</div>"


def _room(form):
    """Where the answer goes, from the kind's Form."""
    if form.columns:
        shown = _sorted(form)
    elif form.letters:
        shown = _lettered(form)
    elif form.unit is not None:
        shown = f"<p class='blank'><span class='gap'></span> {escape(form.unit)}</p>"
    else:
        shown = _boxes(form.boxes) if form.boxes else ""
    how = f"<p class='how'>{escape(form.how)}</p>" if form.how else ""
    return shown + how + (_lines(form.words) if form.words else "")


def _look_for(kind):
    looked_for = "".join(f"<li>{escape(line)}</li>" for line in kind.look_for())
    return f"<div class='look'><p>Does your paragraph …</p><ul>{looked_for}</ul></div>" if looked_for else ""


def asked(item, number, label=""):
    """A question, prediction, reflection or situation of the desk as HTML: its number, a label, its stem, and room to answer."""
    head = f"<span class='number'>{number}</span>" + (f"<b>{escape(label)}</b> " if label else "")
    about = f" <span class='how'>(about {item['words']} words)</span>" if "words" in item else ""
    kind = kinds.of(item)
    return (
        f"<section class='asked is-{item['kind']}' id='ask-{number}'>"
        f"<p class='stem'>{head}{escape(item['stem'])}{about}</p>{_room(kind.form())}{_look_for(kind)}</section>"
    )


def answered(item, number):
    """The answers to `asked`, each explained, as HTML; nothing for a reflection, whose writer is its judge."""
    told = explained(item)
    if not told:
        return ""
    return f"<div class='answer'><p><span class='number'>{number}</span></p><ul>{told}</ul></div>"
