"""What every kind of item answers for. A kind is one file beside this one, and a class that reads an item's dict."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from course.doors.blanks import words_of
from course.interface.words import say

__all__ = ["Exported", "Form", "Item", "Kind", "Offer", "is_number", "is_one_of"]

Item = Mapping[str, Any]

_WORDS_A_LINE = 11
_VAST = 1e300  # beyond it, and for what is no number at all, no difference can be taken


@dataclass(frozen=True)
class Offer:
    """Something an answer can take, for the item analysis.

    key: it is right; misconception and feedback are the key's words, or None. plain: an option as the student reads it,
    so that one that nobody takes is idle.
    """

    text: str
    key: bool
    misconception: str | None = None
    feedback: str | None = None
    plain: bool = False


@dataclass(frozen=True)
class Form:
    """Where an answer goes on paper.

    boxes: texts, each with a box before it; ticked: the box takes a tick, and else a number or a letter; columns: a box for each beside each text; letters: what is lettered A, B, C to
    choose from; unit: a gap, and this behind it; ticks: a line with these numbers, even spaced, to mark on; words: ruled lines for about so many; how: what to do, in a sentence.
    """

    boxes: tuple[str, ...] = ()
    ticked: bool = False
    columns: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    unit: str | None = None
    ticks: tuple[str, ...] = ()
    words: int = 0
    how: str = ""

    @property
    def lines(self) -> int:
        """Ruled lines for so many words written by hand."""
        return max(2, -(-self.words // _WORDS_A_LINE))


class Exported(Protocol):
    """One question of a learning platform, as an export builds it: settings by name, answers, pairs."""

    def say(self, name: str, value: object) -> None: ...
    def answer(self, worth: float, text: str, feedback: str = "", tolerance: float | None = None) -> None: ...
    def pair(self, left: str, right: str) -> None: ...
    def whole(self, feedback: str) -> None: ...
    def rubric(self, rows: tuple[Item, ...]) -> None: ...


class Kind(ABC):
    """An item as its kind sees it. An answer is plain JSON; each kind says in its docstring which.

    Methods that take an answer want one for which `is_answer` holds.
    """

    name: ClassVar[str]
    schema: ClassVar[dict[str, Any]] = {}  # what a chapter's file holds for it beyond every item's own
    moodle: ClassVar[str] = ""  # Moodle's word for the kind, if it can be exported
    asked_in: ClassVar[tuple[str, ...]] = ("asked", "quiz")  # the modules of the browser that ask it
    folds: ClassVar[str] = "kinds.folded_answers"  # the key of what stands over answers that are folded away
    verb: ClassVar[str] = "took"  # a student ... this answer
    is_document: ClassVar[bool] = False  # an answer is a whole memo, which course/capstone lays out

    @classmethod
    @abstractmethod
    def read(cls, item: Item) -> Self:
        """The kind's view of an item: with its key, or as a student has it."""

    def fault(self) -> str | None:
        """What the schema cannot see: a sentence about a key that contradicts itself, or None."""
        return None

    @abstractmethod
    def is_answer(self, answer: object) -> bool:
        """Could a page of ours have sent this answer to this item?"""

    def score(self, _answer: Any) -> float | None:
        """1, 0.5 or 0; None if the key cannot tell."""
        return None

    def feedback(self, _answer: Any) -> list[str]:
        """What explains this answer, right or wrong: a sentence for each part that went wrong."""
        return []

    def offered(self) -> tuple[str, ...]:
        """What a student chooses among, as shown, without the key."""
        return ()

    def said(self, answer: Any) -> tuple[str, ...]:
        """A student's answer in words, a paragraph each."""
        return tuple(part for part in str(answer).split("\n") if words_of(part))

    def explained(self) -> tuple[tuple[str, str], ...]:
        """Each possible answer with its explanation: what a reader of paper needs."""
        return ()

    def look_for(self) -> tuple[str, ...]:
        """What a writer reads her own text for, where nothing else explains it."""
        return ()

    def key(self) -> tuple[str, ...]:
        """The answer and why, for whoever marks on paper."""
        return (say("kinds.marked_by_rubric"),)

    def gives_itself_away(self) -> bool:
        """Does whoever leaves the item as it is shown have it right?"""
        return False

    @abstractmethod
    def form(self) -> Form:
        """Where the answer goes on paper."""

    def public(self) -> dict[str, Any]:
        """The fields of the kind as a student may see them: no key, no explanation, no misconception."""
        return {}

    def as_keyed(self, answer: Any) -> Any:
        """An answer to the public item in the numbers of the key."""
        return answer

    def offers(self) -> tuple[Offer, ...]:
        """All that the item offers to take; empty for what a person marks."""
        return ()

    def taken(self, _answer: Any) -> set[int]:
        """The numbers, from 0, of the `offers` that an answer took."""
        return set()

    def export(self, _question: Exported) -> None:
        """Fill a question of a learning platform, key included."""
        return


def is_number(value: object) -> bool:
    """A number that can be compared: no bool, not endless."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -_VAST < value < _VAST


def is_one_of(parts: object, value: object) -> bool:
    """The number, from 0, of one of the parts?"""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(parts)  # type: ignore[arg-type]
