"""What a server of the course does not give to a page, since a notebook may be a stranger's.

A notebook that nobody ran here is opened without its saved widgets: JupyterLab would run their
JavaScript at once, in the reader's name. No notebook is converted by the server: nbconvert runs
templates that lie where the server was started. And no picture is fetched from elsewhere: another
port of this machine would be sent the browser's cookies.
"""

import inspect

from course.hosts.front_ends import VIEW

__all__ = ["convert_nothing", "open_without_widgets", "page_policy", "without_widgets"]

_OURS = "'self' data: blob:"


def page_policy(framed):
    """The option that tells browsers where a page of the server may fetch pictures. framed:
    who may show it in a frame.
    """
    policy = (
        f"frame-ancestors {framed}; img-src {_OURS}; media-src {_OURS}; font-src {_OURS}; "
        f"object-src {_OURS}"
    )
    return f"--ServerApp.tornado_settings={ {'headers': {'Content-Security-Policy': policy}} }"


def _is_trusted(notebook):
    """Has every code cell been run here? Jupyter marks the cells as it reads the file;
    what a file claims is undone.
    """
    code = [cell for cell in notebook.get("cells", []) if cell.get("cell_type") == "code"]
    return bool(code) and all(cell.get("metadata", {}).get("trusted") is True for cell in code)


def without_widgets(notebook):
    """Drop saved widgets and their views from a notebook (a dict,
    changed in place) that is not trusted.
    """
    if not _is_trusted(notebook):
        notebook.get("metadata", {}).pop("widgets", None)
        for cell in notebook.get("cells", []):
            for output in cell.get("outputs", []):
                output.get("data", {}).pop(VIEW, None)
    return notebook


def _cleaned(model):
    if model.get("type") == "notebook" and model.get("content"):
        without_widgets(model["content"])
    return model


async def _cleaned_later(model):
    return _cleaned(await model)


def open_without_widgets(manager):
    """Let a contents manager give notebooks as `without_widgets` leaves them.
    The files stay as they are.
    """
    get = manager.get

    def get_cleaned(*arguments, **named):
        model = get(*arguments, **named)  # some managers answer at once, others later
        return _cleaned_later(model) if inspect.isawaitable(model) else _cleaned(model)

    manager.get = get_cleaned


def convert_nothing():
    """Before a server starts in this process: leave out its pages /nbconvert.
    The list of formats stays; JupyterLab asks.
    """
    from jupyter_server import serverapp

    pages = serverapp.JUPYTER_SERVICE_HANDLERS["nbconvert"]
    pages[:] = [module for module in pages if module != "jupyter_server.nbconvert.handlers"]
