"""Interactives whose states the browser holds: one .py and one .js each, no kernel needed to play them."""

_PLACES = {
    "Asked": "asked",
    "Cards": "cards",
    "Designer": "designer",
    "Desk": "desk",
    "Explorable": "explorable",
    "Matrix": "matrix",
    "Memo": "memo",
    "Predict": "predict",
    "Progress": "progress",
    "Quiz": "quiz",
    "Reflect": "reflect",
    "Timeline": "timeline",
}

__all__ = list(_PLACES)


def __getattr__(name):
    """Import on first use: a page without quizzes loads no quiz, a test of states no ipywidgets."""
    from importlib import import_module

    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"course.widgets.{_PLACES[name]}"), name)
