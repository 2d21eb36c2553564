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


def _where(one, doubted):
    told = ""
    for name, choice in one.where:
        doubt = " <em>Look at this item first: the answer may be right.</em>" if name in doubted else ""
        told += (
            f'<p><a href="#i-{_safe(name)}">{_safe(name)}</a>: {_safe(words.caught(choice))}{doubt}</p>'
            f'<p class="say"><b>To say</b> {_safe(choice.option.feedback or "")}</p>'
        )
    return told


def _misconception(one, doubted):
    share = len(one.by) / one.of
    return (
        f'<li><h3 dir="auto">{_safe(one.words[:1].upper() + one.words[1:])}</h3>'
        f'<p class="held">{bar(share)}<b>{words.per_cent(share)}</b> <span>{len(one.by)} of {one.of}</span></p>'
        f"{_where(one, doubted)}</li>"
    )


def _misunderstood(analysis):
    first, others = words.taught_again(analysis)
    doubted = words.doubtful(analysis)
    body = "".join(f"<p>{_safe(said)}</p>" for item in analysis.items if (said := words.weakest(item)))
    if first:
        body += f'<ol class="held-by">{"".join(_misconception(one, doubted) for one in first)}</ol>'
    elif analysis.n:
        body += "<p>No mistake was common enough to teach again.</p>"
    if others:
        listed = "".join(_misconception(one, doubted) for one in others)
        body += (
            f"<details><summary>{words.many(len(others), 'other mistake')}, rarer or from a doubtful item</summary>"
            f'<ol class="held-by">{listed}</ol></details>'
        )
    return body


def _to_do(analysis):
    told = ""
    for when, pairs in words.to_do(analysis).items():
        rows = "".join(
            f'<li><a href="#i-{_safe(item.id)}">{_safe(item.id)}</a> <span dir="auto">{_safe(flag.sentence)}</span></li>'
            for item, flag in pairs
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
    heads = "".join(f'<th scope="col">{name}</th>' for name in situations.VOICES.values())
    rows = "".join(
        f'<tr><th scope="row">{_safe(one.dilemma)}, {one.sitting} sitting</th>'
        + "".join(f"<td>{n or f'<span>under {SMALLEST}</span>'}</td>" for n in one.groups.values())
        + "</tr>"
        for one in analysis.desk
    )
    told = (
        "Decisions of those who ticked to share, by the paradigm that would argue so. No option is right. "
        f"Groups under {SMALLEST} are not shown, nor any total."
    )
    return (
        f'<p>{told}</p><div class="wide"><table class="counts"><thead><tr><th scope="col">Dilemma</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _students(analysis):
    rows = "".join(
        f'<tr><th scope="row"><bdi>{_safe(one.name)}</bdi></th><td>{words.points(one.points)}</td><td>{one.unanswered}</td>'
        f'<td dir="auto">{_safe("; ".join(one.misconceptions))}</td></tr>'
        for one in analysis.students
    )
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Student", f"Points of {words.points(analysis.most)}", "Left out", "Mistakes")
    )
    return f'<div class="wide"><table class="students"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


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
        "Interval": "95 %: Wilson's for shares, Fisher's for correlations. About one flag in ten or twenty is chance, so look "
        "before you change a key.",
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
    style = files("course.classroom").joinpath("report.css").read_text(encoding="utf-8")
    return (
        f'{_head(f"{title}: report", style)}<body><main><header><p class="over">Report on the class</p>'
        f'<h1 dir="auto">{title}</h1><p class="lead">{_safe(" ".join(words.lead(analysis)))}</p>'
        + (f'<p class="small">{_safe(words.uncertainty(analysis))}</p>' if small else "")
        + f"</header>{''.join(parts)}</main></body>\n</html>\n"
    )
