"""What was done to a reader's chapters, and how the reader is told: on the terminal,
and on a page for who sees none.
"""

import json
from dataclasses import dataclass, field

from course.hosts.chapters import METADATA

__all__ = ["Laid", "news"]


@dataclass
class Laid:
    """What `lay` did: names of chapters."""

    laid: list = field(default_factory=list)
    renewed: list = field(default_factory=list)
    refilled: list = field(default_factory=list)
    beside: dict = field(default_factory=dict)  # changed chapter -> its newer version
    # chapter that could not be read -> the name that it has now
    torn: dict = field(default_factory=dict)

    def told(self):
        """Sentences for the reader; none if there is nothing to know."""
        if self.renewed:
            yield f"Chapters renewed, since the course has newer ones: {', '.join(self.renewed)}."
        if self.refilled:
            yield (
                "The figures and answers shown in these chapters were gone, and are there again: "
                f"{', '.join(self.refilled)}."
            )
        for old, new in self.beside.items():
            yield (
                f"You have changed {old}, so it was kept; the newer chapter lies beside it as "
                f"{new}."
            )
        for old, new in self.torn.items():
            yield (
                f"{old} could not be read as a notebook, so the chapter was laid anew; what was "
                f"there is now called {new}."
            )

    def is_news(self):
        """Is there something for the page that a reader sees who has no terminal?"""
        return bool(self.beside or self.torn)


def news(done):
    """A page for who sees no terminal, on a hub: which chapters are newer,
    or could not be read, and where they are.
    """
    text = "# The course has newer chapters\n" if done.beside else "# A chapter could not be read\n"
    if done.beside:
        text += (
            "\nYou have changed these chapters, so they were kept, and the newer ones lie beside "
            "them:\n\n"
        )
        for old, new in done.beside.items():
            text += f"- [{old}]({old}) is as you left it; the newer chapter is [{new}]({new}).\n"
        text += "\nCopy what you want to keep, then work in the newer one.\n"
    if done.torn:
        text += "\nThese could not be read as notebooks, so the chapters were laid anew:\n\n"
        for old, new in done.torn.items():
            text += f"- What was {old} is now called {new}; the chapter is [{old}]({old}).\n"
    text += "\nYou may delete this page.\n\n[To the start page](00-start-here.ipynb)"
    cell = {"cell_type": "markdown", "id": "news", "metadata": {}, "source": text}
    book = {"cells": [cell], "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, indent=1).encode()
