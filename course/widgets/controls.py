"""What a student can move: native HTML controls, described here, drawn by explorable.js."""

from dataclasses import dataclass

__all__ = ["Choice", "Slider"]


@dataclass(frozen=True)
class Slider:
    """A range of numbers: start, start + step, ... up to stop. `first` is where it stands at the outset."""

    label: str
    start: float
    stop: float
    step: float = 1
    first: float | None = None
    unit: str = ""

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
    """One of a few: `values` maps what Python sees to what the student reads. The first is chosen at the outset."""

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


def first_value(control):
    return control.values[0] if control.first is None else control.first
