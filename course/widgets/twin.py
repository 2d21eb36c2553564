"""What stays when no kernel and no script runs: the same words and figures as plain HTML."""

from html import escape

__all__ = ["figure_twin", "quiz_twin", "table_of"]


def _number(value):
    return "" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)


_FEW = 25


def table_of(figure, *, brief=False):
    """The figures behind a chart as (columns, rows): points by name where they have one, else curves side by side.

    figure is plain JSON. brief keeps about a screenful: named groups of few points, and curves thinned out.
    explorable.js builds the full table; a test compares them.
    """
    layout = figure["layout"]
    x_title, y_title = (layout[a]["title"]["text"] for a in ("xaxis", "yaxis"))
    traces = [t for t in figure["data"] if t.get("meta") != "no table"]
    if any("text" in t for t in traces):
        bars = any("error_y" in t for t in traces)
        columns = ["", x_title, y_title] + (["95 % interval, ±"] if bars else [])
        rows = []
        for trace in traces:
            if brief and len(trace["text"]) > _FEW:
                continue
            bar = trace.get("error_y", {}).get("array", [])
            for i, name in enumerate(trace["text"]):
                rows.append([name, trace["x"][i], trace["y"][i], *([bar[i]] if bars else [])])
        return columns, sorted(rows, key=lambda row: row[0])
    columns = [x_title, *(t["name"] for t in traces)]
    rows = [list(row) for row in zip(traces[0]["x"], *(t["y"] for t in traces), strict=True)]
    return columns, rows[:: -(-len(rows) // _FEW)] if brief else rows


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
        "<p><em>To move it, choose Run, then Run All Cells, in the menu above.</em></p></figure>"
    )


def quiz_twin(questions):
    """Questions as a list, each answer's explanation behind a disclosure."""
    items = []
    for question in questions:
        lines = "".join(f"<li>{escape(o['text'])}</li>" for o in question.get("options", []))
        answers = (
            "".join(
                f"<li>{escape(o['text'])}: {escape(o['feedback'])}</li>" for o in question.get("options", [])
            )
            or f"<li>{escape(_number(question.get('answer')))} {escape(question.get('unit', ''))}: {escape(question['feedback'])}</li>"
        )
        listed = f"<ul>{lines}</ul>" if lines else ""
        items.append(
            f"<li><p>{escape(question['stem'])}</p>{listed}"
            f"<details><summary>Answers, each explained</summary><ul>{answers}</ul></details></li>"
        )
    return f"<ol>{''.join(items)}</ol><p><em>To answer here, choose Run, then Run All Cells, in the menu above.</em></p>"
