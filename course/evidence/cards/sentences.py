"""What a comparison found, in words: its numbers, and the sentences
of evidence.yaml filled from the computation.
"""

import re

from course.evidence import inquiries
from course.evidence.inquiry import Asked, Inquiry
from course.evidence.result import Fact, Result, Verdict
from course.interface.words import say

__all__ = ["finding", "interval", "number", "other_bands", "shown"]


def _signed(text: str) -> str:
    """The text with a true minus sign before its figures."""
    return re.sub(r"(?<![\w\d])-(?=[\d.])", "\N{MINUS SIGN}", text)


def number(value: float) -> str:
    """A figure to two digits, with a true minus sign and none before a zero."""
    return _signed(f"{value:.2f}".replace("-0.00", "0.00"))


def interval(result: Result) -> str:
    """The 95 % interval of a Result, or that none exists."""
    if result.interval is None:
        return "no interval exists"
    low, high = result.interval
    return f"95 % interval {number(low)} to {number(high)}"


def other_bands(verdict: Verdict, half: Verdict, twice: Verdict) -> str:
    """What the verdict would be with half and with twice the band."""
    if {half, twice} == {verdict}:
        return say("lines.any_band")
    return say("lines.other_bands", half=half, twice=twice)


def _filled(sentence: str, inquiry: Inquiry, asked: Asked, result: Result) -> str:
    """A sentence with its braces filled: the words of each subject and choice, the figures,
    the Result's facts.
    """
    low, high = result.interval or (None, None)
    about: dict[str, Fact | None] = {
        "estimate": result.estimate,
        "size": abs(result.estimate),
        "low": low,
        "high": high,
        "n": result.n,
        "floor": inquiry.floor,
        "band": inquiry.band,
        "direction": "rise" if result.estimate > 0 else "fall",
    }
    return _signed(sentence.format(**inquiry.in_words(asked) | about | result.facts))


def finding(inquiry: Inquiry, asked: Asked, result: Result) -> str:
    """The finding of one choice, as a title; asked is {name:
    value} of its subjects and choices, result its Result.
    """
    return _filled(inquiries.words(inquiry.id)["titles"][result.verdict], inquiry, asked, result)


def shown(inquiry: Inquiry, asked: Asked, result: Result) -> str:
    """What the picture of that choice shows, in a sentence or more."""
    return _filled(inquiries.words(inquiry.id)["shows"], inquiry, asked, result)
