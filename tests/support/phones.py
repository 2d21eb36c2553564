"""A page on a phone that waits for plotly.js, and counts how often it was asked for."""

__all__ = ["Phone"]


class Phone:
    """A page by touch; `asked` counts how often plotly.js was asked for.
    It comes when `come` says so.
    """

    def __init__(self, context, watched):
        self.page, self.asked, self._waiting, self._open = context.new_page(), 0, [], False
        self.errors, self.outside = watched(self.page)
        self.page.route("**/assets/plotly.js", self._hold)

    def _hold(self, route):
        self.asked += 1
        if self._open:
            route.continue_()
        else:
            self._waiting.append(route)

    def waits(self):
        """Whether plotly.js is asked for, once, in ten seconds."""
        for _ in range(200):
            if self.asked:
                break
            self.page.wait_for_timeout(50)
        return self.asked == 1

    def come(self):
        self._open = True
        for route in self._waiting:
            route.continue_()

    def fail(self):
        for route in self._waiting:
            route.abort()

    def at(self, selector, below=None):
        """The first element of `selector`, in view, or so many pixels below the window's end."""
        place = self.page.locator(selector).first
        place.evaluate(
            "(e, below) => below === null ? e.scrollIntoView({block: 'center'}) : scrollTo(0, "
            "e.getBoundingClientRect().top + scrollY - innerHeight - below)",
            below,
        )
        return place
