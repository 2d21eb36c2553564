"""One breach of a rule of style."""

from dataclasses import dataclass

__all__ = ["Offence"]


@dataclass(frozen=True)
class Offence:
    """Where it stands, what is wrong, and what to do about it."""

    place: str
    fault: str
    cure: str

    def __str__(self) -> str:
        return f"{self.place}: {self.fault}; {self.cure}"
