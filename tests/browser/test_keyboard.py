"""Can chapter 01 be done from start to end by keyboard alone?"""

import json

import pytest

MOST_TABS = 260


class Keys:
    """Tabs through the page and says where the focus is."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def here(self):
        return self.page.evaluate(
            "() => { const e = document.activeElement; return e.dataset.control ?? "
            "e.getAttribute('href') ?? '' }"
        )

    def tab_to(self, control):
        """Tab forward until the focus is on `control`; it must come before the keys run out."""
        for _ in range(MOST_TABS):
            self.press("Tab")
            self.pressed += 1
            if self.here() == control:
                return self
        raise AssertionError(f"{control} cannot be reached with Tab")

    def unfold(self, control):
        """From the one control above a scene, or on a card:
        open the fold below it that holds another.
        """
        holds = (
            "document.activeElement.matches('.sf summary') && "
            f"document.activeElement.parentElement.querySelector(\"[data-control='{control}']\") "
            "!== null"
        )
        for _ in range(12):  # a Play button stands between, and on a card other folds
            self.press("Tab")
            self.pressed += 1
            if self.page.evaluate(holds):
                self.press("Enter")
                return
        raise AssertionError("What is folded below the scene cannot be reached with Tab")

    def type(self, text):
        self.page.keyboard.type(text)
        return self


def predict(keys, item, answer):
    keys.tab_to(item)
    if answer is None:
        keys.press("ArrowDown")  # radio buttons: an arrow chooses
    else:
        keys.type(answer)
    keys.tab_to(f"{item}-commit").press("Enter")


def move(keys, control, *pressed):
    """Move a control with a real key; does the sentence above its chart change?"""
    keys.tab_to(control)
    title = "document.activeElement.closest('.sf-figure').querySelector('.sf-title').textContent"
    before = keys.page.evaluate(title)
    keys.press(*pressed)
    keys.page.wait_for_timeout(150)
    assert keys.page.evaluate(title) != before, f"{control} does not answer to {pressed}"


def turn_and_check(keys, item):
    """Check the answer, and turn to the next question if there is one."""
    keys.tab_to(f"{item}-check").press("Enter")
    keys.page.wait_for_timeout(100)
    said = keys.page.evaluate(
        "() => document.activeElement.closest('form').querySelector('.sf-verdict').textContent"
    )
    assert len(said) > 30, f"{item} explained nothing"
    keys.tab_to("next").press("Enter")


@pytest.mark.nightly
def test_the_chapter_by_keyboard_alone(reader):
    """A card, four predictions, eight controls, nine questions, a paragraph:
    all with real key presses?
    """
    # as for a reader who answered nothing yet
    (reader.served.folder / "answers.jsonl").unlink(missing_ok=True)
    page = reader.open().alive(open_all=False).page
    keys = Keys(page)
    keys.tab_to("#claim-CG-01")
    card = page.locator(".sf-pop")
    assert "CG-01" in card.inner_text()
    keys.press("Enter")
    assert card.is_visible(), "Enter on a link must leave its card open"
    keys.press("Escape")
    assert card.is_hidden()

    predict(keys, "classic-ladder", "60")
    move(keys, "span", "ArrowRight", "ArrowRight")
    keys.unfold("loss")
    move(keys, "loss", "ArrowLeft", "ArrowLeft")
    move(keys, "supervision", "Space")
    predict(keys, "classic-half", "20")
    move(keys, "clearances", "ArrowRight", "ArrowRight")
    keys.unfold("p")
    move(keys, "p", "ArrowRight", "ArrowRight")
    predict(keys, "classic-one-rule", None)
    move(keys, "spread", *["ArrowLeft"] * 6)
    keys.unfold("shortfall")
    move(keys, "shortfall", *["ArrowLeft"] * 8)
    predict(keys, "classic-changes", None)
    move(keys, "compare", "ArrowDown", "ArrowDown")
    keys.unfold("since")
    move(keys, "since", "ArrowDown", "ArrowDown")

    for item, act in {
        "classic-cipher": ["ArrowDown"],
        "classic-link": ["Space"],
        "classic-chain": ["3", "6"],
        "classic-parts": ["Space"],
        "classic-when": None,
        "classic-path": ["Enter"],
        "classic-crossing": ["3", ".", "4", "6"],
        "classic-services": None,
        "classic-between": ["Space"],
    }.items():
        keys.tab_to(item)
        if act is None:  # six lists, each with its own choice
            for i in range(6):
                keys.press("ArrowDown")
                if i < 5:
                    keys.tab_to(item)
        else:
            keys.press(*act)
        turn_and_check(keys, item)
    keys.tab_to("classic-books").press("Space")
    keys.tab_to("classic-books-check").press("Enter")
    keys.tab_to("classic-flood").type("Nobody failed, and so the chain did.")
    keys.tab_to("classic-flood-keep").press("Enter")
    page.get_by_text("Kept in your answers file.").last.wait_for()

    file = reader.served.folder / "answers.jsonl"
    kept = {json.loads(line)["item"] for line in file.read_text(encoding="utf-8").splitlines()}
    asked = {
        "ladder", "half", "one-rule", "changes", "cipher", "link", "chain", "parts", "when",
        "path",
    }  # fmt: skip
    asked |= {"crossing", "services", "between", "books", "flood"}
    assert {f"classic-{word}" for word in asked} <= kept
