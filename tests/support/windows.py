"""Windows of Chromium that stay open from test to test:
in one that has shown JupyterLab before, it comes a third sooner.
"""

import contextlib

__all__ = ["Windows", "watch"]

LOCAL = (
    "http://127.0.0.1",
    "http://localhost",
    "ws://127.0.0.1",
    "data:",
    "blob:",
    "file:",
    "about:",
)
KEPT = "localStorage.clear(); sessionStorage.clear()"


def watch(page):
    """(errors, outside): lists that fill with what the page logs as an
    error and what it asks another machine for.
    """
    errors, outside = [], []
    page.on("pageerror", lambda e: errors.append(str(e)[:300]))
    page.on("console", lambda m: errors.append(m.text[:300]) if m.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith(LOCAL) else outside.append(r.url))
    return errors, outside


class Window:
    """A page, and what went wrong on it. A question whether to leave it is answered with yes."""

    def __init__(self, browser, width, scheme):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page = context.new_page()
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.errors, self.outside = watch(self.page)

    def cleaned(self):
        """As a new one: nothing is kept in it, shown by it or said of it."""
        self.page.unroute_all(behavior="ignoreErrors")
        if self.page.url.startswith("http"):
            self.page.evaluate(KEPT)
        self.page.goto("about:blank")
        self.page.context.clear_cookies()
        self.errors.clear()
        self.outside.clear()
        return self


class Windows:
    """One window of each width and colour scheme, lent to one test at a time."""

    def __init__(self, browser):
        self.browser, self.open = browser, {}

    @contextlib.contextmanager
    def lent(self, width=1280, scheme="light"):
        """Such a window, for the length of a block. What a test adds by
        add_init_script or page.on would stay in it.
        """
        window = self.open.pop((width, scheme), None) or Window(self.browser, width, scheme)
        yield window.cleaned()
        self.open[width, scheme] = window  # not after a failure: nobody knows what it shows
