"""The items of a report: a row each with difficulty and discrimination drawn, and below it who took which option."""

from course.classroom.flags import clipped
from course.classroom.report_words import per_cent

__all__ = ["bar", "items"]

_BADGES = {
    "reversed": "check the key", "lure": "lure", "unanswered": "left out", "hard": "hard", "weak": "tells little",
    "easy": "easy", "idle": "idle option",
}  # fmt: skip


def _at(value, low=0):
    """Where a value from `low` to 1 stands on a line of 100, as text; the dot keeps inside the picture."""
    return f"{3 + 94 * (value - low) / (1 - low):.1f}"


def _picture(inside):
    return (
        f'<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">{inside}</svg>'
    )


def bar(share, interval=None):
    """A share, 0 to 1, as a bar; with its interval as a pale one over it."""
    inside = f'<rect class="rail" x="0" y="2" width="100" height="8"/><rect class="fill" x="0" y="2" width="{100 * share:.1f}" height="8"/>'
    if interval:
        low, high = (100 * end for end in interval)
        inside += f'<rect class="span" x="{low:.1f}" y="5.3" width="{high - low:.1f}" height="1.4"/>'
    return _picture(inside)


def _line(value, interval, low):
    """A value as a dot on a line from `low` to 1, its interval as a thick pale part of the line."""
    zero = f'<line class="zero" x1="{_at(0, low)}" x2="{_at(0, low)}" y1="0" y2="12"/>' if low else ""
    a, b = (_at(end, low) for end in interval)
    inside = f'<line class="rail" x1="3" x2="97" y1="6" y2="6"/>{zero}<line class="reach" x1="{a}" x2="{b}" y1="6" y2="6"/>'
    x = _at(value, low)
    return f'<svg class="dot" viewBox="0 0 100 12" aria-hidden="true">{inside}<circle class="at" cx="{x}" cy="6" r="3"/></svg>'


def _r(value):
    return "\N{EN DASH}" if value is None else f"{value:.2f}".replace("-", "\N{MINUS SIGN}")


def _badges(item):
    kinds = dict.fromkeys((flag.kind, flag.when) for flag in item.flags)
    return "".join(f'<span class="badge {when}">{_BADGES[kind]}</span>' for kind, when in kinds)


def _cell(label, picture, value):
    return f'<td data-label="{label}">{picture}<span class="value">{value}</span></td>'


def _choice(choice, safe):
    option = choice.option
    mark = '<span class="key" title="the key">✓</span>' if option.key else ""
    held = f"<small>{safe(option.misconception)}</small>" if option.misconception else ""
    return (
        f'<tr{" class=right" if option.key else ""}><th scope="row" dir="auto">{mark}{safe(option.text)}{held}</th>'
        f"<td>{len(choice.by)}</td><td>{per_cent(choice.share)}</td><td>{_r(choice.r)}</td></tr>"
    )


def _more(item, safe):
    """Folded: the whole stem, who took what, the criteria of a task. What nobody took of many pairs is not told."""
    shown = [c for c in item.choices if c.by or c.option.key or c.option.plain]
    inside = f'<p dir="auto">{safe(item.stem)}</p>' if clipped(item.stem, 96) != item.stem else ""
    if shown:
        head = '<tr><th scope="col">Option, and the mistake it is for</th><th scope="col">Took it</th><th scope="col">Share</th><th scope="col">r</th></tr>'
        rows = "".join(_choice(c, safe) for c in shown)
        inside += f'<div class="wide"><table class="choices"><thead>{head}</thead><tbody>{rows}</tbody></table></div>'
    if item.criteria:
        rows = "".join(
            f'<tr><th scope="row" dir="auto">{safe(name)}</th><td>{bar(level / 3)}</td><td>{level:.1f} of 3</td></tr>'
            for name, level in item.criteria.items()
        )
        inside += f'<table class="criteria"><tbody>{rows}</tbody></table>'
    inside += "".join(f'<p dir="auto">{safe(flag.sentence)}</p>' for flag in item.flags)
    return f'<details><summary dir="auto">{safe(clipped(item.stem, 96))}</summary>{inside}</details>'


def _row(number, item, safe):
    difficulty = _line(item.difficulty, item.interval, 0) if item.difficulty is not None else ""
    tells = _line(item.discrimination, item.reach, -1) if item.discrimination is not None else ""
    return (
        f'<tbody id="i-{safe(item.id)}"><tr><th scope="row"><span class="no">{number}</span> {safe(item.id)} {_badges(item)}</th>'
        + _cell("Difficulty", difficulty, per_cent(item.difficulty))
        + _cell("Discrimination", tells, _r(item.discrimination))
        + _cell("Left out", "", item.unanswered)
        + f'</tr><tr class="more"><td colspan="4">{_more(item, safe)}</td></tr></tbody>'
    )


def items(analysis, safe):
    """The table of all items, in the order of the sheet. safe makes HTML of a text."""
    if not analysis.n:
        return ""
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("Item", "Difficulty", "Discrimination", "Left out")
    )
    rows = "".join(_row(number, item, safe) for number, item in enumerate(analysis.items, start=1))
    return (
        "<p>Difficulty: the share of the points that the class earned. Discrimination: does the item tell who knows "
        "the rest? Right of the line is good. Pale: the 95 % interval.</p>"
        f'<table class="items"><thead><tr>{heads}</tr></thead>{rows}</table>'
    )
