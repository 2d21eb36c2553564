"""Prose cannot contradict a card: a figure or a verdict beside one is written inside a link that
names its computation, and says what that says.
"""

import re
from collections.abc import Iterable, Iterator

from course import lessons
from course.errors import CourseError
from course.hosts import slides
from course.items import kinds, questions, rooms
from course.items.kinds import Item
from course.lessons.computed import COUNTS, told
from course.record import data, written
from tools.style.chapter import Chapter
from tools.style.offence import Offence

__all__ = ["OF_ITEMS", "RULES", "counts_by_hand", "figures_by_hand", "verdicts_by_hand"]

# who is found right or wrong, and what is found so
_WHO = r"\b(?:text|claims?|complaints?|diagnos[ei]s|it|they|this|that)\b"
_IS = (
    r" (?:is|are|was|were|seems?|stands?|turns? out|proves?)(?: to be)?(?: (?:plainly|simply|not))?"
)
_PROVE = r"\bprov(?:es?|ed|en|ing)\b[^.?!]{0,40}"
_STAYS = r"(?:remains?|remained|stays?|stayed|stands?|is|are)"
# Each way to say a verdict by hand. A verdict is said of what was found: "try to refute it" and
# "what would confirm it" are none.
_WORDS = {
    "supports": (
        r"\b(?:support|confirm)(?:s|ed)\b",
        r"\b(?:vindicate|validate|corroborate)[sd]\b|\b(?:verifie[sd]|upholds|upheld)\b",
        r"\b(?:bears?|bore|borne)\b(?: \w+){0,3} out\b",
        rf"{_PROVE}\b(?:right|true|correct)\b",
        rf"{_WHO}{_IS} (?:right|true|correct|proved|proven)\b",
    ),
    "contradicts": (
        r"\b(?:contradict(?:s|ed)|(?:refute|disprove)[sd])\b",
        r"\b(?:rebut(?:s|ted)|belie[sd]|debunk(?:s|ed)|falsifie[sd]|overturn(?:s|ed))\b",
        rf"{_PROVE}\b(?:wrong|false|untrue|mistaken)\b",
        rf"{_WHO}{_IS} (?:wrong|false|untrue|mistaken|unfounded)\b",
        r"\bspeaks? (?:clearly |plainly )?against the (?:text|claim)\b",
    ),
    "no such change": (
        r"\bno (?:such|real) change\b",
        r"\bno (?:change|difference) (?:at all|whatever|whatsoever|of any kind)\b",
        r"\bnothing (?:at all )?(?:has |had )?changed\b",
        r"\b(?:did|does|do|has|have) not (?:really )?changed?(?: at all)\b",
        r"\b(?:stayed|remained|is|was) (?:just |quite )?(?:as it was|unchanged)\b",
        r"\b(?:records?|figures|tables?|indicators?|measures?) (?:does|do|did) not show\b",
    ),
    "leaves open": (
        r"\b(?:leaves?|left)(?: \w+){0,3} (?:open|undecided|unsettled|unresolved)\b",
        rf"\b{_STAYS}(?: \w+)? (?:wide open|undecided|unsettled|unresolved|inconclusive)\b",
        r"\b(?:remains?|remained|stays?|stayed)(?: \w+)? open\b",
        r"\b(?:question|claim|matter|case|verdict|answer)s? (?:is|are) (?:still )?open\b",
        r"\bneither (?:confirm|refute|prove|support|bear)\w*",
        r"\b(?:cannot|can not|could not|not)(?: be)? told apart\b|\bsets? neither apart\b",
        r"\b(?:chance|errors?)\b(?: alone)? (?:can|could|cannot|could not) explain\b",
    ),
    "sources disagree": (
        r"\b(?:second|other) (?:source|measure|table|record)s? agrees?\b",
        r"\b(?:sources?|measures?|tables?|records?)\b[^.?!]*\b(?:disagree|conflict|clash)\b",
        r"\b(?:sources?|measures?|tables?|records?)\b[^.?!]* (?:at odds|say the opposite)\b",
    ),
}
_EXPLAINS = 4  # of the five: who names so many says what the words mean
_FIGURE = re.compile(r"(?<![\w.])[-\N{MINUS SIGN}]?\d+\.\d+|\b\d+ (?:per cent|%)")
_SAID = ("title", "says", "wrong", "ask", "alt")  # what a slide says, to the room or the lecturer
_QUOTED = "\N{SECTION SIGN}"  # where a text quotes a card, while its counts are looked for
_NUMBER = rf"(?:\d+|{_QUOTED}|{'|'.join(COUNTS)})"
# how many choices, countries or years do what: "36 of these 45", "four show", "all eight choices"
_COUNT = re.compile(
    rf"(?<!\w){_NUMBER} of (?:(?:the|these|those|other|all) ){{0,2}}{_NUMBER}(?!\w)"
    rf"|(?<!\w){_NUMBER} (?:(?:fair|admissible) (?:choices|ways)|choices|pairs)\b"
    rf"|(?<!\w){_NUMBER} (?:shows?|reads?|neither)\b"
    r"|\b(?:not one|most|nearly all|almost all) of (?:them|these|those)\b"
    r"|\b(?!95 )\d+ in 100\b",  # 95 in 100 is what every interval is
    re.IGNORECASE,
)
_BARE = re.compile(rf"\d|\b(?:{'|'.join(COUNTS)}|most|nearly|almost)\b", re.IGNORECASE)
_CODE = re.compile(r"`[^`]*`")
# the words of a link to a computation, which are compared, or to a term, which are its name
_LINKED = re.compile(r"\[[^\]\[]*\]\(#(?:verdict|figure|term)-[^)\s]+\)")
_TERM = re.compile(r"\[([^\]\[]*)\]\(#term-[^)\s]+\)")
_CURE = (
    "write it inside a link, as [{said}](#verdict-CARD), [0.1](#figure-CARD-size) or "
    "[9](#figure-CARD-choices), a count in words as [nine](#figure-CARD-choices?as=words), and run "
    "`course check --write`; `course check --quote` does it where a card beside it has the figure"
)


def _passages(text: str) -> list[str]:
    """Paragraphs and entries of lists."""
    return re.split(r"\n\s*\n|\n(?=- )", text)


def _is_its_own(paragraph: str) -> bool:
    """Whether the figures of a paragraph are another work's, or made up to reckon with."""
    return "](#work-" in paragraph or "worked calculation" in paragraph


def figures_by_hand(text: str) -> list[str]:
    """Figures of a text, in order, that stand outside of such links."""
    told = [one for one in _passages(text) if not _is_its_own(one)]
    return _FIGURE.findall(_CODE.sub("", _LINKED.sub("", "\n\n".join(told))))


def counts_by_hand(text: str) -> list[str]:
    """Counts of a text, in order, of which a number stands outside of such links."""
    told = " ".join(one for one in _passages(text) if not _is_its_own(one))
    flat = re.sub(r"[*_\s]+", " ", _CODE.sub("", _LINKED.sub(_QUOTED, _TERM.sub(r"\1", told))))
    found = (count[0] for count in _COUNT.finditer(flat))
    return [one for one in found if _BARE.search(one)]


def verdicts_by_hand(text: str) -> list[str]:
    """Verdicts that stand in a text outside of such links; none of a passage that explains them."""
    flat = re.sub(r"[*_\s]+", " ", _CODE.sub("", _LINKED.sub("", text)))
    found = [
        at[0] for ways in _WORDS.values() if (at := re.search("|".join(ways), flat, re.IGNORECASE))
    ]
    return found if len(found) < _EXPLAINS else []


def _by_hand(text: str) -> list[str]:
    """Verdicts, figures and counts that stand in a text outside of such links."""
    return figures_by_hand(text) + counts_by_hand(text) + verdicts_by_hand(text)


def by_hand(chapter: Chapter) -> Iterator[Offence]:
    for cell in chapter.beside_cards():
        for said in _by_hand(cell.source):
            fault = f"{said!r} stands beside a card, written by hand"
            yield Offence(chapter.at(cell), fault, _CURE.format(said=said))


def _differing(text: str) -> Iterator[tuple[str, str]]:
    """(fault, cure) of each link in a text that does not say what its computation says."""
    for said, address in written.links(text):
        try:
            now = told(address)
        except CourseError as error:
            yield f"{address} leads to no computation", str(error)
            continue
        if said != now:
            yield f"{said!r} is now {now!r} ({address})", "run `course check --write`"


def agree(chapter: Chapter) -> Iterator[Offence]:
    for fault, cure in _differing(chapter.prose):
        yield Offence(chapter.place, fault, cure)


def _feedback(item: Item) -> str:
    """What an item says once it is answered."""
    explained = [why for _, why in kinds.of(item).explained()]
    return " ".join([*explained, *(str(item.get(k, "")) for k in ("feedback", "low", "high"))])


def _of_cards(items: Iterable[Item]) -> Iterator[Item]:
    """Those that open a card, or speak of one."""
    cards = lessons.names("weigh")
    return (one for one in items if {one.get("opens"), one.get("weighs")} & set(cards))


def feedback_by_hand() -> Iterator[Offence]:
    """Asked of the files as they are: what a reader gets has the words of the links alone."""
    for chapter in questions.chapters():
        where = f"datasets/questions/{chapter}.yaml"
        raw = data.parsed(data.text(f"questions-{chapter}"), where)
        for item in _of_cards([*raw["questions"], *raw.get("predictions", [])]):
            for said in _by_hand(_feedback(item)):
                fault = f"{said!r} speaks of a card, written by hand"
                yield Offence(f"{where}, {item['id']}", fault, _CURE.format(said=said))


def slides_by_hand() -> Iterator[Offence]:
    """A slide that shows a card says its verdict in a link, too, and so do the lecturer's notes."""
    cards = lessons.names("weigh")
    for chapter in slides.chapters():
        where = f"datasets/slides/{chapter}.yaml"
        for slide in data.parsed(data.text(f"slides-{chapter}"), where)["slides"]:
            if slide.get("figure") not in cards:
                continue
            for said in verdicts_by_hand(" ".join(str(slide.get(key, "")) for key in _SAID)):
                fault = f"{said!r} stands beside a card, written by hand"
                yield Offence(f"{where}, {slide['title']}", fault, _CURE.format(said=said))


def rooms_by_hand() -> Iterator[Offence]:
    """What a room says before a card is looked at has no verdict of it."""
    for room in rooms.rooms():
        for one in room["weighed"]:
            name = rooms.named(one["card"], one.get("country"))
            asked = one["yardstick"]
            told = [option["feedback"] for option in one["predict"]["options"]]
            told += [option["says"] for option in asked["options"]] + [asked["because"]]
            for found in verdicts_by_hand(" ".join(told)):
                fault = f"{found!r} speaks of a card, written by hand"
                where = f"datasets/questions/rooms.yaml, {name}"
                yield Offence(where, fault, _CURE.format(said=found))


def feedback_agrees() -> Iterator[Offence]:
    for chapter in questions.chapters():
        for fault, cure in _differing(data.text(f"questions-{chapter}")):
            yield Offence(f"datasets/questions/{chapter}.yaml", fault, cure)
    for chapter in slides.chapters():
        for fault, cure in _differing(data.text(f"slides-{chapter}")):
            yield Offence(f"datasets/slides/{chapter}.yaml", fault, cure)


def weighed() -> Iterator[Offence]:
    """Each card that an item speaks of is there."""
    for chapter in questions.chapters():
        for item in questions.of_chapter(chapter):
            card = item.get("weighs")
            if card is not None and card not in lessons.names("weigh"):
                where = f"datasets/questions/{chapter}.yaml, {item['id']}"
                yield Offence(where, f"there is no card {card}", "see datasets/evidence.yaml")


RULES = (by_hand, agree)
OF_ITEMS = (feedback_by_hand, rooms_by_hand, slides_by_hand, feedback_agrees, weighed)
