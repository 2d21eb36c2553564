"""What is kept when a notebook is saved.

JupyterLab reopens a saved widget view without its kernel as an error. So the view goes at save, and
the twin stored beside it (see course/interactives/interactive.py) is what the next reader sees.
extension.py puts it into a server: a hook in the settings would take the place of a user's own, and
stop a server that cannot import it.
"""

from course.hosts.front_ends import VIEW
from course.interactives import MIME

__all__ = ["keep_twins", "without_views"]

_OURS = {MIME, "application/vnd.steel-frame+json"}  # the second: as the first version stored it
_STATE = "application/vnd.jupyter.widget-state+json"


def _outputs(notebook):
    return [
        output.get("data", {})
        for cell in notebook.get("cells", [])
        for output in cell.get("outputs", [])
    ]


def _forget(notebook, gone, others):
    """Drop the saved state of the views that are `gone`;
    all of it where no other widget is left that needs it.
    """
    metadata = notebook.get("metadata", {})
    if not others:
        metadata.pop("widgets", None)
        return
    state = metadata.get("widgets", {}).get(_STATE, {}).get("state", {})
    for view in gone:
        state.pop(view.get("model_id"), None)


def without_views(notebook):
    """Drop widget views that have a twin, and their saved state, from a notebook (a dict, changed
    in place).

    A notebook without a twin of ours stays as it is; so do another's widgets beside ours.
    """
    shown = _outputs(notebook)
    ours = [data for data in shown if _OURS & data.keys()]
    if ours:
        gone = [data.pop(VIEW) for data in ours if VIEW in data]
        _forget(notebook, gone, others=any(VIEW in data for data in shown))
    return notebook


def keep_twins(model, **_):
    """A pre_save_hook for a contents manager."""
    if model.get("type") == "notebook" and model.get("content"):
        without_views(model["content"])


def _jupyter_server_extension_points():
    """The name under which earlier settings ask for the course's extension."""
    return [{"module": "course.hosts.jupyter.saving"}]


def _load_jupyter_server_extension(server):
    from course.hosts.jupyter.extension import load

    load(server)
