"""A question in QTI 2.1: what is shown, how it earns points, what explains a mistake."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from course.classroom.exports.package import add, number, rubric
from course.classroom.exports.qti21_rules import (
    declare,
    element,
    in_order,
    named,
    near,
    outcome,
    qti,
    stands,
    value,
    variable,
    when,
)

if TYPE_CHECKING:
    from course.items.kinds import Item
    from course.items.kinds.choice import Choice, Option
    from course.items.kinds.essay import ByRubric
    from course.items.kinds.number import Number
    from course.items.kinds.order import Order
    from course.items.kinds.parts import InParts, Part, Placed
    from course.items.kinds.several import Several

__all__ = ["Question"]

_LETTERS_A_WORD = 6
_RIGHT = "whole"  # the explanation of an answer in which nothing is wrong


@dataclass
class Question:
    """One question while its kind fills it (course/items/kinds/standard.py). declared: what is
    answered, before SCORE; body: what is shown; reckoned: how it earns points; told: what explains
    it, by the name under which it was reckoned.
    """

    item: "Item"
    most: float
    declared: list[ET.Element] = field(default_factory=list[ET.Element])
    body: ET.Element = field(default_factory=lambda: ET.Element("itemBody"))
    reckoned: list[ET.Element] = field(default_factory=list[ET.Element])
    told: dict[str, str] = field(default_factory=dict[str, str])
    several: bool = False  # may several explanations be shown at once?

    def _asks(self, tag: str, **attributes: str) -> ET.Element:
        add(self.body, "p", self.item["stem"])
        return add(self.body, tag, responseIdentifier="RESPONSE", **attributes)

    def _answered(self, cardinality: str, base: str, right: Iterable[str] = ()) -> None:
        node = element(
            "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base
        )
        values = list(right)
        if values:
            correct = add(node, "correctResponse")
            for one in values:
                add(correct, "value", one)
        self.declared.append(node)

    def _earns(self, share: float) -> ET.Element:
        return outcome("SCORE", value(number(self.most * share)))

    def _explains(self, name: str) -> ET.Element:
        told = value(name, "identifier")
        if self.several:
            told = element("multiple", variable("FEEDBACK"), told)
        return outcome("FEEDBACK", told)

    def _ends_unanswered(self) -> None:
        nothing = element("isNull", variable())
        self.reckoned.append(when((nothing, element("exitResponse"))))

    def _options(self, options: "Sequence[Option]", most: int) -> list[str]:
        asked = self._asks("choiceInteraction", shuffle="true", maxChoices=str(most))
        names = named("option", options)
        for name, option in zip(names, options, strict=True):
            add(asked, "simpleChoice", option.text, identifier=name)
        return names

    def pick(self, kind: "Choice") -> bool:
        names = self._options(kind.options, 1)
        right = [name for name, o in zip(names, kind.options, strict=True) if o.correct]
        self._answered("single", "identifier", right)
        self.told = {name: o.feedback for name, o in zip(names, kind.options, strict=True)}
        is_right = element("match", variable(), element("correct", identifier="RESPONSE"))
        self.reckoned = [when((is_right, self._earns(1))), outcome("FEEDBACK", variable())]
        return True

    def tick(self, kind: "Several") -> bool:
        names = self._options(kind.parts, 0)
        right = [name for name, o in zip(names, kind.parts, strict=True) if o.correct]
        self._answered("multiple", "identifier", right)
        ticked = [element("member", value(name, "identifier"), variable()) for name in names]
        wrong = [
            element("not", test) if option.correct else test
            for option, test in zip(kind.parts, ticked, strict=True)
        ]
        self._reckon_parts(kind, names, wrong)
        return True

    def place(self, kind: "Placed") -> bool:
        parts, places = named("part", kind.parts), named("place", kind.places)
        asked = self._asks(
            "matchInteraction", shuffle="false", maxAssociations=str(len(kind.parts))
        )
        for names, texts, most in (
            (parts, [part.text for part in kind.parts], "1"),
            (places, kind.places, "0"),
        ):
            one = add(asked, "simpleMatchSet")
            for name, text in zip(names, texts, strict=True):
                add(one, "simpleAssociableChoice", text, identifier=name, matchMax=most)
        pairs = [
            f"{part} {places[kind.places.index(right)]}"
            for part, right in zip(parts, kind.right, strict=True)
        ]
        self._answered("multiple", "directedPair", pairs)
        wrong = [
            element("not", element("member", value(pair, "directedPair"), variable()))
            for pair in pairs
        ]
        self._reckon_parts(kind, parts, wrong)
        return True

    def _reckon_parts(
        self, kind: "InParts[Part] | InParts[Option]", names: list[str], wrong: list[ET.Element]
    ) -> None:
        """All points if no part is wrong, half if one is; each wrong part is explained."""
        self.several = True
        self.told = {_RIGHT: kind.whole} | {
            name: f"“{part.text}”: {part.feedback}"
            for name, part in zip(names, kind.parts, strict=True)
        }
        self._ends_unanswered()
        for name, is_wrong in zip(names, wrong, strict=True):
            one_more = element("sum", variable("WRONG"), value("1"))
            self.reckoned.append(when((is_wrong, outcome("WRONG", one_more), self._explains(name))))
        none, one = (
            element("equal", variable("WRONG"), value(slips), toleranceMode="exact")
            for slips in "01"
        )
        self.reckoned.append(
            when((none, self._earns(1), self._explains(_RIGHT)), (one, self._earns(0.5)))
        )

    def arrange(self, kind: "Order") -> bool:
        """Steps are named as they are shown, since their own numbers would be the key."""
        asked = self._asks("orderInteraction", shuffle="false")
        names = {step: f"step-{place}" for place, step in enumerate(kind.shown, 1)}
        for step in kind.shown:
            add(asked, "simpleChoice", kind.parts[step].text, identifier=names[step])
        right = [names[step] for step, _ in enumerate(kind.parts)]
        self._answered("ordered", "identifier", right)
        self.told = {_RIGHT: kind.whole} | {
            names[step]: f"“{part.text}”: {part.feedback}" for step, part in enumerate(kind.parts)
        }
        swapped = [
            [*right[:at], right[at + 1], right[at], *right[at + 2 :]]
            for at in range(len(right) - 1)
        ]
        nearly = [element("match", variable(), in_order(one)) for one in swapped]
        self._ends_unanswered()
        self.reckoned.append(
            when(
                (element("match", variable(), in_order(right)), self._earns(1)),
                (element("or", *nearly), self._earns(0.5)),
            )
        )
        first_wrong = [
            (element("not", stands(name, at)), self._explains(name))
            for at, name in enumerate(right, 1)
        ]
        self.reckoned.append(when(*first_wrong, other=[self._explains(_RIGHT)]))
        return True

    def number(self, kind: "Number") -> bool:
        add(self.body, "p", self.item["stem"])
        asked = add(self.body, "p")
        gap = add(asked, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="12")
        gap.tail = f" {kind.unit}" if kind.unit else None
        self._answered("single", "float", [number(kind.right)])
        traps = named("trap", kind.traps)
        self.told = {_RIGHT: kind.whole, "low": kind.low, "high": kind.high} | {
            name: trap.feedback for name, trap in zip(traps, kind.traps, strict=True)
        }
        caught = [
            (near(trap.value, trap.tolerance), self._explains(name))
            for name, trap in zip(traps, kind.traps, strict=True)
        ]
        is_low = element("lt", variable(), value(number(kind.right)))
        is_right = near(kind.right, kind.tolerance)
        self._ends_unanswered()
        self.reckoned.append(
            when(
                (is_right, self._earns(1), self._explains(_RIGHT)),
                *caught,
                (is_low, self._explains("low")),
                other=[self._explains("high")],
            )
        )
        return True

    def write(self, kind: "ByRubric[Any]") -> bool:
        length = str((kind.words or 0) * _LETTERS_A_WORD or 1000)
        self._asks("extendedTextInteraction", expectedLength=length)
        self._answered("single", "string")
        add(self.body, "rubricBlock", view="candidate scorer").append(rubric(kind.rubric))
        return True

    def root(self) -> ET.Element:
        """The whole file."""
        name = self.item["id"]
        root = qti(
            "assessmentItem", identifier=name, title=name, adaptive="false", timeDependent="false"
        )
        root.extend(self.declared)
        for points, first in (("SCORE", 0), ("MAXSCORE", self.most)):
            declare(root, points, first)
        if self.several:
            declare(root, "WRONG", 0)
        if self.told:
            add(
                root,
                "outcomeDeclaration",
                identifier="FEEDBACK",
                cardinality="multiple" if self.several else "single",
                baseType="identifier",
            )
        root.append(self.body)
        if self.reckoned:
            root.append(element("responseProcessing", *self.reckoned))
        for told, text in self.told.items():
            shown = {"outcomeIdentifier": "FEEDBACK", "showHide": "show", "identifier": told}
            add(add(root, "modalFeedback", **shown), "p", text)
        return root
