"""Steel Frame: the verbs that a notebook uses. Each is one call; all are imported on first use."""

__all__ = [
    "accountability",
    "ask",
    "check",
    "compare",
    "design",
    "desk",
    "explore",
    "memo",
    "predict",
    "progress",
    "recall",
    "reflect",
    "source",
    "start",
    "synthesis",
    "verdict",
    "weigh",
    "yardstick",
]
__version__ = "0.1.0"

# What a cell that opens the bonnet may name, and where it is.
_ROOMS = {
    "answers": "items.answers",
    "capstone": "capstone",
    "cases": "evidence.cases",
    "charts": "charts",
    "classroom": "classroom",
    "data": "record.data",
    "districts": "evidence.districts",
    "evidence": "evidence",
    "inquiries": "evidence.inquiries",
    "lessons": "lessons",
    "models": "models",
    "paper": "paper",
    "questions": "items.questions",
    "sheets": "interactives.sheets",
}


def __getattr__(name):
    from importlib import import_module

    if name in __all__:
        return getattr(import_module("course.verbs"), name)
    if name in _ROOMS:
        return import_module(f"course.{_ROOMS[name]}")
    raise AttributeError(f"course has no {name!r}; its verbs are {', '.join(__all__)}.")


def __dir__():
    return sorted(__all__)
