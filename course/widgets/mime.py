"""What a displayed widget leaves in a notebook: its view while a kernel lives, its twin for good."""

__all__ = ["TWIN", "VIEW", "bundle"]

VIEW = "application/vnd.jupyter.widget-view+json"
TWIN = "application/vnd.steel-frame+json"  # no front end draws it; nbval compares it


def bundle(widget, *, html, twin):
    """The MIME bundle of a widget: view, HTML twin, the twin's data, and a stable word for plain text."""
    return {
        VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id},
        "text/html": html,
        TWIN: twin,
        "text/plain": repr(widget),
    }
