"""The lines of a chapter's slides, as a person wrote them: datasets/slides, one YAML file a
chapter, checked against schemas/slides.json.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course.errors import CourseError, shown, unknown
from course.items import questions
from course.record import data, written

__all__ = ["ENDINGS", "Line", "Lines", "chapters", "lines", "of", "read", "validate"]

ENDINGS = (".yaml", ".yml")
_PREFIX = "slides-"
_MOST_BYTES = 100_000  # of a file of one's own
# part of a line -> the words that it may have
_MOST = {"title": 14, "says": 30, "weighs": 14, "source": 16, "wrong": 45, "ask": 45}


@dataclass(frozen=True)
class Line:
    """One slide.

    title: the finding; kind: what the room looks at ("story", "model" and the others of the
    schema); says: one sentence below it. The picture is one of: figure, the id of an interactive
    of the chapter or "cover", with `stands`, where its controls are ({name: value}), `chart`,
    whether the chart is shown in place of the scene, and `weighs`, of an evidence card, the claim
    on which its verdict is; signs, {label: a row of signs}, with alt,
    what they show in words; claim, an id; table, the heading above it in the chapter, with the
    numbers of the rows that are shown. question: the id of an item that the chapter asks. rests:
    claims and works, by id; source: where it comes from in words, for the room. minutes, wrong
    (the answer to expect) and ask (the question to the room) are the lecturer's.
    """

    title: str
    kind: str
    says: str
    minutes: int
    wrong: str
    ask: str
    figure: str = ""
    chart: bool = False
    weighs: str = ""
    stands: Mapping[str, Any] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    alt: str = ""
    claim: str = ""
    table: str = ""
    rows: tuple[int, ...] = ()
    question: str = ""
    rests: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Lines:
    """The slides of a chapter. where: the file that holds them; chapter: the notebook's stem;
    seminar: how long it lasts, in minutes.
    """

    where: str
    chapter: str
    seminar: int
    slides: tuple[Line, ...]


def chapters() -> list[str]:
    """The chapters that have slides, by their number (`01`)."""
    return [name.removeprefix(_PREFIX) for name in data.names() if name.startswith(_PREFIX)]


def _where(number: str) -> str:
    return f"datasets/slides/{number}.yaml"


def _line(told: Mapping[str, Any]) -> Line:
    signs = told.get("signs", {})
    rows = {"": signs} if isinstance(signs, str) else signs
    more = {
        "signs": rows,
        "rows": tuple(told.get("rows", ())),
        "rests": tuple(told.get("rests", ())),
    }
    return Line(**{**told, **more})


def _words(where: str, slides: tuple[Line, ...]) -> None:
    """Raise a CourseError that names the first part that has too many words for a slide."""
    for number, line in enumerate(slides, 1):
        for part, most in _MOST.items():
            count = len(getattr(line, part).split())
            if count > most:
                raise CourseError(
                    f"{where}, slide {number}: `{part}` has {count} words and may have {most}; "
                    "say it shorter, or make two slides of it."
                )


def _checked(text: str, where: str) -> Lines:
    told = data.parsed(written.plain(text), where)  # figures of cards, as words alone
    questions.against("slides.json", where, told)
    found = Lines(where, told["chapter"], told["seminar"], tuple(map(_line, told["slides"])))
    _words(where, found.slides)
    together = sum(line.minutes for line in found.slides)
    if together != found.seminar:
        raise CourseError(
            f"{where}: the slides take {together} minutes and the seminar has {found.seminar}; "
            "change `minutes` of a slide, or `seminar`."
        )
    return found


def lines(number: str) -> Lines:
    """The Lines of a chapter, by its number (`01`). Raises CourseError, naming those that there
    are, for one without slides, and if the file is not as its hash says.
    """
    if number not in chapters():
        raise unknown("chapter with slides", number, chapters())
    return _checked(data.text(_PREFIX + number), _where(number))


def of(stem: str) -> Lines | None:
    """The Lines of a chapter by its notebook's stem; None for what has no slides."""
    number = stem.partition("-")[0]
    found = lines(number) if number in chapters() else None
    return found if found and found.chapter == stem else None


def read(path: str | Path) -> Lines:
    """The Lines of a file of one's own, such as a changed copy of datasets/slides/01.yaml. Raises
    CourseError, one sentence, if it cannot be read or breaks a rule.
    """
    path, name = Path(path), shown(Path(path).name)
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8") if size <= _MOST_BYTES else ""
    except (OSError, UnicodeDecodeError):
        raise CourseError(f"{name} cannot be read as text; save it as UTF-8.") from None
    if not text.strip():
        raise CourseError(
            f"{name} holds {size} bytes, and a file of slides has some and at most "
            f"{_MOST_BYTES}; begin with a copy of datasets/slides/01.yaml."
        )
    return _checked(text, name)


def validate(number: str, text: str) -> None:
    """Check the text of a file of datasets/slides, before it is given a hash. Raises CourseError
    that names file, slide and fault.
    """
    _checked(text, _where(number))
