"""What a student can move: native HTML controls, described here, drawn by explorable.js."""

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Choice", "Control", "Several", "Slider", "Toggle"]


@dataclass(frozen=True)
class Slider:
    """A range of numbers: start, start + step, ... up to stop. `first` is where it stands at the
    outset.

    `plays` adds a button that moves it by itself, a step at a time, and stops at the end.
    """

    label: str
    start: float
    stop: float
    step: float = 1
    first: float | None = None
    unit: str = ""
    plays: bool = False

    kind = "slider"

    @property
    def values(self):
        count = round((self.stop - self.start) / self.step) + 1
        return tuple(round(self.start + i * self.step, 9) for i in range(count))

    @property
    def options(self):
        return tuple(f"{v:g}{self.unit}" for v in self.values)


@dataclass(frozen=True)
class Choice:
    """One of a few: `values` maps what Python sees to what the student reads.
    The first is chosen at the outset.
    """

    label: str
    choices: dict
    first: object = None

    kind = "choice"

    @property
    def values(self):
        return tuple(self.choices)

    @property
    def options(self):
        return tuple(self.choices.values())


@dataclass(frozen=True)
class Toggle:
    """On or off; off at the outset unless `first` is True."""

    label: str
    first: bool = False

    kind = "toggle"
    values = (False, True)
    options = ("off", "on")


@dataclass(frozen=True)
class Several:
    """Which of several series are shown: `series` maps what the student reads to the names of its
    traces.

    It makes no states: the browser shows or hides the traces. `first` names those shown at the
        outset, all if None.
    """

    label: str
    series: dict
    first: tuple | None = None

    @property
    def on(self):
        return [name for name in self.series if self.first is None or name in self.first]


Control: TypeAlias = Slider | Choice | Toggle


def first_value(control: Control) -> object:
    return control.values[0] if control.first is None else control.first
