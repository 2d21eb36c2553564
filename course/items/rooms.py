"""What the rooms of evidence (chapters 12 to 14) ask before a card is looked at, read from
datasets/questions/rooms.yaml: of each card a prediction, which opens it, and a yardstick to choose.

A card may be asked of another country than Pakistan, by its code of three letters. What is asked
after the look, a verdict, course.evidence.cards.verdicts makes of the card itself.
"""

from functools import cache
from typing import NotRequired, TypedDict

from course.errors import CourseError, unknown
from course.items import kinds, questions
from course.items.kinds import Item
from course.record import data

__all__ = [
    "Room",
    "Weighed",
    "asked",
    "named",
    "prediction",
    "predictions",
    "rooms",
    "validate",
    "yardstick",
    "yardsticks",
]

_WHERE = "datasets/questions/rooms.yaml"
_SEED = 7  # what the order of a prediction's options is drawn from
_REASONS = 25  # words that are asked for


class Weighed(TypedDict):
    """A card in a room, and what is asked of it; schemas/rooms.json says what each part holds."""

    card: str
    country: NotRequired[str]
    claims: list[str]
    predict: Item
    yardstick: Item


class Room(TypedDict):
    """A chapter's title, with its number, and the cards that it asks about, in their order."""

    title: str
    weighed: list[Weighed]


@cache
def _file() -> dict[str, list[Room]]:
    return data.parsed(data.text("rooms"), _WHERE)


def rooms() -> list[Room]:
    """The rooms in their order. Read them; do not change them."""
    return _file()["rooms"]


def named(card: str, country: str | None = None) -> str:
    """What a card is called in the ids of its items: "performance-IDN" for another country's."""
    return card if country is None else f"{card}-{country}"


def _prediction(one: Weighed) -> Item:
    name = named(one["card"], one.get("country"))
    item = {"id": f"room-{name}", "kind": "choice", "opens": one["card"], "claims": one["claims"]}
    return questions.shuffled({**item, **one["predict"]}, _SEED)


def _yardstick(one: Weighed) -> Item:
    asked = one["yardstick"]
    ours = next(n for n, option in enumerate(asked["options"]) if option.get("ours"))
    return {
        "id": f"yardstick-{named(one['card'], one.get('country'))}",
        "kind": "reasoned",
        "claims": one["claims"],
        "stem": asked["stem"],
        "words": _REASONS,
        "options": [{"text": o["text"], "says": o["says"]} for o in asked["options"]],
        "ours": [{"of": "", "option": ours, "because": asked["because"]}],
    }


def predictions(room: Room) -> list[Item]:
    """The predictions of a room."""
    return [_prediction(one) for one in room["weighed"]]


def prediction(item: str) -> Item:
    """The prediction called `item`, of a chapter or a room. Raises CourseError, naming the nearest,
    if there is none.
    """
    known = questions.predictions() | {i["id"]: i for room in rooms() for i in predictions(room)}
    if item not in known:
        raise unknown("prediction", item, known)
    return known[item]


def yardsticks(room: Room) -> list[Item]:
    """The yardsticks that a room asks for."""
    return [_yardstick(one) for one in room["weighed"]]


def asked(room: Room) -> list[Item]:
    """All that a room asks before its cards are looked at."""
    return [*predictions(room), *yardsticks(room)]


def yardstick(name: str) -> Item:
    """The yardstick of a card, by its name (`named`). Raises CourseError, naming the nearest, if no
    room asks for it.
    """
    known = {named(one["card"], one.get("country")): one for r in rooms() for one in r["weighed"]}
    if name not in known:
        raise unknown("card of a room", name, known)
    return _yardstick(known[name])


def validate(text: str) -> None:
    """Check the text of rooms.yaml against its schema and its own keys, before it is given a hash.
    Raises CourseError that names the card and the fault.
    """
    content = data.parsed(text, _WHERE)
    questions.against("rooms.json", _WHERE, content)
    for one in (one for room in content["rooms"] for one in room["weighed"]):
        fault = kinds.of(_prediction(one)).fault()
        if sum(bool(option.get("ours")) for option in one["yardstick"]["options"]) != 1:
            fault = "exactly one yardstick must say `ours: true`"
        if fault:
            raise CourseError(f"{_WHERE}, {named(one['card'], one.get('country'))}: {fault}.")
