"""Notebooks as they lie on a disk: cells, and what a run of them left."""

from course.hosts.chapters import METADATA

__all__ = ["notebook", "shown"]

_KERNEL = {"kernelspec": METADATA["kernelspec"]}


def shown(document, source="import course"):
    """A cell for `notebook` that holds a document (an Interactive)."""
    return source, document._repr_mimebundle_()


def notebook(*cells, ours=False):
    """A notebook (a dict) with a code cell for each of `cells`: a text, or (text, what it shows as
    {MIME type: value}).

    ours: it says of itself what the course's notebooks do, so that JupyterLab opens it without a
        kernel.
    """
    made = []
    for n, one in enumerate(cells):
        source, data = (one, None) if isinstance(one, str) else one
        outputs = [{"output_type": "display_data", "data": data, "metadata": {}}] if data else []
        cell = {"cell_type": "code", "id": f"c{n}", "metadata": {}, "execution_count": None}
        made.append(cell | {"outputs": outputs, "source": source})
    return {
        "cells": made,
        "metadata": METADATA if ours else _KERNEL,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
