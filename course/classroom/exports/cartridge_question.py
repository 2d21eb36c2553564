"""A question in QTI 1.2.1 as a Common Cartridge carries it: one of several, all that are right, or
an essay.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from course.classroom.exports.package import add, rubric

if TYPE_CHECKING:
    from course.items.kinds import Item
    from course.items.kinds.choice import Choice
    from course.items.kinds.essay import ByRubric
    from course.items.kinds.number import Number
    from course.items.kinds.order import Order
    from course.items.kinds.parts import Placed
    from course.items.kinds.several import Several

__all__ = ["Question", "fields"]

_ANSWER = "response"
_MOST_WEIGHT = 99  # a cartridge's weights are whole numbers from 1


def fields(parent: ET.Element, **values: str) -> None:
    """What a cartridge says of a question or of the whole, label by label."""
    told = add(parent, "qtimetadata")
    for label, entry in values.items():
        one = add(told, "qtimetadatafield")
        add(one, "fieldlabel", label)
        add(one, "fieldentry", entry)


def _says(parent: ET.Element, text: str, *more: ET.Element) -> None:
    """A paragraph, and what stands under it, as HTML: which a cartridge holds as text."""
    first = ET.Element("p")
    first.text = text
    html = "".join(ET.tostring(node, encoding="unicode", method="html") for node in (first, *more))
    add(add(parent, "material"), "mattext", html, texttype="text/html")


@dataclass
class Question:
    """One question while its kind fills it (course/items/kinds/standard.py). made: the questions of
    the cartridge that it becomes.
    """

    item: "Item"
    points: int
    made: list[ET.Element] = field(default_factory=list[ET.Element])

    def _begin(self, profile: str, weight: int, part: int = 0, **more: str) -> ET.Element:
        name = f"{self.item['id']}-part-{part}" if part else str(self.item["id"])
        root = ET.Element("item", {"ident": name, "title": name})
        weight = min(max(weight, 1), _MOST_WEIGHT)
        fields(
            add(root, "itemmetadata"),
            cc_profile=f"cc.{profile}.v0p1",
            cc_weighting=str(weight),
            **more,
        )
        self.made.append(root)
        return root

    def _choice(self, root: ET.Element, stem: str, texts: Sequence[str], many: str) -> list[str]:
        """Ask; returns the names of the options."""
        shown = add(root, "presentation")
        _says(shown, stem)
        asked = add(shown, "response_lid", ident=_ANSWER, rcardinality=many)
        choices, names = add(asked, "render_choice", shuffle="Yes"), list[str]()
        for place, text in enumerate(texts, 1):
            names.append(f"option-{place}")
            _says(add(choices, "response_label", ident=names[-1]), text)
        return names

    def pick(self, kind: "Choice") -> bool:
        options = [(option.text, option.feedback) for option in kind.options]
        right = next(place for place, option in enumerate(kind.options) if option.correct)
        self._one_of(self.item["stem"], options, right, self.points)
        return True

    def place(self, kind: "Placed") -> bool:
        """A question for each part, worth a point."""
        for number, (part, right) in enumerate(zip(kind.parts, kind.right, strict=True), 1):
            options = [(place, part.feedback) for place in kind.places]
            stem = f"{self.item['stem']} ({number}) {part.text}"
            self._one_of(stem, options, kind.places.index(right), 1, part=number)
        return True

    def _one_of(
        self, stem: str, options: Sequence[tuple[str, str]], right: int, weight: int, part: int = 0
    ) -> None:
        """options: the text of each, and what explains it."""
        root = self._begin("multiple_choice", weight, part)
        names = self._choice(root, stem, [text for text, _ in options], "Single")
        process = _processing(root)
        for name in names:
            add(_when(process, "Yes"), "varequal", name, respident=_ANSWER)
            _shows(process, name)
        add(_when(process, "No"), "varequal", names[right], respident=_ANSWER)
        _scores(process)
        _explained(root, {name: told for name, (_, told) in zip(names, options, strict=True)})

    def tick(self, kind: "Several") -> bool:
        """All points for exactly the right ones."""
        root = self._begin("multiple_response", self.points)
        names = self._choice(root, self.item["stem"], [o.text for o in kind.parts], "Multiple")
        process = _processing(root)
        for name in names:
            add(_when(process, "Yes"), "varequal", name, respident=_ANSWER)
            _shows(process, name)
        exactly = add(_when(process, "No"), "and")
        for name, option in zip(names, kind.parts, strict=True):
            within = exactly if option.correct else add(exactly, "not")
            add(within, "varequal", name, respident=_ANSWER)
        _scores(process)
        told = [option.feedback for option in kind.parts]
        _explained(root, dict(zip(names, told, strict=True)))
        return True

    def write(self, kind: "ByRubric[Any]") -> bool:
        root = self._begin("essay", self.points, qmd_computerscored="No")
        shown = add(root, "presentation")
        _says(shown, self.item["stem"], rubric(kind.rubric))
        asked = add(shown, "response_str", ident=_ANSWER, rcardinality="Single")
        add(add(asked, "render_fib"), "response_label", ident="text")
        add(_when(_processing(root), "No"), "other")
        return True

    def number(self, kind: "Number") -> bool:  # noqa: ARG002 a cartridge compares letters alone
        return False

    def arrange(self, kind: "Order") -> bool:  # noqa: ARG002 a cartridge has no order
        return False


def _processing(root: ET.Element) -> ET.Element:
    process = add(root, "resprocessing")
    limits = {"minvalue": "0", "maxvalue": "100"}
    add(add(process, "outcomes"), "decvar", varname="SCORE", vartype="Decimal", **limits)
    return process


def _when(process: ET.Element, go_on: str) -> ET.Element:
    """A new condition; "Yes" lets those after it be tried too."""
    return add(add(process, "respcondition", **{"continue": go_on}), "conditionvar")


def _shows(process: ET.Element, name: str) -> None:
    add(process[-1], "displayfeedback", feedbacktype="Response", linkrefid=f"{name}-told")


def _scores(process: ET.Element) -> None:
    add(process[-1], "setvar", "100", action="Set", varname="SCORE")


def _explained(root: ET.Element, told: dict[str, str]) -> None:
    for name, text in told.items():
        _says(add(add(root, "itemfeedback", ident=f"{name}-told"), "flow_mat"), text)
