"""What a displayed widget leaves in a notebook: its view while a kernel lives, its twin for good.

The view is given only where a front end is seen that draws it. nbclient, papermill, nbval and nbconvert --execute get the
twin alone: nbconvert prefers a view to a twin, and its view is blank without internet.
"""

import json
import os
import sys

from course.interactives.twin import twin as html

__all__ = ["TWIN", "VIEW", "bundle"]

VIEW = "application/vnd.jupyter.widget-view+json"
TWIN = "application/vnd.steel-frame+json"  # no front end draws it; nbval compares it

# What a front end with widgets leaves in its kernel's environment.
_FRONT_ENDS = {
    "JPY_SESSION_NAME": "a Jupyter server: JupyterLab, Notebook, a hub, Kaggle",
    "VSCODE_PID": "VS Code; its terminals have none of the two",
    "VSCODE_CWD": "VS Code on another machine",
    "COLAB_RELEASE_TAG": "Colab",
    "VOILA_KERNEL_ID": "Voila, which tells its kernel before the first cell",
}


def _is_seen():
    """Whether a front end that can draw a view is there. Asked at each display: Voila tells a running kernel."""
    in_a_browser = sys.platform == "emscripten"  # JupyterLite: Python is in the page
    return in_a_browser or any(os.environ.get(name) for name in _FRONT_ENDS)


def bundle(widget, *, twin):
    """The MIME bundle of a widget (its `document` says what it shows): its view where one can be drawn, HTML twin, the twin's data, and a stable word for plain text.

    The data are one JSON text: a notebook file would give every number of a list a line of its own.
    """
    view = {VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}} if _is_seen() else {}
    return view | {
        "text/html": html(widget.document.paper),
        TWIN: json.dumps(twin, ensure_ascii=False, separators=(",", ":")),
        "text/plain": repr(widget),
    }
