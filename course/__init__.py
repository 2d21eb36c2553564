"""Steel Frame: the verbs that a notebook uses. Each is one call; all are imported on first use."""

__all__ = [
    "ask",
    "check",
    "compare",
    "design",
    "desk",
    "explore",
    "memo",
    "predict",
    "progress",
    "reflect",
    "source",
    "start",
    "weigh",
]
__version__ = "0.1.0"


def __getattr__(name):
    from importlib import import_module

    if name in __all__:
        return getattr(import_module("course.verbs"), name)
    if name in {
        "answers",
        "capstone",
        "cases",
        "charts",
        "classroom",
        "coverage",
        "data",
        "evidence",
        "inquiries",
        "lessons",
        "models",
        "paper",
        "questions",
        "sheets",
        "widgets",
    }:
        return import_module(f"course.{name}")
    raise AttributeError(f"course has no {name!r}; its verbs are {', '.join(__all__)}.")


def __dir__():
    return sorted(__all__)
