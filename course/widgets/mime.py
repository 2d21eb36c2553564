"""What a displayed widget leaves in a notebook: its view while a kernel lives, its twin for good."""

import json

from course.interactives.twin import twin as html

__all__ = ["TWIN", "VIEW", "bundle"]

VIEW = "application/vnd.jupyter.widget-view+json"
TWIN = "application/vnd.steel-frame+json"  # no front end draws it; nbval compares it


def bundle(widget, *, twin):
    """The MIME bundle of a widget (its `document` says what it shows): view, HTML twin, the twin's data, and a stable word for plain text.

    The data are one JSON text: a notebook file would give every number of a list a line of its own.
    """
    return {
        VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id},
        "text/html": html(widget.document.paper),
        TWIN: json.dumps(twin, ensure_ascii=False, separators=(",", ":")),
        "text/plain": repr(widget),
    }
