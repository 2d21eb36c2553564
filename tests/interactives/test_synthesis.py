"""All cards on one page: does it hold what `course check --evidence` prints, and add up?"""

from collections import Counter

import pytest

from course import paper as article
from course.cli import main
from course.evidence import VERDICTS, inquiries
from course.evidence.cards.readings import expected, readings
from course.evidence.cards.table import summed, table
from course.evidence.rates import Rates
from course.evidence.result import TELLING
from course.evidence.weighed import Weighed
from course.interactives.synthesis import synthesis
from course.interactives.twin import twin
from course.interface.held import held
from course.lessons.synthesis import gathered


@pytest.fixture(scope="module")
def content():
    return synthesis().content


def test_each_card_stands_once_under_the_claim_that_it_weighs(content):
    """Is each question under its first claim, in the words that decide it, and nowhere else?"""
    found = {
        (claim["id"], card["question"]) for claim in content["claims"] for card in claim["cards"]
    }
    asked = {
        (inquiries.words(n)["claims"][0], inquiries.words(n)["question"]) for n in inquiries.NAMES
    }
    assert asked == {pair for pair in found if pair[0] != "INT-06"}
    assert len(found) == len(inquiries.NAMES) + 1
    assert len({claim["id"] for claim in content["claims"]}) == len(content["claims"])
    for claim in content["claims"]:
        assert claim["full"] == article.claim(claim["id"])["paraphrase"]


def test_it_counts_the_verdicts_of_the_table(content):
    """Has each claim as many readings of a verdict as the table has lines of it?"""
    lines = [line.split(" | ") for line in table(gathered()).splitlines() if line.startswith("| ")]
    printed = Counter((line[1].split(", ")[0], line[5]) for line in lines[2:])
    assert printed == Counter(
        {(c["id"], verdict): n for c in content["claims"] for verdict, n in c["counts"].items()}
    )
    for claim in content["claims"]:
        told = Counter()
        for card in claim["cards"]:
            for verdict, words in card["verdicts"]:
                told[verdict] += len(words)
        assert told == claim["counts"]


def test_a_card_says_what_would_change_it_its_cause_and_its_error(content):
    """Does each hold all that the table holds, and the sentence that would change it?"""
    cards = {
        card["question"]: dict(card["notes"])
        for claim in content["claims"]
        for card in claim["cards"]
    }
    for name in inquiries.NAMES:
        words, notes = inquiries.words(name), cards[inquiries.words(name)["question"]]
        assert notes["What would change it"] == words["would_change"]
        assert ("Not testable" in notes["The cause"]) == ("cause" in words)
        dates = {one.date for one in readings() if one.card == name}
        assert ("The date" in notes) == (dates != {"The claim names no year."})
        loose = any(one.loose for one in readings() if one.card == name)
        assert ("loosely" in notes["False verdicts to expect"]) == loose
        assert notes["Another band"]


def test_the_false_ones_to_expect_add_up(content):
    """Is the number to expect the sum of the cards' own shares, larger as years go together,
    and does it leave out what has no rate?
    """
    several = gathered()
    told = expected(several)
    assert told.known + told.unknown == len(several)
    assert told.unknown == sum(one.false is None for one in several) > 0
    assert told.persistent == pytest.approx(sum(one.false[1] for one in several if one.false))
    assert 0 < told.independent < told.persistent < told.known
    assert told.given == sum(
        one.false is not None and one.verdict not in ("leaves open", "no such change")
        for one in several
    )
    assert held(summed(several)) in content["about"]
    assert f"{told.persistent:.1f}" in summed(several)


@pytest.mark.parametrize(("held", "wanted"), [((0.01, 0.0), 0.05), ((0.04, 0.02), 0.06)])
def test_both_sides_of_a_rate_add_up(held, wanted):
    """Does a card give a false verdict as often as for the claim and against it together, by
    whichever noise gives more of them?
    """
    assert Weighed(Rates(0.8, 0.02, 0.03, *held), ()).false == pytest.approx(wanted)


def test_the_rate_is_that_of_the_card():
    """Is a reading loose if, and only if, its own card says so, and are shares shares?"""
    for one in gathered():
        assert one.loose == ("hold this verdict loosely" in one.expected)
        if one.false is None and one.verdict in TELLING:
            assert one.loose, f"{one.card}: of a verdict without a rate, the card must say so"
        if one.false is not None:
            assert all(0 <= share <= 1 for share in one.false), one.card


def test_the_twin_and_paper_hold_it_all(content):
    """Do a page without scripts and a sheet show each claim with sign, word and number,
    and each card?
    """
    told = str(twin(synthesis().paper))
    for claim in content["claims"]:
        assert f"“{claim['words']}”" in told
        assert claim["id"] in told
    for kind in content["kinds"]:
        assert kind["sign"] in told
    assert [kind["verdict"] for kind in content["kinds"]] == list(VERDICTS)
    assert told.count("What would change it") == len(inquiries.NAMES) + 1


def test_the_command_prints_the_same(capsys):
    """Does `course check --evidence` end with the same number of false verdicts?"""
    main(["check", "--evidence"])
    assert summed(gathered()) in capsys.readouterr().out
