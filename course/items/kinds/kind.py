"""What every kind of item answers for. A kind is one file beside this one,
and a class that reads an item's dict.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    Protocol,
    Self,
    TypeAlias,
    TypedDict,
    TypeGuard,
    TypeVar,
)

from course.doors.blanks import words_of
from course.doors.shapes import Schema
from course.interface.words import say
from course.items.kinds.standard import Standard

__all__ = [
    "Criterion",
    "Exported",
    "Form",
    "Item",
    "Kind",
    "Offer",
    "is_number",
    "is_one_of",
    "paragraphs",
]

# As its file holds it. The schema of its kind says what is in it, and the kind's `read` makes a
# record of it.
Item: TypeAlias = Mapping[str, Any]
Answer = TypeVar("Answer")

_WORDS_A_LINE = 11
_VAST = 1e300  # beyond it, and for what is no number at all, no difference can be taken


@dataclass(frozen=True)
class Offer:
    """Something an answer can take, for the item analysis.

    key: it is right; misconception and feedback are the key's words, or None. plain: an option as
    the student reads it, so that one that nobody takes is idle.
    """

    text: str
    key: bool
    misconception: str | None = None
    feedback: str | None = None
    plain: bool = False


@dataclass(frozen=True)
class Form:
    """Where an answer goes on paper.

    boxes: texts, each with a box before it; ticked: the box takes a tick, and else a number or a
    letter; columns: a box for each beside each text; letters: what is lettered A, B, C to choose
    from; unit: a gap, and this behind it; ticks: a line with these numbers, even spaced, to mark
    on; words: ruled lines for about so many; how: what to do, in a sentence.
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


class Criterion(TypedDict):
    """A line of a rubric: what is looked at, and in words what earns 0, 1, 2 and 3 points."""

    criterion: str
    levels: list[str]


class Exported(Protocol):
    """One question of a learning platform, as an export builds it: settings by name, answers,
    pairs.
    """

    def say(self, name: str, value: object) -> None: ...
    def answer(
        self, worth: float, text: str, feedback: str = "", tolerance: float | None = None
    ) -> None: ...
    def pair(self, left: str, right: str) -> None: ...
    def whole(self, feedback: str) -> None: ...
    def rubric(self, rows: tuple[Criterion, ...]) -> None: ...


class Kind(ABC, Generic[Answer]):
    """An item as its kind sees it. An answer is plain JSON; each kind names its type, and says in
    its docstring which.

    Methods that take an answer want one for which `is_answer` holds.
    """

    name: ClassVar[str]
    schema: ClassVar[Schema] = {}  # what a chapter's file holds for it beyond every item's own
    moodle: ClassVar[str] = ""  # Moodle's word for the kind, if it can be exported
    # the modules of the browser that ask it
    asked_in: ClassVar[tuple[str, ...]] = (
        "asked",
        "quiz",
    )
    # how a room's answers are counted (course/live); "" for what no room is asked
    counted: ClassVar[Literal["", "options", "numbers", "orders"]] = ""
    on_a_slide: ClassVar[bool] = False  # can its words stand on a slide, with nothing to handle?
    folds: ClassVar[str] = (
        "kinds.folded_answers"  # the key of what stands over answers that are folded away
    )
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
    def is_answer(self, answer: object) -> TypeGuard[Answer]:
        """Could a page of ours have sent this answer to this item?"""

    def score(self, _answer: Answer) -> float | None:
        """1, 0.5 or 0; None if the key cannot tell."""
        return None

    def feedback(self, _answer: Answer) -> list[str]:
        """What explains this answer, right or wrong: a sentence for each part that went wrong."""
        return []

    def offered(self) -> tuple[str, ...]:
        """What a student chooses among, as shown, without the key."""
        return ()

    def said(self, answer: Answer) -> tuple[str, ...]:
        """A student's answer in words, a paragraph each."""
        return paragraphs(str(answer))

    def explained(self) -> tuple[tuple[str, str], ...]:
        """Each possible answer with its explanation: what a reader of paper needs."""
        return ()

    def solution(self) -> tuple[tuple[str, str], ...]:
        """What is right, with what explains it, and nothing that is wrong."""
        return self.explained()

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

    def public(self) -> dict[str, object]:
        """The fields of the kind as a student may see them: no key, no explanation,
        no misconception.
        """
        return {}

    def as_keyed(self, answer: Answer) -> Answer:
        """An answer to the public item in the numbers of the key."""
        return answer

    def offers(self) -> tuple[Offer, ...]:
        """All that the item offers to take; empty for what a person marks."""
        return ()

    def taken(self, _answer: Answer) -> set[int]:
        """The numbers, from 0, of the `offers` that an answer took."""
        return set()

    def export(self, _question: Exported) -> None:
        """Fill a question of Moodle, key included."""
        return

    def hand_over(self, _to: Standard) -> bool:
        """Fill a question of another system's standard, key included; False if it has no form
        there.
        """
        return False


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that hold a word."""
    return tuple(part for part in text.split("\n") if words_of(part))


def is_number(value: object) -> TypeGuard[float]:
    """A number that can be compared: no bool, not endless."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -_VAST < value < _VAST


def is_one_of(value: object, parts: Sized) -> TypeGuard[int]:
    """The number, from 0, of one of the parts?"""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(parts)
