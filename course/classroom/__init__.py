"""The classroom: assignments, their marking, what the class misunderstood. It drives nbgrader
(extra `classroom`).

A student's submission is the answers file. The sheet is built from the instructor's own key, and
marked by it; nothing that a student wrote is ever executed.
"""

_PLACES = {
    "Assignment": "cycle.assignment",
    "final": "cycle.marking",
    "mark": "cycle.marking",
    "marks": "cycle.marking",
    "read": "cycle.assignment",
}

__all__ = list(_PLACES)


def __getattr__(name):
    """Import on first use: the command's help needs none of it."""
    from importlib import import_module

    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"course.classroom.{_PLACES[name]}"), name)
