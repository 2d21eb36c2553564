"""Release, collect, grade, give back: each step says what it did,
student by student where one of them failed.
"""

_PLACES = {
    "collect": "collecting",
    "feedback": "giving",
    "grade": "grading",
    "release": "releasing",
}

__all__ = list(_PLACES)


def __getattr__(name):
    """Import on first use: a step loads nothing that only another needs."""
    from importlib import import_module

    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"course.classroom.cycle.{_PLACES[name]}"), name)
