"""A chapter as slides, by rule from its notebook: what a section says of the text, its figure, its question.

- A heading is a slide. It shows the sentences that cite a claim, since those are what the chapter teaches; a section
  that cites none shows how it begins.
- A section that ends in a question of its own has it at the foot, for the class.
- A prediction, a figure and each situation of the desk have a slide of their own.
- Terms, sources, code and appendices have none.
"""

import re
from dataclasses import dataclass, field
from html import escape

from course.edition.printing.blocks import blocks
from course.edition.printing.sheet import sheet, unbroken
from course.edition.reading import Widget

__all__ = ["slides"]

_SILENT = (
    "Key terms",
    "What we left out",
    "Sources",
    "Open the bonnet",
    "Appendix",
    "Where you stand",
    "Check yourself",
)
_IN_CLASS = "Say it in class"
# A sentence that begins so leans on the one before it.
_LEANS = re.compile(
    r"(It|Its|They|Their|Them|He|His|She|Her|This|That|These|Those|Each|Both|Neither|Such|So|And|But|Or|Yet|Then|Here|"
    r"There|One|Two|Three|Some|Others|In return|On this|The (first|second|third|other|same|rest|answer))\b"
)
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"“])")
_CITED = re.compile(r"\s*\(((?:[A-Z]{2,4}-[0-9A-Za-z]+(?:,\s|\sand\s)?)+)\)")
_ON_THE_SCALES = re.compile(r"<p><strong>(?:The claim|The verdict|Verdict)\.</strong>.*?</p>")
_MOST = 560  # characters of a slide
_ROW_OF_MATRIX = re.compile(r"<section><p><strong>(.*?)</strong>.*?(<table>.*?</table>)</section>", re.DOTALL)
_FEW = 2  # dimensions of a comparison; the whole of it is for the page


@dataclass
class _Section:
    """A heading, the one above it, and what stands under it in order: Blocks and Widgets."""

    above: str
    heading: str
    parts: list = field(default_factory=list)

    def paragraphs(self):
        return [part for part in self.parts if getattr(part, "tag", "") == "p"]


def _sections(chapter):
    """The title first, then each heading of level 2 or 3."""
    found, upper = [_Section("", chapter.title)], ""
    for part in chapter.parts:
        for one in [part] if isinstance(part, Widget) else blocks(part):
            if getattr(one, "tag", "") in {"h2", "h3"}:
                upper = one.words if one.tag == "h2" else upper
                found.append(_Section(upper if one.tag == "h3" else "", one.words))
            elif getattr(one, "tag", "") != "h1":
                found[-1].parts.append(one)
    return [s for s in found if not s.heading.startswith(_SILENT) and not s.above.startswith(_SILENT)]


def _sentences(words):
    return _END_OF_SENTENCE.split(words)


def _asks(section):
    """The question that ends a section: words all in italics that head no list, or a last paragraph that asks."""
    ending = section.parts[-1] if section.parts else None
    if getattr(ending, "tag", "") != "p" or ending is section.paragraphs()[0]:
        return ""
    return ending.words if ending.whole or ("?" in ending.words and not _cited(section)) else ""


def _cited(section):
    """The sentences that cite a claim, each with the one before it where it leans on that."""
    found = []
    for paragraph in section.paragraphs():
        sentences = _sentences(paragraph.words)
        for before, sentence in zip(["", *sentences], sentences, strict=False):
            if not _CITED.search(sentence):
                continue
            if before and before in (found[-1] if found else ""):
                found[-1] += f" {sentence}"
            else:
                found.append(f"{before} {sentence}".strip() if _LEANS.match(sentence) else sentence)
    return found


def _key(section):
    """What a section's slide says: its sentences that cite a claim, as many as fit; else its first paragraph."""
    parts = _cited(section) or [" ".join(_sentences(section.paragraphs()[0].words)[:4])]
    kept = parts[:1]
    for part in parts[1:]:
        if len(" ".join([*kept, part])) <= _MOST:
            kept.append(part)
    return kept


def _line(sentence):
    cited = _CITED.sub(r"&nbsp;<span class='cited'>\1</span>", sentence)
    return f"<p>{cited}</p>"


def _slide(kind, above, heading, body, foot=""):
    kicker = f"<p class='kicker'>{above}</p>" if above else ""
    foot = f"<p class='ask'>{foot}</p>" if foot else ""
    return f"<section class='slide {kind}'>{kicker}<h2>{heading}</h2><div class='body'>{body}</div>{foot}</section>"


def _size(text):
    """A class for how much stands on a slide, so that little is large."""
    return "much" if len(text) > 400 else "some" if len(text) > 230 else "little"


def _options(item):
    texts = [escape(option["text"]) for option in item.get("options", [])]
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>" if texts else ""


def _question(above, heading, item):
    options = _options(item)
    size = _size(item["stem"] + options)
    return _slide(f"question {size}", above, heading, f"<p>{escape(item['stem'])}</p>{options}")


def _figure(section, widget, after):
    """The still, with what to try and the first limit of the model beside it."""
    title = re.search(r"<figcaption><strong>(.*?)</strong>", widget.twin).group(1)
    source = re.search(r"<small>(.*?)</small>", widget.twin).group(1)
    picture = re.search(r"<svg class='still'.*</svg>", widget.twin, re.DOTALL).group()
    aside = "".join(_ON_THE_SCALES.findall(widget.twin))
    for block in after:
        if isinstance(block, Widget):
            break
        if block.tag == "ol":
            aside += f"<p><b>Try it.</b></p><ol>{block.html}</ol>"
        if block.words.startswith("Limits"):
            words = _sentences(block.words)
            aside += f"<p><b>{words[0]}</b> {' '.join(words[1:3])}</p>"
    body = f"<div class='picture'>{picture}</div><div class='aside {_size(aside)}'>{aside}</div><p class='source'>{source}</p>"
    return _slide("figure", section.heading, title, body)


def _of_widget(section, at):
    widget = section.parts[at]
    match widget.module:
        case "explorable":
            yield _figure(section, widget, section.parts[at + 1 :])
        case "predict":
            yield _question(section.heading, "Before you look", widget.state["items"][0])
        case "reflect":
            yield _question(section.heading, "In writing", widget.state["items"][0])
        case "desk":
            sitting = widget.state["told"]["sitting"]
            items = [item for item in widget.state["items"] if item["sitting"] == sitting]
            for number, item in enumerate(items, 1):
                yield _question(section.heading, f"Case {number}: what do you do?", item)
        case "matrix":
            rows = _ROW_OF_MATRIX.findall(widget.twin)
            for dimension, table in rows if len(rows) <= _FEW else []:
                yield _slide("table", section.heading, dimension, unbroken(table))


def _list_after(section, paragraph):
    """The list that a paragraph leads up to, as HTML."""
    at = section.parts.index(paragraph) + 1
    following = section.parts[at] if at < len(section.parts) else None
    heads = paragraph.words.endswith(":") and getattr(following, "tag", "") in {"ul", "ol"}
    return f"<{following.tag}>{following.html}</{following.tag}>" if heads else ""


def _words(section):
    """The slide of what a section says; none where it only leads up to what is to be written."""
    told, cited = section.paragraphs(), _cited(section)
    if section.heading.startswith(_IN_CLASS):
        yield _slide("question little", section.above, section.heading, f"<p>{told[0].words}</p>")
    elif cited or (told and "reflect" not in [getattr(part, "module", "") for part in section.parts]):
        key = _key(section)
        words = "".join(map(_line, key)) + ("" if cited else _list_after(section, told[0]))
        yield _slide(f"text {_size(words)}", section.above, section.heading, words, _asks(section))


def _of_section(section):
    yield from _words(section)
    for at, part in enumerate(section.parts):
        if isinstance(part, Widget):
            yield from _of_widget(section, at)
        elif part.tag == "blockquote" and part.words.startswith(_IN_CLASS):
            words = part.words.removeprefix(f"{_IN_CLASS}.")
            yield _slide(f"question {_size(words)}", section.heading, _IN_CLASS, f"<p>{words}</p>")


def _title(section):
    goals = next((part.html for part in section.parts if getattr(part, "tag", "") == "ul"), "")
    first = next(iter(section.paragraphs()), None)
    body = f"<ul>{goals}</ul>" if goals else f"<p>{first.words}</p>" if first else ""
    return (
        f"<section class='slide title'><p class='kicker'>Steel Frame</p><h1>{section.heading}</h1>"
        f"<div class='body'>{body}</div></section>"
    )


def slides(chapter):
    """A Chapter (course.edition.reading) as one HTML text of slides, 16 to 9, to print as PDF and to show."""
    title, *sections = _sections(chapter)
    shown = [_title(title), *(slide for section in sections for slide in _of_section(section))]
    return sheet(
        f"{chapter.title}: slides",
        f"<main>{''.join(shown)}</main>",
        "slides",
        foot=f"Steel Frame · {chapter.title}",
    )
