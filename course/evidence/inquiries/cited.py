"""Figures of other bodies that may be cited but not handed on as tables: each as words, with its source."""

from course.record import data

__all__ = ["said"]


def said(source, country, words):
    """A sentence with all that a source, whose name begins so, has of a country: words(row) for each row, a dict.

    A scale that they share is told once. An empty sentence where there is nothing.
    """
    rows = [
        row
        for row in data.load("cited-figures").to_dict("records")
        if row["iso3"] == country and row["source"].startswith(source)
    ]
    if not rows:
        return ""
    scales = {row["scale"] for row in rows}
    scale = f", on a scale of {scales.pop()}" if len(scales) == 1 else ""
    return f"Cited, from {rows[0]['source']}: {'; '.join(map(words, rows))}{scale}."
