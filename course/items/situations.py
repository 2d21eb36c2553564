"""The desk of a district officer, read from datasets/questions/desk.yaml: two sittings of six
situations each.

Situation i of both sittings puts the same dilemma. Each of its three options is an argument that
one paradigm would make, so no option is right: nothing here can be scored.
"""

from functools import cache
from typing import Literal, TypedDict, cast

from course import paper
from course.doors.shapes import is_object
from course.errors import CourseError, unknown
from course.items.kinds import Item
from course.items.kinds.desk import VOICES, Argued
from course.record import data

__all__ = ["SITTINGS", "VOICES", "Sitting", "Situation", "ids", "sitting", "validate"]

SITTINGS = ("first", "second")
SITUATIONS = 6
_WHERE = "datasets/questions/desk.yaml"


class Situation(TypedDict):
    """A dilemma in its setting, and the arguments of three voices."""

    id: str
    kind: Literal["desk"]
    dilemma: str
    claims: list[str]
    stem: str
    options: list[Argued]


class Sitting(TypedDict):
    """Six situations under a title."""

    title: str
    situations: list[Situation]


@cache
def _sittings() -> dict[str, Sitting]:
    return data.parsed(data.text("desk"), _WHERE)["sittings"]


def sitting(name: str) -> Sitting:
    """A sitting, "first" or "second". Read it; do not change it.

    Raises CourseError, naming the nearest, for any other name.
    """
    if name not in SITTINGS:
        raise unknown("sitting", name, SITTINGS)
    return _sittings()[name]


@cache
def ids() -> frozenset[str]:
    """The ids of all situations, of both sittings."""
    return frozenset(item["id"] for name in SITTINGS for item in sitting(name)["situations"])


def validate(text: str) -> None:
    """Check the text of desk.yaml: both sittings whole, dilemmas paired, three voices a situation,
    claims that exist.

    Raises CourseError that names the situation and the fault.
    """
    content: object = data.parsed(text, _WHERE)
    held = content.get("sittings") if is_object(content) else None
    if not is_object(held) or set(held) != set(SITTINGS):
        raise CourseError(f"{_WHERE}: `sittings` must hold `first` and `second`, and nothing else.")
    sittings = cast("dict[str, Item]", held)
    for name, shown in sittings.items():
        if not shown.get("title") or len(shown.get("situations", [])) != SITUATIONS:
            raise CourseError(
                f"{_WHERE}, {name}: a sitting needs a title and exactly {SITUATIONS} situations."
            )
        for item in shown["situations"]:
            fault = _fault(name, item)
            if fault:
                raise CourseError(f"{_WHERE}, {item.get('id', name)}: {fault}.")
    pairs = zip(*(sittings[name]["situations"] for name in SITTINGS), strict=True)
    for one, other in pairs:
        if one["dilemma"] != other["dilemma"]:
            raise CourseError(
                f"{_WHERE}, {one['id']} and {other['id']}: both must put one dilemma; say the "
                "same word in each."
            )


def _fault(name: str, item: Item) -> str | None:
    """What is wrong with one situation, or None."""
    if not str(item.get("id", "")).startswith(f"desk-{name}-") or item.get("kind") != "desk":
        return f"its id must begin with `desk-{name}-` and its kind be `desk`"
    if not all(isinstance(item.get(key), str) and item[key].strip() for key in ("dilemma", "stem")):
        return "it needs a dilemma and a stem"
    options: list[Item] = item.get("options") or []
    if sorted(option.get("lens", "") for option in options) != sorted(VOICES):
        return f"its options must speak with each voice once: {', '.join(VOICES)}"
    for option in options:
        if not all(
            isinstance(option.get(k), str) and option[k].strip()
            for k in ("text", "argument", "cost")
        ):
            return "each option needs text, argument and cost"
    cited = [*item.get("claims", []), *(c for option in options for c in option.get("claims", []))]
    strange = [claim for claim in cited if claim not in paper.all_claims()]
    return f"there is no claim {strange[0]}" if strange else None
