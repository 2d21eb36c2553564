"""Who answers to whom: actors keep their places, and lines change from state to state;
each line opens on its claims.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypedDict

from course import paper as article
from course.charts import bounds
from course.charts.accountability.layout import Drawn, Place, laid, places
from course.charts.signs import path_of
from course.errors import CourseError, unknown
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Folded, Listed, Paper, Pictured, Said, Section
from course.interface.words import said_of, say

__all__ = ["accountability", "paper"]

OVER = " over "
_RELATIONS = {
    "commands": "accountability.commands",
    "answers": "accountability.answers",
    "pays": "accountability.pays",
    "leaves": "accountability.leaves",
}
_KEYS = {
    "commands": "accountability.key_commands",
    "answers": "accountability.key_answers",
    "pays": "accountability.key_pays",
    "leaves": "accountability.key_leaves",
}
_MARKS = {
    "kept": "accountability.kept",
    "gone": "accountability.gone",
    "new": "accountability.new",
}


class Actor(TypedDict):
    """Who may have lines, with the word and the sign that stand for them."""

    id: str
    word: str
    sign: str


class Line(TypedDict):
    """A line: a sentence, what it rests on, how it is drawn at each width; mark,
    where one state lies over another.
    """

    key: str
    one: str
    relation: str
    other: str
    says: str
    claims: list[str]
    inferred: str
    source: str
    mark: str
    wide: Drawn
    narrow: Drawn


class Shown(TypedDict):
    """A state: what it shows in a sentence, its lines, and who has none."""

    id: str
    name: str
    says: str
    colour: str
    absent: list[str]
    lines: list[Line]


class Content(TypedDict):
    """What a page needs. layouts: {width: {actor: place}}; claims: {id: (words, section)};
    signs: {sign: its path}.
    """

    actors: list[Actor]
    signs: dict[str, str]
    layouts: dict[str, dict[str, Place]]
    states: list[Shown]
    claims: dict[str, tuple[str, str]]
    relations: dict[str, str]
    marks: dict[str, str]


def _says(line: article.Line) -> str:
    one, other = article.actors()[line.one], article.actors()[line.other]
    return say(_RELATIONS[line.relation], one=one.word, other=other.word, n=2 if one.many else 1)


def _layouts() -> dict[str, dict[str, Place]]:
    actors = article.actors()
    return {
        "wide": places({name: (one.word, one.wide) for name, one in actors.items()}, "wide"),
        "narrow": places({name: (one.word, one.narrow) for name, one in actors.items()}, "narrow"),
    }


def _shown(
    name: str, state: article.State, says: str, lines: Sequence[tuple[article.Line, str]]
) -> Shown:
    """lines: each with its mark."""
    layouts = _layouts()
    ties = [(line.one, line.relation, line.other) for line, _ in lines]
    drawn = {width: laid(ties, stands, width) for width, stands in layouts.items()}
    there = set(chain.from_iterable((line.one, line.other) for line in state.lines))
    return {
        "id": name,
        "name": state.name,
        "says": says,
        "colour": state.colour,
        "absent": [actor for actor in article.actors() if actor not in there],
        "lines": [
            {
                "key": line.key,
                "one": line.one,
                "relation": line.relation,
                "other": line.other,
                "says": _says(line),
                "claims": list(line.claims),
                "inferred": line.inferred,
                "source": line.source,
                "mark": mark,
                "wide": drawn["wide"][tie],
                "narrow": drawn["narrow"][tie],
            }
            for tie, (line, mark) in zip(ties, lines, strict=True)
        ],
    }


def _alone(state: article.State) -> Shown:
    return _shown(state.id, state, state.says, [(line, "") for line in state.lines])


def _over(state: article.State, under: article.State) -> Shown:
    """A state laid over another: which lines are kept, which are new, and which are gone."""
    old, now = ({line.key for line in one.lines} for one in (under, state))
    why = {line.key: line.claims for line in state.gone}
    lines = [(line, "kept" if line.key in old else "new") for line in state.lines]
    for line in under.lines:
        if line.key not in now:
            claims = (*line.claims, *why.get(line.key, ()))
            lines.append(
                (article.Line(line.one, line.relation, line.other, claims, line.inferred), "gone")
            )
    counts = {mark: sum(one == mark for _, one in lines) for mark in _MARKS}
    says = say("accountability.over_says", old=len(old), **counts)
    name = article.State(
        state.id,
        say("accountability.over", one=state.name, other=under.name),
        says,
        state.lines,
        state.colour,
    )
    return _shown(f"{state.id}{OVER}{under.id}", name, says, lines)


def _of(word: str) -> Mapping[str, article.State]:
    """The states that a word stands for: one of the text's, or those of a file."""
    from course.evidence import cases

    if word.strip().endswith(cases.ENDINGS):
        return cases.load_map(word.strip())
    if word not in article.states():
        raise unknown("state of the map", word, article.states())
    return {word: article.states()[word]}


def _asked(word: str) -> list[Shown]:
    if OVER not in word:
        return [_alone(state) for state in _of(word).values()]
    upper, under = word.split(OVER, 1)
    below = _of(under)
    if len(below) != 1:
        raise CourseError(
            f"{under} holds several states; lay yours over classic, npm, governance or pakistan."
        )
    (ground,) = below.values()
    return [_over(state, ground) for state in _of(upper).values()]


def accountability(states: Sequence[str] = ()) -> Interactive:
    """The states named, in that order; all four if none is.

    A name is a state's (classic, npm, governance, pakistan), a file of one's own (our-office.yaml),
    or one laid over another ("pakistan over classic"). Raises CourseError, one sentence, for
    another name or a file that is not sound.
    """
    asked = tuple(dict.fromkeys(states)) or tuple(article.states())
    shown = [state for word in asked for state in _asked(word)]
    actors = article.actors().values()
    named = dict.fromkeys(
        key for state in shown for line in state["lines"] for key in line["claims"]
    )
    claims = article.all_claims()
    content: Content = {
        "actors": [{"id": one.id, "word": one.word, "sign": one.sign} for one in actors],
        "signs": {one.sign: path_of(one.sign) for one in actors},
        "layouts": _layouts(),
        "states": shown,
        "claims": {key: (claims[key]["paraphrase"], claims[key]["section"]) for key in named},
        "relations": said_of(_KEYS),
        "marks": said_of(_MARKS),
    }
    return made("accountability", " ".join(asked), content)


def _rests(line: Line) -> str:
    return ", ".join([*line["claims"], *([line["source"]] if line["source"] else [])])


def _said(line: Line, marks: Mapping[str, str]) -> Said:
    """A line as a sentence, with what it rests on."""
    aside = say("accountability.inferred_from", why=line["inferred"]) if line["inferred"] else ""
    lead = marks[line["mark"]] if line["mark"] else ""
    return Said(f"{line['says']}.", lead=lead, quiet=_rests(line), aside=aside)


def _section(content: Content, state: Shown, n: int) -> Section:
    drawing = {
        "map": True,
        "label": f"map-{state['id']}-{n}",
        "said": state["says"],
        "actors": content["actors"],
        "layouts": content["layouts"],
        "state": state,
    }
    lines = Listed(tuple((_said(line, content["marks"]),) for line in state["lines"]))
    listed = Folded(say("accountability.list", n=len(state["lines"])), (lines,))
    return Section(state["name"], state["says"], (Pictured(drawing), listed))


def paper(content: Content) -> Paper:
    """A drawing a state, and its lines as sentences; how a kind of line looks stands first."""
    bounds.of_map(content)
    looks = Said(say("accountability.looks"))
    sections = (_section(content, state, n) for n, state in enumerate(content["states"]))
    return Paper((looks, *sections), say("paper.accountability_live"))
