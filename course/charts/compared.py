"""A picture (lines, a cloud, a list) as the arrays that a chart of it draws:
the part that a choice changes.
"""

from course.charts.names import LETTER, padded, sides
from course.evidence.picture import Cloud, Dots, Lines
from course.evidence.result import Z95
from course.interface.words import say

__all__ = ["EMPTY", "TEXT", "TRACES", "arrays", "axes", "layout"]

EMPTY = {"x": [], "y": []}
TEXT = EMPTY | {"text": []}
BARS = TEXT | {"error_y.array": []}
NAMES = TEXT | {"textposition": []}

# trace -> what a choice may change of it; the order is that of drawing
TRACES = {
    "band": EMPTY,
    "marks": EMPTY,
    "misfit": EMPTY,
    "not ruled out": EMPTY,
    "fit": EMPTY,
    "all others": BARS,
    "beside": TEXT,
    "record": TEXT,
    "spans": EMPTY,
    "means": BARS,
    "marked": BARS,
    "names": NAMES,
    "choices": BARS,
    "the course's": TEXT,
    "yours": TEXT,
}


def _series(name, line):
    return {
        "x": list(line.years),
        "y": [point.value for point in line.points],
        "text": [name] * len(line.points),
    }


def _band(line):
    if line.points[0].se is None:
        return EMPTY
    at = list(line.years)
    ends = [p.value + Z95 * (p.se or 0) for p in line.points]
    ends += [p.value - Z95 * (p.se or 0) for p in reversed(line.points)]
    ends = [float(f"{end:.3g}") for end in ends]  # a finer digit is not seen
    return {"x": [*at, *reversed(at)], "y": ends}


def _reach(picture):
    """Lowest and highest figure that a picture of lines draws, its intervals included."""
    values = list(_band(picture.main)["y"])
    for line in filter(None, (picture.main, picture.beside)):
        values += [point.value for point in line.points]
    for _, mean in picture.means:
        values += [mean.value - Z95 * (mean.se or 0), mean.value + Z95 * (mean.se or 0)]
    return min(values), max(values)


_CLEAR = "\N{EM SPACE}"  # between a name and the marker or line that it names


def _clear(words, side):
    """The words with a space towards their point: plotly.js begins a word on it."""
    return _CLEAR + words if side.endswith("right") else words + _CLEAR


_ORDER = "Order among those named, the highest first"  # among all countries: another number
# of the width, on either side of an estimate: its interval leaves off there, for its dot
_AROUND = 0.014
_STRIP = 0.24  # of the height, half for the strip below the figures, half for its name
_HEADROOM = 0.1  # of the height, for the words of each mark: a line each, above the figures


def _strip(picture, low, high):
    """The traces of the strip of sums of squares, and its (year, height, words, side); nothing
    without dates.

    Low is a good fit. A thick line marks the years that cannot be ruled out.
    """
    dates = picture.dates
    if dates is None:
        return {}, []
    floor, height = low - _STRIP * (high - low), _STRIP / 2 * (high - low)
    least, most = min(dates.squares), max(dates.squares)
    rise = [floor + height * (square - least) / (most - least) for square in dates.squares]
    still = [
        floor if year in dates.open else None for year in range(dates.open[0], dates.open[-1] + 1)
    ]
    thick = {"x": list(range(dates.open[0], dates.open[-1] + 1)), "y": still}
    if len(dates.open) == 1:  # a single year is drawn as wide as a year
        thick = {"x": [dates.open[0] - 0.5, dates.open[0] + 0.5], "y": [floor, floor]}
    name = (dates.years[0], floor + height, say("compared.one_step"), "top right")
    return {"misfit": {"x": list(dates.years), "y": rise}, "not ruled out": thick}, [name]


def _lines(picture):
    low, high = padded(*_reach(picture))
    strip, named = _strip(picture, low, high)
    line_of_words = _HEADROOM * (high - low)
    top = high + line_of_words * len(picture.marks)
    means = picture.means
    middle = (picture.main.years[0] + picture.main.years[-1]) / 2
    # the outermost stands highest: words go inward, and no line of another may run through them
    outer = sorted(picture.marks, key=lambda mark: -abs(mark[0] - middle))
    marks = [(year, top - i * line_of_words, words) for i, (year, words) in enumerate(outer)]
    inward = ["bottom right" if year < middle else "bottom left" for year, *_ in marks]
    named = [(*mark, side) for mark, side in zip(marks, inward, strict=True)] + named
    return strip | {
        "band": _band(picture.main),
        "record": _series(picture.names[0], picture.main),
        "beside": _series(picture.names[1], picture.beside) if picture.beside else TEXT,
        "spans": {
            "x": [x for _, m in means for x in (m.first - 0.4, m.last + 0.4, None)],
            "y": [y for _, m in means for y in (m.value, m.value, None)],
        },
        "means": {
            "x": [(m.first + m.last) / 2 for _, m in means],
            "y": [m.value for _, m in means],
            "text": [f"{words}, {m.first} to {m.last}" for words, m in means],
            "error_y.array": [Z95 * m.se if m.se else None for _, m in means],
        },
        "marks": {
            "x": [x for year, *_ in marks for x in (year, year, None)],
            "y": [y for _, own, _ in marks for y in (low, own, None)],
        },
        "names": {
            "x": [x for x, *_ in named],
            "y": [y for _, y, *_ in named],
            "text": [_clear(words, side) for _, _, words, side in named],
            "textposition": [side for *_, side in named],
        },
    }


def _cloud(picture):
    others = {code: at for code, at in picture.points.items() if code not in picture.marked}
    marked = {code: picture.points[code] for code in picture.marked if code in picture.points}

    def group(points, names):
        return {
            "x": [x for x, _ in points.values()],
            "y": [y for _, y in points.values()],
            "text": [names.get(code, code) for code in points],
            "error_y.array": [picture.bars.get(code) for code in points],
        }

    drawn = {"all others": group(others, picture.names), "marked": group(marked, picture.marked)}
    if picture.line:
        drawn["fit"] = {"x": [x for x, _ in picture.line], "y": [y for _, y in picture.line]}
    names = [picture.marked[code] for code in marked]
    placed = sides(
        [(*at, words) for at, words in zip(marked.values(), names, strict=True)], picture.points
    )
    drawn["names"] = {
        "x": [x for x, _ in marked.values()],
        "y": [y for _, y in marked.values()],
        "text": [_clear(words, side) for words, side in zip(names, placed, strict=True)],
        "textposition": placed,
    }
    return drawn


def _ends(picture):
    """The lowest and highest figure of a list, its intervals and the line across it included."""
    ends = [row[1] + side * (row[2] or 0) for row in picture.rows for side in (-1, 1)]
    return padded(*(of([*ends, picture.at or ends[0]]) for of in (min, max)))


def _away(row, at, ends):
    """Over an interval a name stands on the side away from the line across, if it ends within the
    chart; None where there is no such side.
    """
    name, value, half, _ = row
    long = LETTER * (len(name) + 1) * (ends[1] - ends[0])
    if half is None or at is None:
        return None
    if value >= at:
        return "right" if value + long < ends[1] else None
    return "left" if value - long > ends[0] else None


def _inward(row, middle):
    return "right" if row[1] < middle else "left"


def _dots(picture):
    """A list from the highest, at the top, to the lowest: the value lies along x,
    the order along y.
    """
    placed = [
        (row, place) for place, row in enumerate(sorted(picture.rows, key=lambda r: -r[1]), 1)
    ]
    values = [row[1] for row in picture.rows]
    middle = (min(values) + max(values)) / 2
    low, high = _ends(picture)

    def group(chosen):
        return {
            "x": [row[1] for row, _ in chosen],
            "y": [place for _, place in chosen],
            "text": [row[0] for row, _ in chosen],
            "error_y.array": [],
        }

    marked = [(row, place) for row, place in placed if row[3]]
    named = marked if len(placed) > 12 else placed
    drawn = {"all others": group([p for p in placed if not p[0][3]]), "marked": group(marked)}
    across = picture.at
    sides = [_away(row, across, (low, high)) or _inward(row, middle) for row, _ in named]
    drawn["names"] = {
        "x": [row[1] for row, _ in named],
        "y": [place for _, place in named],
        "text": [_clear(row[0], side) for (row, _), side in zip(named, sides, strict=True)],
        "textposition": [  # beside the marker, or above the bar where there is one
            f"{'middle' if row[2] is None else 'top'} {side}"
            for (row, _), side in zip(named, sides, strict=True)
        ],
    }
    bars = [(row, place) for row, place in placed if row[2] is not None]
    clear = _AROUND * (high - low)
    drawn["fit"] = {
        "x": [
            x
            for (_, value, half, _), _ in bars
            for gap in (min(clear, half),)
            for x in (value - half, value - gap, None, value + gap, value + half, None)
        ],
        "y": [y for _, place in bars for y in (place, place, None) * 2],
    }
    if picture.at is not None:
        drawn["marks"] = {"x": [picture.at] * 2, "y": [0, len(placed) + 1]}
    return drawn


def arrays(picture):
    """{trace: what it shows of a picture (Lines, Cloud, Dots or None)},
    the same traces and keys for any picture.
    """
    kinds = {Lines: _lines, Cloud: _cloud, Dots: _dots}
    drawn = kinds[type(picture)](picture) if picture else {}
    return {name: empty | drawn.get(name, {}) for name, empty in TRACES.items()}


def layout(x, y, x_range, y_range, ticks=0):
    """What a state holds of its axes: titles, ranges, and at most how many ticks on x (0:
    plotly's choice).
    """
    return {
        "xaxis.title.text": x,
        "yaxis.title.text": y,
        "xaxis.range": x_range,
        "yaxis.range": y_range,
        "xaxis.nticks": ticks,
    }


def axes(picture):
    """The titles and ranges of a picture's axes, as a state holds them."""
    if isinstance(picture, Lines):
        years = [year for line in (picture.main, picture.beside) if line for year in line.years]
        y = f"{picture.y} ({picture.unit})"
        low, high = padded(*_reach(picture))
        below = (high - low) * _STRIP if picture.dates else 0
        high += (high - low) * _HEADROOM * len(picture.marks)
        low -= below
        return layout("Year", y, [min(years) - 1, max(years) + 1], padded(low, high, 0.02))
    if isinstance(picture, Cloud):
        xs, ys = ([at[i] for at in picture.points.values()] for i in (0, 1))
        x, y = f"{picture.x} ({picture.x_unit})", f"{picture.y} ({picture.y_unit})"
        return layout(x, y, padded(min(xs), max(xs)), padded(min(ys), max(ys)))
    if isinstance(picture, Dots):
        places = [len(picture.rows) + 0.95, 0.05]  # no tick for a place that nobody has
        return layout(f"{picture.x} ({picture.unit})", _ORDER, list(_ends(picture)), places)
    return layout("Year", "", [0, 1], [0, 1])
