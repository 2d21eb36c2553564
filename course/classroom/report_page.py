"""The report as one HTML page that stands alone: no script, no outside address, every word escaped."""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files

from course import situations
from course.classroom import report_words as words
from course.classroom.desk_groups import SMALLEST
from course.classroom.flags import EASY, HARD, UNANSWERED, WEAK, WHEN
from course.classroom.report_items import bar, items

__all__ = ["page"]

_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _safe(text):
    """A text as HTML: escaped, and without what no page may hold."""
    return escape(_STRANGE.sub("\N{REPLACEMENT CHARACTER}", str(text)))


def _head(title, style):
    """The head. The policy lets this one style in, by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
    )


def _section(name, title, body):
    return f'<section id="{name}"><h2>{title}</h2>{body}</section>' if body else ""


def _link(name):
    return f'<a href="#i-{_safe(name)}">{_safe(name)}</a>'


def _where(one, kinds, doubted):
    """The place that caught most in full, the others named."""
    (name, choice), *others = sorted(one.where, key=lambda pair: (pair[0] in doubted, -len(pair[1].by)))
    doubt = " <em>Look at the item first: the answer may be right.</em>" if name in doubted else ""
    also = ", ".join(f"{_link(other)} ({len(more.by)})" for other, more in others)
    return (
        f'<p dir="auto">{_link(name)} {_safe(words.caught(choice, kinds[name]))}{doubt}</p>'
        f'<p class="say" dir="auto">{_safe(choice.option.feedback or "")}</p>'
        + (f'<p class="also">Also in {also}.</p>' if also else "")
    )


def _held(found, analysis):
    """A list of misconceptions: what it says, how many hold it, where it showed, what to say against it."""
    kinds, doubted = {item.id: item.kind for item in analysis.items}, words.doubtful(analysis)
    told = "".join(
        f'<li><h3 dir="auto">{_safe(one.words[:1].upper() + one.words[1:])}</h3>'
        f'<p class="held">{bar(len(one.by) / one.of)}<b>{words.per_cent(len(one.by) / one.of)}</b>'
        f"<span>{len(one.by)} of {one.of}</span></p>{_where(one, kinds, doubted)}</li>"
        for one in found
    )
    return f'<ol class="held-by">{told}</ol>'


def _misunderstood(analysis):
    first, others = words.taught_again(analysis)
    if not analysis.n:
        return ""
    told = "Each mistake with the answer that shows it best, and in the box what to say to it."
    body = (
        f'<p class="also">{told}</p>{_held(first, analysis)}'
        if first
        else "<p>No mistake was common enough to teach again.</p>"
    )
    body += "".join(f"<p>{_safe(said)}</p>" for item in analysis.items if (said := words.weakest(item)))
    if others:
        told = words.many(len(others), "other mistake")
        body += f"<details><summary>{told}, rarer or from a doubtful item</summary>{_held(others, analysis)}</details>"
    return body


def _to_do(analysis):
    told = ""
    for when, found in words.to_do(analysis).items():
        rows = "".join(
            f'<li>{_link(name)} <span dir="auto">{_safe(said)}</span></li>' for name, said in found
        )
        told += f'<div class="do do-{when}"><h3>{WHEN[when].capitalize()}</h3><ul>{rows}</ul></div>'
    return told


def _objectives(analysis):
    rows = "".join(
        f'<tr><th scope="row" dir="auto">{_safe(one.sentence)}</th>'
        f"<td>{bar(one.share, one.interval) if one.share is not None else ''}</td><td><b>{words.per_cent(one.share)}</b></td></tr>"
        for one in analysis.objectives
    )
    head = '<tr><th scope="col">A student can</th><td></td><th scope="col">Mastered by</th></tr>'
    return f'<table class="objectives"><thead>{head}</thead><tbody>{rows}</tbody></table>' if rows else ""


def _desk(analysis):
    if not analysis.desk:
        return ""
    heads = "".join(
        f'<th scope="col">{name[:1].upper() + name[1:]}</th>' for name in situations.VOICES.values()
    )
    rows, sitting = "", None
    for one in analysis.desk:
        if one.sitting != sitting:
            sitting = one.sitting
            rows += (
                f'<tr class="group"><th scope="rowgroup" colspan="4">{sitting.capitalize()} sitting</th></tr>'
            )
        cells = (f"<td>{n or '<span>not shown</span>'}</td>" for n in one.groups.values())
        rows += f'<tr><th scope="row">{_safe(one.dilemma.capitalize())}</th>{"".join(cells)}</tr>'
    told = (
        "Decisions of those who ticked to share, by the paradigm that would argue so. No option is right. "
        f"A group under {SMALLEST} is not shown, nor one that would give it away."
    )
    return (
        f'<p>{told}</p><div class="wide"><table class="counts"><thead><tr><th scope="col">Dilemma</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _students(analysis):
    """A row a student, with those of the first mistakes that caught the student; the CSV has all."""
    first = {one.words for one in words.taught_again(analysis)[0]}
    rows = "".join(
        f'<tr><th scope="row"><bdi>{_safe(one.name)}</bdi></th><td>{words.points(one.points)}</td><td>{one.unanswered}</td>'
        f'<td dir="auto">{_safe("; ".join(w for w in one.misconceptions if w in first))}</td></tr>'
        for one in analysis.students
    )
    told = ("Student", f"Points of {words.points(analysis.most)}", "Left out", "Which of the mistakes above")
    head = "".join(f'<th scope="col">{name}</th>' for name in told)
    return f'<table class="students"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _method(analysis):
    told = {
        "Difficulty": "Also facility: the share of an item's points that the class earned, so that 100 % is easy. An item left "
        f"out earned none. Under {HARD:.0%} it is called hard, above {EASY:.0%} easy.".replace("%", " %"),
        "Discrimination": "The corrected item-rest correlation: do those who earn more on all other items earn more here? "
        f"From 0.3 up is good. Under {WEAK} the item tells little, and below 0 the key may be wrong.",
        "Distractor analysis": "For each option, who took it, and how taking it goes with the rest of the sheet (r). A key should have "
        "r above 0 and a distractor below. A distractor is flagged when the whole interval of its r lies above 0.",
        "Left out": f"Told when {UNANSWERED:.0%} of the class or more gave no answer that the sheet could have sent.".replace(
            "%", " %"
        ),
        "Mastery": "A student masters an objective with at least 70 % of the points of its items. A task counts once all are marked.",
        "Interval": "95 %: Wilson's for shares, Fisher's for correlations. Chance alone flags about one good item in twenty, "
        "so look before you change a key.",
        "This class": words.uncertainty(analysis),
    }
    if analysis.alpha is not None:
        told["The whole sheet"] = (
            f"Cronbach's alpha is {analysis.alpha:.2f}: how far its items measure one thing. "
            "Under 0.7 do not rank students by it."
        )
    told["Not read"] = (
        "Reflections, notes, reasons given at the Desk, and practice. Names stand here only if you asked for them."
    )
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{_safe(text)}</dd>" for name, text in told.items()) + "</dl>"


def page(analysis, *, names=False):
    """The HTML text of an Analysis; students are named only with `names`."""
    title = _safe(analysis.title)
    small = analysis.n and analysis.n < words.SMALL
    parts = [
        _section("misunderstood", "What the class misunderstood", _misunderstood(analysis)),
        _section("do", "What to do", _to_do(analysis)),
        _section("items", "Every item", items(analysis, _safe)),
        _section("objectives", "Objectives", _objectives(analysis) if analysis.n else ""),
        _section("desk", "At the Desk", _desk(analysis)),
        _section("students", "Students", _students(analysis) if names and analysis.n else ""),
        _section("method", "How to read this", _method(analysis)),
    ]
    here = files("course.classroom")
    style = "".join(
        here.joinpath(name).read_text(encoding="utf-8") for name in ("report.css", "report_tables.css")
    )
    return (
        f'{_head(f"{title}: report", style)}<body><main><header><p class="over">Report on the class</p>'
        f'<h1 dir="auto">{title}</h1><p class="lead">{_safe(" ".join(words.lead(analysis)))}</p>'
        + (f'<p class="small">{_safe(words.uncertainty(analysis))}</p>' if small else "")
        + f"</header>{''.join(parts)}</main></body>\n</html>\n"
    )
