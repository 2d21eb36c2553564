"""Which front end shows what a cell gives: one that needs a widget's view,
or none that is known to.
"""

import os
import sys

__all__ = ["EXTENSION", "OFFER", "VIEW", "is_seen"]

VIEW = "application/vnd.jupyter.widget-view+json"  # the MIME type by which ipywidgets draws

# set by the course's server extension: JupyterLab draws documents itself
EXTENSION = "STEEL_FRAME_EXTENSION"

# the option of JupyterLab's page by which that extension tells what it has for the browser
OFFER = "steelFrame"

# What a front end with widgets leaves in its kernel's environment.
_FRONT_ENDS = {
    "JPY_SESSION_NAME": "a Jupyter server: JupyterLab, Notebook, a hub, Kaggle",
    "VSCODE_PID": "VS Code; its terminals have none of the two",
    "VSCODE_CWD": "VS Code on another machine",
    "COLAB_RELEASE_TAG": "Colab",
    "VOILA_KERNEL_ID": "Voila, which tells its kernel before the first cell",
}


def is_seen() -> bool:
    """Whether a front end that needs a view is there. Asked at each display:
    Voila tells a running kernel.
    """
    if os.environ.get(EXTENSION):
        return False
    in_a_browser = sys.platform == "emscripten"  # JupyterLite: Python is in the page
    return in_a_browser or any(os.environ.get(name) for name in _FRONT_ENDS)
