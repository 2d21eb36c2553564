"""Do chapters and pages keep to the rules of style, and does each rule see what breaks it?"""

import json

import pytest

from tools import inserts, style
from tools.style import cells, length, pages, prose, verdicts
from tools.style.chapter import Chapter


def test_the_course_keeps_to_its_style():
    """Is there no offence, of which `course check --style` prints the list?"""
    assert not (found := style.offences()), "\n".join(map(str, found))


SOUND = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
START = {
    "cell_type": "code",
    "source": "import course\ncourse.start()",
    "metadata": SOUND,
    "outputs": "Run All Cells",
}


def written(folder, *more, text="# 01\n\n**2 minutes.** A short sentence carries it.", start=START):
    """A chapter called 01-made-up.ipynb of a cell that starts, some prose and more cells."""
    told = [start, {"cell_type": "markdown", "source": text, "metadata": {}}, *more]
    path = folder / "01-made-up.ipynb"
    path.write_text(json.dumps({"cells": told}), encoding="utf-8")
    return Chapter(path)


def code(source, metadata=SOUND):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": []}


WORDS = "word " * 34
WEIGH = 'import course\ncourse.weigh("performance")'
GUESS = 'import course\ncourse.predict("diagnosis-slide")'
WRITE = 'import course\ncourse.verdict("performance")'
ROOM = 'import course\ncourse.predict("room-performance-IDN")'
TOGETHER = "import course\ncourse.synthesis()"
FIGURE = "#figure-performance-choices"
FIVE = " ".join(f"[CG-a{n}](#claim-CG-a{n})" for n in range(1, 6))


@pytest.mark.parametrize(
    ("rule", "chapter", "fault"),
    [
        (
            cells.short,
            {"more": ["import course\n" + "x = 1\n" * 6]},
            "cell 3: 7 lines of at most 6",
        ),
        (
            cells.folded,
            {"more": ["import course\ncourse.map()"], "metadata": {}},
            "cell 3: .*hide-input",
        ),
        (
            cells.folded,
            {"more": ["import course"], "metadata": {"tags": ["hide-input"]}},
            "not folded",
        ),
        (cells.runs_alone, {"more": ["course.map()"]}, "cell 3: .*begin with `import course`"),
        (cells.starts, {"start": START | {"source": "import course"}}, "put course.start.. first"),
        (cells.starts, {"start": START | {"cell_type": "raw"}, "more": [START["source"]]}, "first"),
        (cells.starts, {"start": START | {"outputs": []}}, "course check --write"),
        (
            prose.sentences,
            {"text": f"{WORDS}and word." + " It ends." * 3},
            "36 words in one sentence; cut: word",
        ),
        (
            prose.sentences,
            {"text": "Nineteen words" + " more" * 17 + "."},
            "19.0 words a sentence of at most 18",
        ),
        (prose.prose_carries_it, {"text": "word " * 39}, "39 words for 2 lines of code"),
        (length.length, {"text": "word " * 3_801}, "3801 words .* at most 3800; cut 1, first"),
        (length.length, {"text": "word " * 2_799}, "2799 words .* at least 2800; say more"),
        (prose.minutes, {"text": "**90 minutes.**"}, "says 90 minutes; by its length it takes"),
        (prose.minutes, {"text": "**Some minutes.**"}, "says no minutes"),
        (
            prose.minutes,
            {"text": "**2 minutes.** One.\n\n**Stop here if you have 30 minutes.**"},
            "stops after 30 minutes; by its length it takes 0",
        ),
        (
            prose.minutes_listed,
            {"text": "**2 minutes.** [One](01-made-up.ipynb), 9 minutes."},
            "lists 9 minutes for 01-made-up",
        ),
        (prose.few_claims, {"text": f"# One\n\n{FIVE}"}, "One: 5 claims in a section of at most 4"),
        (prose.claims, {"text": "[CG-z9](#claim-CG-z9)"}, "no claim CG-z9"),
        (prose.claims, {"text": "As CG-a says."}, "write \\[CG-a\\]\\(#claim-CG-a\\)"),
        (prose.cards, {"text": "[it](#term-nothing)"}, "no term nothing"),
        (prose.cards, {"text": "[CG-a](#claim-CG-b)"}, "opens the card of CG-b"),
        (prose.links, {"text": "[there](02-not-there.ipynb)"}, "leads nowhere"),
        (
            verdicts.by_hand,
            {"text": "It *supports* it.", "more": [WEIGH]},
            "'supports' stands besi",
        ),
        (verdicts.by_hand, {"text": "It left this open.", "more": [GUESS, WEIGH]}, "'left this op"),
        (verdicts.by_hand, {"text": "It refutes it.", "more": [WEIGH]}, "'refutes' stands"),
        (
            verdicts.by_hand,
            {"text": "They cannot be told apart.", "more": [WEIGH]},
            "'cannot be told apart' stands",
        ),
        (
            verdicts.by_hand,
            {"text": "The record does not show a fall.", "more": [WEIGH]},
            "'record does not show' stands",
        ),
        (
            verdicts.by_hand,
            {"text": "A difference that the errors can explain.", "more": [WEIGH]},
            "'errors can explain' stands",
        ),
        (
            verdicts.by_hand,
            {"text": "A second source agrees.", "more": [WEIGH]},
            "'second source agrees' stands",
        ),
        (verdicts.by_hand, {"text": "It supports it.", "more": [WRITE]}, "'supports' stands"),
        (verdicts.by_hand, {"text": "It supports it.", "more": [ROOM]}, "'supports' stands"),
        (verdicts.by_hand, {"text": "It supports it.", "more": [TOGETHER]}, "'supports' stands"),
        (verdicts.by_hand, {"text": "It fell by 0.3.", "more": [WEIGH]}, "0.3.*#figure-CARD-size"),
        (verdicts.by_hand, {"text": "In 36 of 45 pairs.", "more": [WEIGH]}, "'36 of 45'.*as=words"),
        (verdicts.agree, {"text": f"[7]({FIGURE})"}, f"'7' is now '9' .{FIGURE}.; run"),
        (verdicts.agree, {"text": "[7](#verdict-no)"}, "leads to no computation; There is no"),
    ],
)
def test_each_rule_sees_what_breaks_it(tmp_path, rule, chapter, fault):
    """Is the place told, what is wrong and the cure,
    and does the rule pass a chapter that keeps to it?
    """
    metadata = chapter.pop("metadata", SOUND)
    more = [code(source, metadata) for source in chapter.pop("more", ())]
    (found,) = rule(written(tmp_path, *more, **chapter))
    assert found.place.startswith("notebooks/01-made-up.ipynb")
    with pytest.raises(AssertionError, match=fault):
        raise AssertionError(str(found))


def test_what_is_no_verdict_of_a_card_passes(tmp_path):
    """May prose quote a card, say what all five verdicts mean, show code,
    and use the words far from a card?
    """
    quoted = "It [supports](#verdict-performance) it by [0.4](#figure-performance-size), `x = 0.5`."
    means = "*Supported*, *contradicted*, *no such change*, or *left open*."
    others = "*A worked calculation.* It is 0.3.\n\n12 % by [it](#work-hood1991)."
    for text in (quoted, means, others, "A [95 % interval](#term-interval)."):
        assert not [*verdicts.by_hand(written(tmp_path, code(WEIGH), text=text))]
    assert not [*verdicts.by_hand(written(tmp_path, text="It supports it."))]


@pytest.mark.parametrize(
    "said",
    [
        "These figures prove the text wrong.",
        "There was no change at all.",
        "The claim remains open.",
        "The record bears the text out.",
        "The text was right about this.",
        "The claim is false.",
        "Nothing has changed since.",
        "Merit stayed as it was.",
        "So the question is still open.",
        "The evidence is inconclusive.",
        "The two measures say the opposite.",
        "That vindicates the text.",
        "The tables are at odds.",
        "It speaks plainly against the claim.",
        "The matter stands unresolved.",
        "The figures neither confirm nor refute it.",
        "It left the whole matter undecided.",
        "The card debunks it.",
        "Experience has proved it true.",
    ],
)
def test_a_verdict_in_other_words_is_one(tmp_path, said):
    """Is a verdict an offence beside a card, in whatever words a hand writes it?"""
    (found,) = verdicts.by_hand(written(tmp_path, code(WEIGH), text=said))
    assert "stands beside a card" in found.fault


def test_what_asks_for_a_verdict_is_none(tmp_path):
    """May prose beside a card ask for a verdict, say how one is reached, and use its words of
    something else?
    """
    for said in (
        "Try to overturn it. What would confirm the claim, and what would refute it?",
        "Say what you would change. The door is open from nine.",
        "A wrong date is no small thing.",
        "Experts had the right to disagree.",
    ):
        assert not [*verdicts.by_hand(written(tmp_path, code(WEIGH), text=said))], said


def test_a_count_beside_a_card_is_quoted_whole():
    """Is each way to say how many do what an offence while a number of it stands by hand, and none
    once the card says both, or where nothing is counted?
    """
    by_hand = {
        "In none of the 25 years.": ["none of the 25"],
        f"In [36]({FIGURE}) of *these* 45 pairs.": ["\N{SECTION SIGN} of these 45"],
        "Four show it, 23 show nothing.": ["Four show", "23 show"],
        f"All [nine]({FIGURE}), or twelve [fair choices](#term-admissible-choice).": [
            "twelve fair choices"
        ],
        "Six read each way, and twelve neither.": ["Six read", "twelve neither"],
        "Not one of them. On nearly all of these.": ["Not one of them", "nearly all of these"],
        "20 in 100 serve the state.": ["20 in 100"],
    }
    for text, found in by_hand.items():
        assert verdicts.counts_by_hand(text) == found, text
    for text in (
        f"In [36]({FIGURE}) of these [45]({FIGURE}) pairs, and [nine]({FIGURE}?as=words) neither.",
        "Three measures, one of them better. Which of the two? Ask in two ways.",
        "About 95 in 100 such bands. *A worked calculation.* 8 of 40.",
        "It found 3 of 12 [there](#work-hood1991).",
    ):
        assert not verdicts.counts_by_hand(text), text


def test_feedback_of_a_card_is_quoted_too(monkeypatch):
    """Is a verdict by hand an offence in an item that opens a card, or speaks of one,
    and in no other?
    """
    told = {"explains": "That the record supports it."}
    items = [
        {"id": name, "kind": "choice", "options": [{"text": "a", "feedback": told["explains"]}]}
        | more
        for name, more in (
            ("opens", {"opens": "performance"}),
            ("speaks", {"weighs": "performance"}),
            ("model", {"opens": "implementation-chain"}),
        )
    ]
    monkeypatch.setattr(verdicts.questions, "chapters", lambda: ["made-up"])
    monkeypatch.setattr(verdicts.data, "text", lambda _: json.dumps({"questions": items}))
    places = [one.place for one in verdicts.feedback_by_hand()]
    assert places == [f"datasets/questions/made-up.yaml, {name}" for name in ("opens", "speaks")]


def test_pages_name_what_is_there(tmp_path, monkeypatch):
    """Is a link that leads nowhere, a path that is lost and a
    figure that nobody measured an offence each?
    """
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "architecture.md").write_text("`hosts/c.js`")
    for page in ("README.md", "CONTRIBUTING.md", "MEASURED.md"):
        (tmp_path / page).write_text(
            "[a](b.md), `course/c.py`, `course/NAME.py`: 12 KB\n"
            "<!-- a -->9 KB<!-- /a -->\n\n## On\n\n3 s\n"
            if page != "MEASURED.md"
            else "3 s"
        )
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    monkeypatch.setattr(pages, "PAGES", [tmp_path / "README.md"])
    told = [str(one) for rule in pages.RULES for one in rule()]
    assert told == [
        "README.md: b.md is not there; add the file or take the link out",
        "CONTRIBUTING.md: course/c.py is not there; say where it is now",
        "docs/architecture.md: hosts/c.js is not there; say where it is now",
        (
            "README.md: '12 KB' does not stand in MEASURED.md; run `course check --measure` or "
            "take it out"
        ),
        "README.md: '12 KB' stands in its first screen; say it further down",
    ]


def test_a_page_that_is_behind_the_data_is_an_offence(tmp_path, monkeypatch):
    """Is what stands between two marks written anew, and nothing beside it?"""
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(inserts, "_PAGES", {"docs/a.md": {"b": lambda: "new"}})
    monkeypatch.setattr(inserts, "_ROOT", tmp_path)
    page = tmp_path / "docs" / "a.md"
    page.write_text("before\n<!-- b -->\n\nold\n\n<!-- /b -->\nafter\n", encoding="utf-8")
    assert [one.place for one in pages.behind()] == ["docs/a.md"]
    inserts.write()
    assert page.read_text(encoding="utf-8") == ("before\n<!-- b -->\n\nnew\n\n<!-- /b -->\nafter\n")
    assert not [*pages.behind()]
