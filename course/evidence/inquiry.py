"""A question put to the record, with every admissible way to answer it:
the verdict is that of all of them together.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Protocol, TypeAlias

from course.errors import CourseError
from course.evidence.picture import Picture
from course.evidence.result import LEAST, Result, Verdict, judge, read, small, under

__all__ = ["MOST", "Answer", "Asked", "Each", "Inquiry", "Options", "Value"]

_STEP = "the smallest step that we read"
_TOLD: dict[Verdict, str] = {  # of one source
    "supports": "the record supports it",
    "contradicts": "the record contradicts it",
    "no such change": "there was no such change",
    "leaves open": "the record leaves it open",
    "cannot be tested here": "it cannot be tested here",
}
MOST = 450  # specifications a question

Value: TypeAlias = str | int | tuple[int, ...]
Asked: TypeAlias = dict[str, Value]  # name of a subject or a choice -> which of its values
Each: TypeAlias = Sequence[tuple[Asked, Result]]


class Options(Protocol):
    """What a subject or a choice may be, {value: words}: of texts, numbers or years,
    but of one sort.
    """

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Value]: ...

    def items(self) -> Iterable[tuple[Value, str]]:
        """Each value with its words."""
        ...


@dataclass(frozen=True)
class Answer:
    """What all admissible choices say together of one subject (a country, say).

    result is that of the default choice, with the verdict of all; each is [(choice, its own
    Result)] in the order of the choices; left_out is [(choice, why it cannot be had)]. half and
    twice are the verdicts with half and with twice the band. hangs is [(what else may be assumed of
    the errors, the other verdict that it gives)].
    """

    result: Result
    each: tuple[tuple[Asked, Result], ...]
    left_out: tuple[tuple[Asked, str], ...]
    half: Verdict
    twice: Verdict
    hangs: tuple[tuple[str, Verdict], ...] = ()


@dataclass(frozen=True)
class Inquiry:
    """A question: what it is asked of, the ways to answer it, and what counts as an answer.

    tables are those it rests on. subjects and choices are {name: {value: words}}, labels {name:
    what its control says}. Another subject is another question; another choice is another way to
    answer the same one. The first value of each is the default. compare(**subject, **choice) gives
    a Result that nobody has judged, or raises CourseError if the record cannot answer in that way.
    expects is 1 if the claim is of a rise or of more, -1 if of a fall or of less. floor is the
    smallest estimate that is read where no interval exists, in the estimate's unit; band, where
    there are intervals, the smallest that would matter (evidence.yaml says why). intervals: some
    sources of an Inquiry with a floor have them, and there the floor is the band. named is the year
    at which the claim dates a change, if it names one. chance gives the shares of false verdicts of
    a link between countries, which are no years. by names the choice whose values are sources that
    may disagree. draw(**subject, **choice) gives the picture of one choice. unit says in which the
    estimate is. uncounted says in a sentence what its intervals and rates do not count, if that may
    decide.
    """

    id: str
    tables: tuple[str, ...]
    choices: Mapping[str, Options]
    labels: Mapping[str, str]
    compare: Callable[..., Result]  # each question has subjects and choices of its own
    draw: Callable[..., Picture]
    expects: int
    unit: str
    subjects: Mapping[str, Options] = field(default_factory=dict[str, Options])
    floor: float | None = None
    band: float | None = None
    intervals: bool = False
    named: int | None = None
    chance: Callable[[], tuple[float, float]] | None = None
    by: str | None = None
    uncounted: str = ""

    def __post_init__(self) -> None:
        if len(self.all_subjects()) * len(self.all_choices()) > MOST:
            raise CourseError(
                f"{self.id}: more than {MOST} specifications; leave out some choices."
            )

    def all_subjects(self) -> list[Asked]:
        return [dict(zip(self.subjects, v, strict=True)) for v in product(*self.subjects.values())]

    def all_choices(self) -> list[Asked]:
        return [dict(zip(self.choices, v, strict=True)) for v in product(*self.choices.values())]

    def in_words(self, asked: Asked) -> dict[str, str]:
        """The words of each subject and choice that was asked."""
        options = {**self.subjects, **self.choices}
        return {name: dict(options[name].items())[value] for name, value in asked.items()}

    def _sized(self, size: float) -> str:
        """A size with its unit, in the singular where it is one."""
        unit = (
            re.sub(r"\b(point|step|unit|deviation)s\b", r"\1", self.unit)
            if size == 1
            else self.unit
        )
        return f"{size:g} {unit}".removeprefix("1 times ")

    @property
    def rule(self) -> str:
        """How the verdict is reached, in words."""
        side = "above" if self.expects > 0 else "below"
        if self.floor is None:
            firm, size = "its 95 % interval leaves zero out", self._sized(self.band or 0)
            none = f"each 90 % interval lies between \N{MINUS SIGN}{size} and {size}"
        else:
            step = self._sized(self.floor)
            firm = "it is at least " + (step if step == _STEP else f"{step}, {_STEP}")
            none = (
                "every estimate is at most half that step, and of simulated true changes of "
                "one step at most one in twenty "
                f"would look so (figures of one year and the next correlating at {LEAST:g} or more)"
            )
            if self.intervals:
                firm += "; or, where the source has an interval, that interval leaves zero out"
                none += "; or, where there are intervals, each at 90 % lies within one such step"
        return (
            f"The claim is supported if the estimate lies {side} zero for every admissible "
            "choice, and for two in three of them "
            f"{firm}; contradicted if the same holds on the other side. There was no such "
            f"change if {none}. "
            f"Else the record leaves it open."
        ) + (
            " If one source supports it and another contradicts it, the sources disagree."
            if self.by
            else ""
        )

    @cached_property
    def _asked(self) -> dict[tuple[tuple[str, Value], ...], Result | CourseError]:
        return {}

    def one(self, **asked: Value) -> Result:
        """The Result of one subject and choice, judged by itself;
        CourseError if it cannot be had.
        """
        key = tuple(asked.items())
        if key not in self._asked:
            try:
                result = self.compare(**asked)
                self._asked[key] = replace(result, rule=self.rule, verdict=self._judge([result], 1))
            except CourseError as error:
                self._asked[key] = error
        found = self._asked[key]
        if isinstance(found, CourseError):
            raise found
        return found

    def _judge(self, results: Sequence[Result], scale: float) -> Verdict:
        """The verdict of some choices, with `scale` times the band or the floor."""
        least = self.floor if self.band is None and self.intervals else self.band
        floor, band = (None if size is None else scale * size for size in (self.floor, least))
        # Only where every estimate is small is it asked how often a true change would look so.
        passed = 1.0
        if floor is not None and small(results, floor):
            from course.evidence.rates import missed  # what reckons is loaded when it is asked

            passed = missed(results, floor)
        return judge(results, expects=self.expects, floor=floor, band=band, missed=passed)

    def _by_source(self, each: Each, scale: float = 1) -> dict[str, Verdict]:
        """{words of a source: what its own choices say together}; empty without sources."""
        by = self.by
        if by is None:
            return {}
        return {
            words: self._judge([r for c, r in each if c[by] == source], scale)
            for source, words in self.choices[by].items()
        }

    def _verdict(self, each: Each, scale: float = 1) -> Verdict:
        if {"supports", "contradicts"} <= set(self._by_source(each, scale).values()):
            return "sources disagree"
        return self._judge([result for _, result in each], scale)

    def _hangs(self, each: Each, verdict: Verdict) -> tuple[tuple[str, Verdict], ...]:
        """What else may be assumed of the errors, where the verdict would be another."""
        assumed = dict.fromkeys(words for _, result in each for words in result.otherwise)
        others: dict[str, Verdict] = {
            words: self._verdict([(c, under(r, words)) for c, r in each]) for words in assumed
        }
        return tuple((words, other) for words, other in others.items() if other != verdict)

    def _reason(self, each: Each, verdict: Verdict) -> str:
        readings = [self.expects * read(result, self.floor) for _, result in each]
        reason = (
            f"Of {len(each)} admissible choices, {readings.count(1)} read for the claim, "
            f"{readings.count(-1)} against it "
            f"and {readings.count(0)} cannot be told from no difference"
        )
        reason += "".join(f"; by {by} {_TOLD[told]}" for by, told in self._by_source(each).items())
        if verdict == "leaves open" and small([result for _, result in each], self.floor):
            reason += "; all are too small to read, and a true change of one step may look so"
        return reason

    def answer(self, **subject: Value) -> Answer:
        """The Answer for a subject, the default one unless told otherwise.
        Raises CourseError if no choice can be had.
        """
        subject = self.all_subjects()[0] | subject
        each: list[tuple[Asked, Result]] = []
        left_out: list[tuple[Asked, str]] = []
        for choice in self.all_choices():
            try:
                each.append((choice, self.one(**subject, **choice)))
            except CourseError as error:
                left_out.append((choice, str(error)))
        if not each:
            raise CourseError(left_out[0][1])
        verdict = self._verdict(each)
        result = replace(each[0][1], verdict=verdict, reason=self._reason(each, verdict))
        return Answer(
            result,
            tuple(each),
            tuple(left_out),
            self._verdict(each, 0.5),
            self._verdict(each, 2),
            self._hangs(each, verdict),
        )
