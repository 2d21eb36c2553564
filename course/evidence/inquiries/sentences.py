"""What a comparison found, in words: its numbers, and the sentences of evidence.yaml filled from the computation."""

import re

from course.evidence import inquiries

__all__ = ["finding", "interval", "number", "shown"]


def _signed(text):
    """The text with a true minus sign before its figures."""
    return re.sub(r"(?<![\w\d])-(?=[\d.])", "\N{MINUS SIGN}", text)


def number(value):
    """A figure to two digits, with a true minus sign and none before a zero."""
    return _signed(f"{value:.2f}".replace("-0.00", "0.00"))


def interval(result):
    """The 95 % interval of a Result, or that none exists."""
    if result.interval is None:
        return "no interval exists"
    low, high = result.interval
    return f"95 % interval {number(low)} to {number(high)}"


def _filled(sentence, inquiry, asked, result):
    """A sentence with its braces filled: the words of each subject and choice, the figures, the Result's facts."""
    named = {**inquiry.subjects, **inquiry.choices}
    spoken = {name: named[name][value] for name, value in asked.items()}
    low, high = result.interval or (None, None)
    about = {
        "estimate": result.estimate,
        "size": abs(result.estimate),
        "low": low,
        "high": high,
        "n": result.n,
        "direction": "rise" if result.estimate > 0 else "fall",
    }
    return _signed(sentence.format(**spoken | about | result.facts))


def finding(inquiry, asked, result):
    """The finding of one choice, as a title; asked is {name: value} of its subjects and choices, result its Result."""
    return _filled(inquiries.words(inquiry.id)["titles"][result.verdict], inquiry, asked, result)


def shown(inquiry, asked, result):
    """What the picture of that choice shows, in a sentence or more."""
    return _filled(inquiries.words(inquiry.id)["shows"], inquiry, asked, result)
