"""Interactives whose states the browser holds: one .py and one .js each, no kernel needed to play them."""

__all__ = ["Cards", "Choice", "Explorable", "Predict", "Quiz", "Reflect", "Slider", "Source", "Spec"]


def __getattr__(name):
    """Import on first use: a page without quizzes loads no quiz, a test of states no ipywidgets."""
    from importlib import import_module

    places = {
        "Cards": "cards",
        "Predict": "predict",
        "Reflect": "reflect",
        "Choice": "controls",
        "Slider": "controls",
        "Source": "source",
        "Explorable": "explorable",
        "Quiz": "quiz",
        "Spec": "states",
    }
    if name not in places:
        raise AttributeError(name)
    return getattr(import_module(f"course.widgets.{places[name]}"), name)
