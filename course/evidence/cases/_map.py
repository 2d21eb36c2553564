"""A map of one's own: who answers to whom in an office that a class knows,
in one YAML file; read with suspicion.
"""

from collections.abc import Container, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from course import _places, paper
from course.doors import plain_files
from course.doors.shapes import is_list, is_object
from course.errors import CourseError, shown
from course.evidence.cases._reading import Fault
from course.paper import RELATIONS, State
from course.record import data

__all__ = ["ENDINGS", "check_map", "faults_of", "load_map"]

ENDINGS = (".yaml", ".yml")
_MOST_BYTES = 50_000
_MOST_READ = 10_000_000
_MOST_STATES, _MOST_LINES, _DEEPEST = 6, 24, 8
_STATE = {"id": 30, "name": 60, "says": 200}  # key -> the most characters
_LINE = ("from", "relation", "to")
_GROUNDS = ("claims", "inferred", "source")
_LONGEST = 300


def _find(name: str) -> Path:
    """Beside the reader's chapters, else where the path leads.
    Raises CourseError if nothing is there.
    """
    try:
        given = Path(name).expanduser()
        for path in (_places.course_folder() / given, given):
            if path.exists():
                return path
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # too long, of nobody's home, behind a closed folder
        pass
    raise CourseError(
        f"There is no file {shown(name)!r} beside your chapters; put it there, or write its "
        "whole path."
    )


def _plain(text: str) -> str | None:
    """Why a text of YAML is not read, or None: what repeats itself by name
    could grow without end, and so could depth.
    """
    yaml: Any = import_module("yaml")  # when it is needed; its parser has no types
    depth = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.AliasEvent):
                return "it repeats a part by its name (* and &); write that part out."
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
                event, yaml.CollectionEndEvent
            )
            if depth > _DEEPEST:
                return (
                    f"its lists lie more than {_DEEPEST} deep inside each other; a map needs four."
                )
    except yaml.YAMLError:
        return None  # data.parsed says where
    return None


def _told(path: Path) -> tuple[object, str]:
    """(what the file says, "") or (None, why it cannot be used)."""
    try:
        raw = plain_files.read(path, _MOST_READ)
        text = raw.decode("utf-8-sig")
    except plain_files.UnreadableError as error:
        return None, f"it {error}; put a text file with the map in its place."
    except (OSError, UnicodeDecodeError):
        return None, "it is no text in UTF-8; save it as UTF-8."
    too_long = (
        f"it holds {len(raw):,} bytes of at most {_MOST_BYTES:,}; keep the lines that the map "
        "needs."
    )
    why = too_long if len(raw) > _MOST_BYTES else _plain(text)
    if why:
        return None, why
    try:
        return data.parsed(text, path.name), ""
    except CourseError as error:
        return None, f"it {str(error).removeprefix(f'{path.name} ')}"
    except (ValueError, RecursionError):  # a date that is none, say
        return None, "it holds a value that cannot be read; put texts in quotation marks."


def _keys(
    told: Mapping[str, object], must: Container[object], may: tuple[str, ...]
) -> Iterator[str]:
    if strange := [name for name in told if name not in may]:
        yield f"it has an unknown key {shown(strange[0])!r}; it may hold {', '.join(may)}."
    if lost := [name for name in may if name in must and name not in told]:
        yield f"it lacks {lost[0]}; write it."


def _text(told: Mapping[str, object], name: str, most: int) -> Iterator[str]:
    value = told.get(name, "")
    if not isinstance(value, str) or (name in told and not value.strip()):
        yield f"its {name} is no text; put words in quotation marks."
    elif len(value) > most:
        yield f"its {name} is longer than {most} characters; shorten it."


def _ends(told: Mapping[str, object], actors: Container[object], known: str) -> Iterator[str]:
    for end in ("from", "to"):
        if end in told and not (isinstance(told[end], str) and told[end] in actors):
            yield f"{shown(told[end])!r} is no actor; the actors are {known}."
    if "relation" in told and told["relation"] not in RELATIONS:
        yield (
            f"{shown(told['relation'])!r} is no relation; the relations are {', '.join(RELATIONS)}."
        )
    if "from" in told and told["from"] == told.get("to"):
        yield "it leads back to where it begins; name two actors."


def _grounds(told: Mapping[str, object]) -> Iterator[str]:
    if not any(name in told for name in _GROUNDS):
        yield "it rests on nothing; add claims, inferred or source, to say who says so."
    claims = told.get("claims", [])
    if not is_list(claims):
        yield "its claims are no list; write them so: [CG-d, CG-e]."
    else:
        for claim in claims:
            if not (isinstance(claim, str) and claim in paper.all_claims()):
                yield f"{shown(claim)!r} is no claim of the text; see datasets/paper/claims.csv."
    for name in ("inferred", "source"):
        yield from _text(told, name, _LONGEST)


def _line(told: object, actors: Container[object], known: str) -> Iterator[str]:
    if not is_object(told):
        yield "a line holds from, relation and to; write them."
        return
    yield from _keys(told, _LINE, (*_LINE, *_GROUNDS))
    yield from _ends(told, actors, known)
    yield from _grounds(told)


def _lines(
    told: object, what: str, actors: Container[object], known: str
) -> Iterator[tuple[str, str]]:
    if not is_list(told) or not 0 < len(told) <= _MOST_LINES:
        yield what, f"it holds one to {_MOST_LINES} lines; write them as a list."
        return
    seen: set[str] = set()
    for n, one in enumerate(told, 1):
        where = f"{what}, line {n}"
        yield from ((where, says) for says in _line(one, actors, known))
        key = str([one.get(part) for part in _LINE]) if is_object(one) else ""
        if key and key in seen:
            yield where, "the same line stands above; keep one."
        seen.add(key)


def faults_of(
    told: object, actors: Mapping[str, Any], *, own: bool = True
) -> Iterator[tuple[str, str]]:
    """(where, what is wrong and its cure) in the states of a map. own: a class's, which has no
    colour of a paradigm.

    actors: those that a line may name.
    """
    known = ", ".join(actors)
    states = told.get("states") if is_object(told) else None
    if not is_object(told) or not is_list(states) or not 0 < len(states) <= _MOST_STATES:
        yield "the file", f"it begins with `states:` and a list of one to {_MOST_STATES} states."
        return
    if own:
        yield from (("the file", says) for says in _keys(told, (), ("states",)))
    names: set[object] = set()
    for n, state in enumerate(states, 1):
        where = f"state {n}"
        if not is_object(state):
            yield where, "a state holds id, name, says and lines; write them."
            continue
        more = () if own else ("colour", "gone")
        yield from (
            (where, says) for says in _keys(state, (*_STATE, "lines"), (*_STATE, "lines", *more))
        )
        for name, most in _STATE.items():
            yield from ((where, says) for says in _text(state, name, most))
        if str(state.get("id")) in names:
            yield where, "its id stands above; give it another."
        names.add(str(state.get("id")))
        for part in ("lines", "gone"):
            if part in state:
                yield from _lines(
                    state[part], where if part == "lines" else f"{where}, gone", actors, known
                )


def _read(name: str) -> tuple[Any, list[Fault]]:
    path = _find(name)
    told, why = _told(path)
    faults = [("", why)] if why else faults_of(told, paper.actors())
    return told, [Fault(shown(path.name), 0, where, says) for where, says in faults]


def check_map(name: str) -> list[Fault]:
    """Every Fault of a map of one's own, in order; an empty list if it is sound. Raises CourseError
    if there is no such file.
    """
    return _read(name)[1]


def load_map(name: str) -> dict[str, State]:
    """{id: State} of a map of one's own. Raises CourseError with its first fault,
    and how many more there are.
    """
    told, faults = _read(name)
    if faults:
        more = (
            f" ({len(faults) - 1} more: `course check --case FILE` lists them.)"
            if len(faults) > 1
            else ""
        )
        raise CourseError(f"{faults[0]}{more}")
    return {one["id"]: State.of(one) for one in told["states"]}
