"""The model lab: the mechanisms that the text argues by, each to be moved.
A model is read when its Spec is asked for.
"""

from importlib import import_module

__all__ = ["SPECS"]

_MODELS = {
    "budget-maximising-bureau": "bureau",
    "pay-for-what-you-count": "multitask",
    "in-house-or-contract": "scope",
    "expertise-and-tenure": "delegation",
    "patrols-and-alarms": "oversight",
    "contest-for-rents": "contest",
    "merit-and-loyalty": "selection",
    "willing-partners": "partners",
    "veto-players": "veto",
    "policy-network": "network",
}


def _maker(model):
    def make():
        return getattr(import_module(f"course.lessons.lab.{model}"), model)()

    return make


# id -> (the verb that shows it, what makes its Spec)
SPECS = {name: ("explore", _maker(model)) for name, model in _MODELS.items()}
