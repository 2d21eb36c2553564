"""What stays when no kernel and no script runs: the same words and figures as plain HTML."""

from html import escape

from course.items import kinds

__all__ = [
    "asleep_twin",
    "explained",
    "figure_twin",
    "prediction_twin",
    "quiz_twin",
    "reflection_twin",
    "table_of",
]


def _number(value):
    return "" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)


_FEW = 25


def _thinned(rows):
    return rows[:: max(1, -(-len(rows) // _FEW))]


def _named(traces, bars):
    """The points of traces that name them, by name: [name, x, y, and half the interval if any trace has one]."""
    rows = []
    for trace in traces:
        bar = trace.get("error_y", {}).get("array", [])
        for i, name in enumerate(trace["text"]):
            half = [bar[i] if i < len(bar) else None] if bars else []
            rows.append([name, trace["x"][i], trace["y"][i], *half])
    return sorted(rows, key=lambda row: row[0])


def table_of(figure, *, brief=False):
    """The figures behind a chart as (columns, rows): points by name where they have one, else curves side by side.

    figure is plain JSON. brief keeps about a screenful: the named groups of few points if there are any, else every
    n-th row. explorable.js builds the full table; a test compares them.
    """
    layout = figure["layout"]
    x_title, y_title = (layout[a]["title"]["text"] for a in ("xaxis", "yaxis"))
    traces = [t for t in figure["data"] if t.get("meta") != "no table"]
    if any("text" in t for t in traces):
        bars = any("error_y" in t for t in traces)
        columns = ["", x_title, y_title] + (["95 % interval, ±"] if bars else [])
        few = [t for t in traces if 0 < len(t["text"]) <= _FEW]
        if brief and few:
            return columns, _named(few, bars)
        rows = _named(traces, bars)
    else:
        columns = [x_title, *(t["name"] for t in traces)]
        rows = [list(row) for row in zip(traces[0]["x"], *(t["y"] for t in traces), strict=True)]
    return columns, _thinned(rows) if brief else rows


def _table(columns, rows):
    head = "".join(f"<th scope='col'>{escape(c)}</th>" for c in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(_number(v))}</td>" for v in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _pairs(pairs):
    return "".join(f"<p><strong>{escape(heading)}.</strong> {escape(text)}</p>" for heading, text in pairs)


def figure_twin(figure, before, notes):
    """An interactive at the outset as a <figure> with caption, notes and table."""
    meta = figure["layout"]["meta"]
    return (
        f"<figure>{_pairs(before)}<figcaption><strong>{escape(meta['title'])}</strong>"
        f"<br>{escape(meta['description'])}<br><small>{escape(meta['source'])} {escape(meta['uncertainty'])}</small></figcaption>"
        f"{_pairs(notes)}<details><summary>Some of the figures</summary>{_table(*table_of(figure, brief=True))}</details>"
        "<p class='sf-run'><em>To move it, choose Run, then Run All Cells, in the menu above.</em></p></figure>"
    )


def explained(item):
    """Each possible answer with its explanation, as list items: what a reader of paper needs."""
    return "".join(f"<li>{escape(text)}: {escape(why)}</li>" for text, why in kinds.of(item).explained())


def _offered(item):
    """What a student chooses among, without the key."""
    told = "".join(f"<li>{escape(text)}</li>" for text in kinds.of(item).offered())
    return f"<ul>{told}</ul>" if told else ""


def _question(item):
    return (
        f"<p>{escape(item['stem'])}</p>{_offered(item)}"
        f"<details><summary>Answers, each explained</summary><ul>{explained(item)}</ul></details>"
    )


def quiz_twin(items):
    """Questions as a list, each answer's explanation behind a disclosure."""
    return (
        f"<ol>{''.join(f'<li>{_question(item)}</li>' for item in items)}</ol>"
        "<p class='sf-run'><em>To answer here, choose Run, then Run All Cells, in the menu above.</em></p>"
    )


def prediction_twin(item):
    """A prediction with its answer behind a disclosure."""
    return f"<p><strong>Predict.</strong></p>{_question(item)}"


def reflection_twin(item):
    """A reflection: what is asked and what to look for; never what a student wrote."""
    looked_for = "".join(f"<li>{escape(line)}</li>" for line in item["checklist"])
    return f"<p><strong>{escape(item['stem'])}</strong> (about {item['words']} words)</p><p>Does your paragraph …</p><ul>{looked_for}</ul>"


def asleep_twin():
    """The first line of a chapter whose cells have not been run."""
    return "<p class='sf-run'><strong>This page is asleep.</strong> To wake it, choose <strong>Run</strong> in the menu above, then <strong>Run All Cells</strong>.</p>"
