"""Figures: pure functions from numbers to a titled, sourced and described plotly Figure."""

from course.charts.chart import Axis, Drawn, Exact, NoInterval, chart, plain
from course.charts.hierarchy import hierarchy
from course.charts.implementation_chain import implementation_chain
from course.charts.merit_and_effectiveness import merit_and_effectiveness
from course.charts.record import curve, curve_axes, record
from course.charts.uniform_or_local import uniform_or_local

__all__ = [
    "Axis",
    "Drawn",
    "Exact",
    "NoInterval",
    "chart",
    "curve",
    "curve_axes",
    "hierarchy",
    "implementation_chain",
    "merit_and_effectiveness",
    "plain",
    "record",
    "uniform_or_local",
]
