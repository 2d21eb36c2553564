"""A chapter as slides, by rule from its notebook: what a section says of the text, its figure, its
question.

- A heading is a slide. It shows the sentences that cite a claim, since those are what the chapter
    teaches; a section
  that cites none shows how it begins.
- A section that ends in a question of its own has it at the foot, for the class.
- A prediction, a figure and each situation of the desk have a slide of their own.
- Terms, sources, code and appendices have none.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from course.charts import covers
from course.charts.still import still
from course.hosts.pages.prose import Block
from course.hosts.pages.reading import Code
from course.hosts.print.cited import cited, line, sentences
from course.hosts.print.sheet import sheet
from course.interactives import Interactive
from course.interactives.paper import Asked, Drawn, Listed, Pictured, Section
from course.interface.words import say
from course.items import kinds

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
_ON_THE_SCALES = {"The claim", "The verdict", "Verdict"}
_MOST = 560  # characters of a slide
_FEW = 2  # dimensions of a comparison; the whole of it is for the page


@dataclass
class _Section:
    """A heading, the one above it, and what stands under it in order: Blocks and Interactives."""

    above: str
    heading: str
    parts: list = field(default_factory=list)

    def paragraphs(self):
        return [part for part in self.parts if getattr(part, "tag", "") == "p"]

    def modules(self):
        return {getattr(part, "module", "") for part in self.parts}


@dataclass
class _Slide:
    """What slides.html draws. look: its classes; said: sentences, each with the claims that it
    cites; foot: for the class.

    listed: HTML of a list; options: what may be chosen; figure: SVG, with aside and source; table:
        a Section of a Paper.
    """

    look: str
    above: str
    heading: str
    said: list = field(default_factory=list)
    listed: Markup = field(default=Markup(""))
    options: tuple = ()
    figure: Markup = field(default=Markup(""))
    aside: list = field(default_factory=list)
    source: str = ""
    table: Section | None = None
    foot: str = ""

    @property
    def size(self):
        """A class for how much stands on a slide, so that little is large."""
        length = sum(len(text) for text, _ in [*self.said, *self.aside])
        length += sum(map(len, self.options)) + len(self.listed)
        return "much" if length > 400 else "some" if length > 230 else "little"


def _sections(chapter):
    """The title first, then each heading of level 2 or 3."""
    found, upper = [_Section("", chapter.title)], ""
    for part in chapter.parts:
        level = part.level if isinstance(part, Block) else None
        if level in {2, 3}:
            upper = part.words if level == 2 else upper
            found.append(_Section(upper if level == 3 else "", part.words))
        elif level != 1 and not isinstance(part, Code):
            found[-1].parts.append(part)
    return [
        s for s in found if not s.heading.startswith(_SILENT) and not s.above.startswith(_SILENT)
    ]


def _asks(section):
    """The question that ends a section: words all in italics that head no list,
    or a last paragraph that asks.
    """
    ending = section.parts[-1] if section.parts else None
    if not isinstance(ending, Block) or ending.tag != "p" or ending is section.paragraphs()[0]:
        return ""
    return ending.words if ending.whole or ("?" in ending.words and not cited(section)) else ""


def _key(section):
    """What a section's slide says: its sentences that cite a claim, as many as fit;
    else its first paragraph.
    """
    parts = cited(section) or [" ".join(sentences(section.paragraphs()[0].words)[:4])]
    kept = parts[:1]
    for part in parts[1:]:
        if len(" ".join([*kept, part])) <= _MOST:
            kept.append(part)
    return kept


def _question(above, heading, item):
    options = kinds.of(item).offered()
    return _Slide("question", above, heading, said=[(item["stem"], "")], options=options)


def _drawn(section, drawn, after):
    """The still, with what to try and the first limit of the model beside it."""
    words = drawn.figure["layout"]["meta"]
    scales = [said for said in (*drawn.before, *drawn.notes) if said.lead in _ON_THE_SCALES]
    slide = _Slide(
        "figure", section.heading, words["title"],
        figure=Markup(still(drawn.figure)),  # noqa: S704 drawn from numbers; its words are escaped
        aside=[(said.text, f"{said.lead}.") for said in scales],
        source=f"{words['source']} {words['uncertainty']}",
    )  # fmt: skip
    for block in after:
        if isinstance(block, Interactive):
            break
        if block.tag == "ol":
            slide.listed = Markup(block.html(printed=True))  # noqa: S704 markup in a chapter's text stays text
        if block.words.startswith("Limits"):
            first, *rest = sentences(block.words)
            slide.aside.append((" ".join(rest[:2]), first))
    return slide


def _blocks(paper):
    """The blocks of a Paper, those of its lists among them."""
    for block in paper.blocks:
        yield from (
            (one for entry in block.entries for one in entry)
            if isinstance(block, Listed)
            else [block]
        )


def _pictured(section, table):
    """The slide of a drawing with what it says; none, if the section holds no drawing."""
    found = [block.drawing for block in table.blocks if isinstance(block, Pictured)]
    if not found:
        return None
    figure = Markup(still(found[0]))  # noqa: S704 as in _drawn
    return _Slide("figure", section.heading, table.heading, figure=figure, aside=[(table.note, "")])


def _of_widget(section, at):
    widget = section.parts[at]
    shown = list(_blocks(widget.paper))
    tables = [block for block in shown if isinstance(block, Section)]
    asked = [block.item for block in shown if isinstance(block, Asked)]
    for drawn in (block for block in shown if isinstance(block, Drawn)):
        yield _drawn(section, drawn, section.parts[at + 1 :])
    for table in tables:
        drawing = _pictured(section, table)
        if drawing:
            yield drawing
        elif len(tables) <= _FEW:
            yield _Slide("table", section.heading, table.heading, table=table)
    match widget.module:
        case "predict":
            yield _question(section.heading, say("slides.before_you_look"), asked[0])
        case "reflect" | "reasoned":
            yield _question(section.heading, say("slides.in_writing"), asked[0])
        case "desk":
            for number, item in enumerate(asked, 1):
                yield _question(section.heading, say("slides.case", n=number), item)


def _list_after(section, paragraph):
    """The list that a paragraph leads up to, as HTML."""
    match section.parts[section.parts.index(paragraph) + 1 :]:
        case [Block(tag="ul" | "ol") as listed, *_] if paragraph.words.endswith(":"):
            return Markup(listed.html(printed=True))  # noqa: S704 as in _drawn
    return Markup("")


def _words(section):
    """The slide of what a section says; none where it only leads up to what is to be written."""
    told, claims = section.paragraphs(), cited(section)
    if section.heading.startswith(_IN_CLASS):
        yield _Slide("question", section.above, section.heading, said=[(told[0].words, "")])
    elif claims or (told and "reflect" not in section.modules()):
        yield _Slide(
            "text", section.above, section.heading, foot=_asks(section),
            said=[(part, "") for part in _key(section)],
            listed=Markup("") if claims else _list_after(section, told[0]),
        )  # fmt: skip


def _of_section(section):
    yield from _words(section)
    for at, part in enumerate(section.parts):
        if isinstance(part, Interactive):
            yield from _of_widget(section, at)
        elif part.tag == "blockquote" and part.words.startswith(_IN_CLASS):
            words = part.words.removeprefix(f"{_IN_CLASS}.").strip()
            yield _Slide("question", section.heading, _IN_CLASS, said=[(words, "")])


def _title(section):
    goals = next((part for part in section.parts if getattr(part, "tag", "") == "ul"), None)
    first = next(iter(section.paragraphs()), None)
    if goals:
        listed = Markup(goals.html(printed=True))  # noqa: S704
        return _Slide("title", say("page.course"), section.heading, listed=listed)
    return _Slide(
        "title", say("page.course"), section.heading, said=[(first.words, "")] if first else []
    )


def slides(chapter):
    """A Chapter (course.hosts.pages.reading) as one HTML text of slides, 16 to 9,
    to print as PDF and to show.
    """
    title, *sections = _sections(chapter)
    shown = [_title(title), *(slide for section in sections for slide in _of_section(section))]
    foot = say("slides.foot", title=chapter.title)
    return sheet(
        "slides.html",
        say("slides.title", title=chapter.title),
        "slides",
        foot=foot,
        slides=shown,
        cover=covers.cover(chapter.stem),
        banner=Markup(covers.banner(chapter.stem, "banner", printed=True)),  # noqa: S704 drawn by us
        cited=line,
        printed=True,
        ask=None,
    )
