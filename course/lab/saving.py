"""What is kept when a notebook is saved.

JupyterLab reopens a saved widget view without its kernel as an error. So the view goes at save, and the twin stored
beside it (see course/widgets/mime.py) is what the next reader sees.
"""

from course.widgets.mime import TWIN, VIEW

__all__ = ["keep_twins", "without_views"]


def without_views(notebook):
    """Drop widget views that have a twin, and the widgets' saved state, from a notebook (a dict, changed in place)."""
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if TWIN in data:
                data.pop(VIEW, None)
    return notebook


def keep_twins(model, **_):
    """The contents manager's pre_save_hook of the servers that the course starts."""
    if model.get("type") == "notebook" and model.get("content"):
        without_views(model["content"])
