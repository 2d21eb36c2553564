"""The desk of a district officer: what the student decides and argues, never a score."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from course import paper as article
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Listed, Paper, Said
from course.interface.words import say
from course.items import situations
from course.items.kinds import Item

__all__ = ["desk", "paper"]


class Told(TypedDict):
    """What stands round the situations: which sitting is shown, {voice: its name}, {claim:
    its paraphrase}.
    """

    sitting: str
    title: str
    voices: Mapping[str, str]
    claims: Mapping[str, str]


class Content(Asking):
    """items: the situations of both sittings, each with the name of its own."""

    told: Told


def _of_other(item: situations.Situation) -> Item:
    """A situation of the other sitting: what a comparison shows of it."""
    options = [{"text": option["text"], "lens": option["lens"]} for option in item["options"]]
    return {key: item[key] for key in ("id", "kind", "dilemma")} | {"options": options}


def _items(name: str) -> Iterator[Item]:
    """The situations of both sittings; those of the other one only as far as a comparison needs."""
    for other in situations.SITTINGS:
        for item in situations.sitting(other)["situations"]:
            yield {**(item if other == name else _of_other(item)), "sitting": other}


def _cited(shown: Sequence[Item]) -> dict[str, str]:
    """{claim: its paraphrase} for all that the situations cite."""
    cited = {
        claim
        for item in shown
        for part in (item, *item["options"])
        for claim in part.get("claims", [])
    }
    return {key: row["paraphrase"] for key, row in article.all_claims().items() if key in cited}


def desk(sitting: str) -> Interactive:
    """A sitting, "first" or "second". Raises CourseError, naming the nearest, for any other."""
    shown = situations.sitting(sitting)
    told: Told = {
        "sitting": sitting,
        "title": shown["title"],
        "voices": situations.VOICES,
        "claims": _cited(shown["situations"]),
    }
    content: Content = {"items": list(_items(sitting)), "told": told}
    return made("desk", sitting, content)


def paper(content: Content) -> Paper:
    """Each situation with its options, the arguments behind a disclosure."""
    told = content["told"]
    shown = [item for item in content["items"] if item["sitting"] == told["sitting"]]
    return Paper(
        (
            Said(lead=told["title"]),
            Listed(
                tuple((Asked(item, label=say("paper.decide")),) for item in shown), ordered=True
            ),
            Said(say("desk.no_score")),
        ),
        say("paper.desk_live"),
    )
