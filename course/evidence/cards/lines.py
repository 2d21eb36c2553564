"""What a card says of its verdict, a line each: the trend, its cause, its date."""

from collections.abc import Iterator

from course.evidence import inquiries
from course.evidence.cards.as_read import as_read
from course.evidence.cards.sentences import other_bands
from course.evidence.dating import SPAN, Dates
from course.evidence.inquiries import Chosen
from course.evidence.inquiry import Answer, Inquiry
from course.evidence.weighed import Weighed
from course.interface.words import say

__all__ = [
    "all_dated",
    "band",
    "cause",
    "chosen",
    "claimed",
    "dated",
    "ends",
    "readings",
    "stepped",
    "trend",
    "when",
]


def trend(answer: Answer) -> str:
    """The verdict with its reason, on what it rests, what it would be with another band,
    and on what it hangs.
    """
    result = answer.result
    told = [
        say(
            "lines.trend",
            verdict=result.verdict.capitalize(),
            badge=result.badge,
            reason=result.reason,
        )
    ]
    told.append(other_bands(result.verdict, answer.half, answer.twice))
    # of each other verdict, the first way to it
    others = {verdict: words for words, verdict in reversed(answer.hangs)}
    told += [
        say("lines.hangs", assumed=words, verdict=verdict) for verdict, words in others.items()
    ]
    if result.otherwise and not answer.hangs:
        told.append(say("lines.hangs_on_none"))
    if result.provisional:
        told.append(say("lines.provisional"))
    return " ".join(told)


def claimed(name: str, claim: str, paraphrase: str) -> str:
    """A claim as a card quotes it; one about a cause says that it is."""
    about_cause = claim in inquiries.words(name).get("causal", ())
    return say(
        "lines.claimed",
        paraphrase=paraphrase,
        claim=say("lines.claim_of_cause", claim=claim) if about_cause else claim,
    )


def cause(name: str) -> str:
    """That the claim names no cause, or that the one it names is not tested."""
    told = inquiries.asked(name).get("cause")
    return say("lines.no_cause") if told is None else say("lines.cause", cause=told)


def band(name: str) -> str:
    """Why the band is as large as it is, and that the figures were known when it was set."""
    return say("lines.band", reason=inquiries.words(name)["band"])


def chosen(name: str) -> str:
    """The words that decide, and what a reader without figures would look at;
    that nobody has chosen yet, where nobody has.
    """
    asked = inquiries.asked(name)
    told = [say("lines.decides", words=asked["decides"])]
    reader = asked.get("chosen")
    if reader is None:
        return " ".join([*told, say("lines.not_chosen")])
    return " ".join([*told, *_read_by(reader)])


def _read_by(reader: Chosen) -> Iterator[str]:
    """What a reader without figures chose; of words for which no column stands, that none does."""
    when, why = reader["date"], reader["reason"]
    if "yardstick" not in reader:
        yield say("lines.chose_none", date=when, reason=why)
        return
    first = say("lines.reading", subject=reader["subject"], yardstick=reader["yardstick"])
    yield say("lines.chosen", date=when, reading=first, reason=why)
    for other in reader.get("also", []):
        told = say("lines.reading", subject=other["subject"], yardstick=other["yardstick"])
        yield say("lines.also", reading=told)


def dated(found: Dates, year: int) -> str:
    """The date of one series, in words."""
    first, last = found.span
    if found.dated(year):
        return say("lines.dated", year=year, first=first, last=last)
    if first == last:
        return say("lines.changed_in", first=first)
    return say("lines.changed_between", first=first, last=last)


def all_dated(inquiry: Inquiry, found: Weighed) -> str:
    """The date of each series, in words; once where they have the same."""
    told = [(label, dated(dates, inquiry.named or 0)) for label, dates in found.dates]
    if len({words for _, words in told}) <= 1:
        return "".join(words for _, words in told[:1])
    return "; ".join(say("lines.of", what=label, dated=words) for label, words in told)


def stepped(inquiry: Inquiry, found: Weighed) -> str:
    """Where one step fits best, if that is not the year that the claim names; empty if it is."""
    best = sorted({dates.best for _, dates in found.dates})
    if inquiry.named is None or best in ([], [inquiry.named]):
        return ""
    return say("lines.stepped", best=" or ".join(map(str, best)), named=inquiry.named)


def ends(name: str, inquiry: Inquiry | None, found: Weighed | None) -> list[str]:
    """What ends a verdict's sentence, a clause each: in which year one step fits best if the claim
    has another, and that no cause is tested.
    """
    told: list[str] = []
    if inquiry is not None and found is not None and (step := stepped(inquiry, found)):
        told.append(step)
    if "cause" in inquiries.asked(name):
        told.append(say("lines.no_cause_tested"))
    return told


def readings(name: str, country: str = "PAK") -> str:
    """Each reading of the words with its estimate and what another band would give: of Pakistan,
    whose claims these are. Its verdict and the false ones to expect stand on the face.
    """
    if country != "PAK":
        return say("lines.read_elsewhere")
    several = as_read(name)
    return " ".join(one.told() for one in several) if several else say("lines.read_by_us_alone")


def when(inquiry: Inquiry, found: Weighed) -> str:
    """What can be said of the date; that no year is named, where none is."""
    if inquiry.named is None or not found.dates:
        return say("lines.no_date")
    return say("lines.when", named=inquiry.named, span=SPAN, told=all_dated(inquiry, found))
