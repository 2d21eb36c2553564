"""All cards on one page: claims in rows, verdicts in columns, and behind each claim its cards."""

from typing import TYPE_CHECKING, TypedDict

from course.interactives.interactive import Interactive, made
from course.interactives.paper import Folded, Paper, Row, Said, Table, Tallied
from course.interface.words import say

if TYPE_CHECKING:  # a server that only reads documents loads nothing that computes them
    from collections.abc import Iterable, Sequence

    from course.evidence.cards.readings import Reading

__all__ = ["paper", "synthesis"]


class Kind(TypedDict):
    """A verdict: its name, its words on a badge, its sign."""

    verdict: str
    word: str
    sign: str


class Card(TypedDict):
    """A card: its question, and [verdict, the readings that have it, what is said of each]; notes
    are [heading, text].
    """

    question: str
    verdicts: list[tuple[str, list[str]]]
    notes: list[tuple[str, str]]


class Claim(TypedDict):
    """A claim: the words that decide, in full, and its cards. counts: how many readings have each
    verdict.
    """

    id: str
    words: str
    full: str
    counts: dict[str, int]
    cards: list[Card]


class Content(TypedDict):
    """The kinds of verdicts, the claims, and what is said of all together."""

    title: str
    about: list[str]
    kinds: list[Kind]
    claims: list[Claim]


def _kinds() -> list[Kind]:
    from course.charts.verdicts import SIGNS
    from course.evidence.result import VERDICTS

    return [{"verdict": one, "word": one, "sign": SIGNS[one]} for one in VERDICTS]


def _grouped(several: "Iterable[Reading]") -> "dict[str, dict[str, list[Reading]]]":
    """{claim: {card: its readings}}, a card under the claim that it weighs first."""
    found: dict[str, dict[str, list[Reading]]] = {}
    for one in several:
        found.setdefault(one.claims[0], {}).setdefault(one.card, []).append(one)
    return found


def _false(one: "Reading") -> str:
    """The false verdicts that a reading expects each way, in a sentence."""
    from course.evidence.cards.false import in_brief
    from course.evidence.result import NO_VERDICT

    if one.verdict == NO_VERDICT:
        return say("lines.no_verdict")
    return f"{_begun(in_brief(one.each_way, held_loosely=one.loose))}."


def _begun(text: str) -> str:
    """The text as a sentence begins; a name within it keeps its capital."""
    return text[:1].upper() + text[1:]


def _name(one: "Reading") -> str:
    """What a reading is called where several stand together."""
    return one.words or say("lines.our_question")


def _each(said: "Iterable[tuple[Reading, str]]") -> str:
    """What is said of each reading; once where it is the same of several."""
    found: dict[str, list[str]] = {}
    for one, text in said:
        found.setdefault(text, []).append(_name(one))
    if len(found) == 1:
        return next(iter(found))
    return " ".join(_begun(f"{', '.join(names)}: {text}") for text, names in found.items())


def _bands(one: "Reading") -> str:
    from course.evidence.cards.sentences import other_bands

    return other_bands(one.verdict, one.half, one.twice)


def _card(several: "Sequence[Reading]") -> Card:
    verdicts: dict[str, list[str]] = {}
    for one in several:
        verdicts.setdefault(one.verdict, []).append(_name(one) if len(several) > 1 else "")
    first = several[0]
    date = _each((one, f"{_begun(one.date).removesuffix('.')}.") for one in several)
    notes = [
        (say("lines.its_cause"), first.cause.capitalize() + "."),
        (say("lines.its_date"), date),
        (say("synthesis.band"), _each((one, _bands(one)) for one in several)),
        (say("lines.false_verdicts"), _each((one, _false(one)) for one in several)),
        (say("synthesis.change"), _each((one, one.would_change) for one in several)),
    ]
    if len(first.claims) > 1:
        notes.append((say("synthesis.also"), ", ".join(first.claims[1:]) + "."))
    if date == say("lines.no_date"):
        del notes[1]
    return {"question": first.question, "verdicts": list(verdicts.items()), "notes": notes}


def _claim(name: str, cards: "dict[str, list[Reading]]", words: str, full: str) -> Claim:
    counts: dict[str, int] = {}
    for several in cards.values():
        for one in several:
            counts[one.verdict] = counts.get(one.verdict, 0) + 1
    return {
        "id": name,
        "words": words,
        "full": full,
        "counts": counts,
        "cards": [_card(several) for several in cards.values()],
    }


def synthesis() -> Interactive:
    """All cards together, each under the claim that it weighs first."""
    from course import paper as article
    from course.evidence import inquiries
    from course.evidence.cards.table import summed
    from course.lessons.synthesis import gathered

    several = gathered()
    claims = [
        _claim(
            name,
            cards,
            inquiries.asked(next(iter(cards)))["decides"],
            article.claim(name)["paraphrase"],
        )
        for name, cards in _grouped(several).items()
    ]
    untested = ", ".join(entry["claim"] for entry in inquiries.untestable())
    content: Content = {
        "title": say("synthesis.title", claims=len(claims), readings=len(several)),
        "about": [
            say("synthesis.how"),
            summed(several),
            say("synthesis.together"),
            say("synthesis.untested", claims=untested),
        ],
        "kinds": _kinds(),
        "claims": claims,
    }
    return made("synthesis", "synthesis", content)


def _told(card: Card) -> Row:
    """A card: its question, its verdicts with their readings, then its notes."""
    readings = [
        f"{verdict}: {', '.join(filter(None, words))}" if any(words) else verdict
        for verdict, words in card["verdicts"]
    ]
    said = Said(_begun("; ".join(readings)) + ".")
    notes = (Said(text, lead=head) for head, text in card["notes"])
    return Row(((Said(lead=card["question"]), said, *notes),))


def paper(content: Content) -> Paper:
    """The claims with the verdicts of their readings, and behind each claim its cards."""
    kinds = content["kinds"]
    rows = tuple(
        (
            claim["id"],
            claim["words"],
            tuple(claim["counts"].get(kind["verdict"], 0) for kind in kinds),
        )
        for claim in content["claims"]
    )
    folded = tuple(
        Folded(
            f"{claim['id']}: {claim['full']}",
            (Table((), tuple(_told(card) for card in claim["cards"])),),
        )
        for claim in content["claims"]
    )
    about = tuple(Said(text) for text in content["about"])
    title = Said(lead=content["title"])
    return Paper((title, Tallied(tuple(kinds), rows), *about, *folded), say("paper.synthesis_live"))
