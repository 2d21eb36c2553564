"""An extension of JupyterLab that the settings switch off is not fetched.

JupyterLab fetches and runs the scripts of every extension that is installed, and then leaves out
the plugins that are switched off. plotly's, 4.8 MB, must stay: it draws the figures of a reader's
own cells.
"""

__all__ = ["fetch_no_more", "without_switched_off"]

# of jupyterlab_server: a function (handler, a page's settings) that gives them back
_HOOK = "page_config_hook"


def without_switched_off(page):
    """Leave out of a page's settings (a dict, changed in place) the
    extensions that they name as switched off.
    """
    off = set(page.get("disabledExtensions", []))
    page["federated_extensions"] = [
        one for one in page.get("federated_extensions", []) if one["name"] not in off
    ]
    return page


def fetch_no_more(settings):
    """Let a server's settings (a dict) give pages so, after whatever another extension, such as
    JupyterHub's, does there.
    """
    before = settings.get(_HOOK)

    def hook(handler, page):
        return without_switched_off(before(handler, page) if before else page)

    settings[_HOOK] = hook
