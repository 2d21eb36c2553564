"""What a chapter asks, on paper: a question with room for its answer, and what explains each possible answer."""

from html import escape

from course import scoring, situations
from course.widgets.twin import explained

__all__ = ["answered", "asked"]

_BOX = "<span class='box'></span>"
_WORDS_A_LINE = 11


def _list(items, kind):
    return f"<ul class='{kind}'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _lines(words):
    """Ruled lines for about so many words written by hand."""
    return f"<div class='lines'>{'<div></div>' * max(2, -(-words // _WORDS_A_LINE))}</div>"


def _classify(item):
    groups = "".join(f"<th scope='col'>{escape(group)}</th>" for group in item["groups"])
    rows = "".join(
        f"<tr><th scope='row'>{escape(s['text'])}</th>{f'<td>{_BOX}</td>' * len(item['groups'])}</tr>"
        for s in item["statements"]
    )
    return f"<table class='sort'><thead><tr><td></td>{groups}</tr></thead><tbody>{rows}</tbody></table>"


def _match(item):
    offered = [f"<b>{chr(65 + i)}</b> {escape(right)}" for i, right in enumerate(scoring.rights(item))]
    return (
        f"<div class='match'>{_boxes(pair['left'] for pair in item['pairs'])}{_list(offered, 'letters')}</div>"
        "<p class='how'>Write the letter into the box.</p>"
    )


def _boxes(texts):
    return _list([f"{_BOX}{escape(text)}" for text in texts], "boxes")


def _options(item):
    return _boxes(option["text"] for option in item["options"])


def _order(item):
    steps = _boxes(item["steps"][i]["text"] for i in item["shown"])
    return f"{steps}<p class='how'>Number the boxes, 1 for the first.</p>"


# kind -> where the answer goes
_ROOM = {
    "choice": _options,
    "several": _options,
    "classify": _classify,
    "match": _match,
    "order": _order,
    "desk": lambda item: f"{_options(item)}<p class='how'>Why?</p>{_lines(20)}",
    "text": lambda item: _lines(item.get("words", 40)),
    "number": lambda item: f"<p class='blank'><span class='gap'></span> {escape(item['unit'])}</p>",
}


def _look_for(item):
    if item["kind"] != "text" or "model" in item:
        return ""
    looked_for = "".join(f"<li>{escape(line)}</li>" for line in item["checklist"])
    return f"<div class='look'><p>Does your paragraph …</p><ul>{looked_for}</ul></div>"


def asked(item, number, label=""):
    """A question, prediction, reflection or situation of the desk as HTML: its number, a label, its stem, and room to answer."""
    head = f"<span class='number'>{number}</span>" + (f"<b>{escape(label)}</b> " if label else "")
    about = f" <span class='how'>(about {item['words']} words)</span>" if "words" in item else ""
    return (
        f"<section class='asked is-{item['kind']}' id='ask-{number}'>"
        f"<p class='stem'>{head}{escape(item['stem'])}{about}</p>{_ROOM[item['kind']](item)}{_look_for(item)}</section>"
    )


def _argued(option):
    cited = f" ({escape(', '.join(option['claims']))})" if option.get("claims") else ""
    return (
        f"<li>{escape(option['text'])} In the voice of {escape(situations.VOICES[option['lens']])}: "
        f"{escape(option['argument'])}{cited} Its cost: {escape(option['cost'])}</li>"
    )


def answered(item, number):
    """The answers to `asked`, each explained, as HTML; nothing for a reflection, whose reader is its judge."""
    if item["kind"] == "desk":
        told = "".join(map(_argued, item["options"]))
    elif item["kind"] == "text" and "model" not in item:
        return ""
    else:
        told = explained(item)
    return f"<div class='answer'><p><span class='number'>{number}</span></p><ul>{told}</ul></div>"
