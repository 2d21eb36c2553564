"""A figure that shows a scene first keeps its chart and its other controls folded:
open them, as a reader does.
"""

__all__ = ["UNFOLD", "unfold"]

_FOLDED = ".sf-figure:not(.sf-held) .sf-more:not([open]) > summary"
# The same in a page that is only asked questions, such as Firefox's; gives how many there were.
UNFOLD = f"[...document.querySelectorAll('{_FOLDED}')].map((one) => one.click()).length"


def unfold(scope):
    """Open what is folded in `scope`, a page or a part of one; gives the scope back."""
    folded = scope.locator(_FOLDED.rpartition(".sf-held) ")[2])
    while folded.locator("visible=true").count():
        folded.locator("visible=true").first.click()
    return scope
