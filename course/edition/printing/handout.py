"""A chapter as a handout: prose, stills with their figures, questions to answer by hand; answers and claims at the end."""

import re
from dataclasses import dataclass, field
from html import escape

from course import paper
from course.edition.printing.asked import answered, asked
from course.edition.printing.sheet import sheet, unbroken
from course.edition.reading import Widget

__all__ = ["handout"]

_RUN = re.compile(r"<p[^>]*><em>To [^<]*in the menu above\.</em></p>")
_ARABIC = re.compile(r"[\u0600-\u06ff]+(?:[\s\u200c]+[\u0600-\u06ff]+)*")
_CLAIM = re.compile(r"\b[A-Z]{2,4}-[0-9A-Za-z]+\b")
_LABELS = {"predict": "Predict, before you look.", "desk": "Decide."}


@dataclass
class _Asked:
    """What the handout has asked so far, in order."""

    items: list = field(default_factory=list)

    def ask(self, item, label=""):
        self.items.append(item)
        return asked(item, len(self.items), label)


def unfolded(html):
    """A twin as paper has it: what it folds away stands open, and no menu is spoken of."""
    html = _RUN.sub("", html)
    html = re.sub(
        r"<details[^>]*><summary>(.*?)</summary>", r"<div class='open'><p class='label'>\1</p>", html
    )
    return html.replace("</details>", "</div>").replace("<section>", "<section class='row'>")


def _narrow(html):
    """Long tables of few columns run down the page in two."""

    def table(found):
        rows, columns = found.group().count("<tr>"), found.group().count("<th scope='col'>")
        return f"<div class='narrow'>{found.group()}</div>" if rows > 12 and columns <= 5 else found.group()

    return re.sub(r"<table>.*?</table>", table, html, flags=re.DOTALL)


def _widget(part, questions):
    match part.module:
        case "cards" | "progress":
            return ""  # of a page only
        case "quiz" | "predict" | "reflect":
            label = _LABELS.get(part.module, "")
            return "".join(questions.ask(item, label) for item in part.state["items"])
        case "desk":
            sitting = part.state["told"]["sitting"]
            items = [item for item in part.state["items"] if item["sitting"] == sitting]
            return (
                "".join(questions.ask(item, _LABELS["desk"]) for item in items)
                + "<p>No choice is scored, and six choices measure nobody.</p>"
            )
        case "explorable":
            return f"<div class='twin explorable'>{_narrow(unfolded(unbroken(part.twin)))}</div>"
        case module:
            return f"<div class='twin {module}'>{unfolded(unbroken(part.twin))}</div>"


def _prose(html):
    """Links stay within the sheet: one to another chapter is plain words."""
    html = re.sub(r'<a [^>]*href="[^"#][^"]*"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)
    return unfolded(_ARABIC.sub(r"<span lang='ur' dir='rtl'>\g<0></span>", html))


def _answers(questions):
    told = "".join(answered(item, number) for number, item in enumerate(questions.items, 1))
    return (
        f"<section class='back answers'><h2>Answers, each explained</h2><div class='two'>{told}</div></section>"
        if told
        else ""
    )


def _notes(row):
    notes = [note for note in row["endnotes"].split(";") if note]
    return f"; its endnote{'s' * (len(notes) > 1)} {', '.join(notes)}" if notes else ""


def _named(html):
    return set(_CLAIM.findall(re.sub(r"<[^>]+>", " ", html))) & set(paper.all_claims())


def _with_those_they_name(names):
    """Claims, and those that their own words point to, and so on."""
    known, found, fresh = paper.all_claims(), set(), set(names)
    while fresh:
        found |= fresh
        fresh = _named(" ".join(known[name]["paraphrase"] for name in fresh)) - found
    return found


def _claims(names):
    """What each claim says, in the order of the text."""
    entries = "".join(
        f"<div><dt id='claim-{key}'>{key}</dt> <dd>{escape(row['paraphrase'])} "
        f"<small>{escape(row['section'])}{escape(_notes(row))}</small></dd></div>"
        for key, row in paper.all_claims().items()
        if key in names
    )
    intro = (
        "<p>What the text says, in this course's words, with the section where it says so. "
        "The text is T. U. M. Kahlon's paper in ISSRA Papers 11(I), 2019.</p>"
    )
    return (
        f"<section class='back'><h2>Claims of the text</h2>{intro}<dl class='two'>{entries}</dl></section>"
        if entries
        else ""
    )


def _terms(names):
    terms = sorted((paper.term(name) | {"slug": name} for name in names), key=lambda t: t["term"].lower())
    entries = "".join(
        f"<div><dt id='term-{t['slug']}'>{escape(t['term'])}{urdu(t)}</dt> <dd>{escape(t['definition'])}</dd></div>"
        for t in terms
    )
    return (
        f"<section class='back terms'><h2>Terms</h2><dl class='two'>{entries}</dl></section>"
        if entries
        else ""
    )


def urdu(term):
    """A term's Urdu as HTML, or nothing."""
    return f" <span lang='ur' dir='rtl'>{escape(term['urdu'])}</span>" if term["urdu"] else ""


def handout(chapter):
    """A Chapter (course.edition.reading) as one HTML text to print on A4."""
    questions = _Asked()
    body = "".join(
        _widget(part, questions) if isinstance(part, Widget) else _prose(part) for part in chapter.parts
    )
    body += _answers(questions)
    of_kind = {kind: {name for k, name in chapter.cards if k == kind} for kind in ("claim", "term")}
    terms = _terms(of_kind["term"])
    claims = _claims(_with_those_they_name(of_kind["claim"] | _named(body + terms)))
    return sheet(
        chapter.title,
        f"<main>{body}{claims}{terms}</main>",
        "handout",
        "asked",
        foot=f"Steel Frame · {chapter.title}",
    )
