"""The specimen assignments: do they ask what was taught, anew, fairly,
and so that another draw is as good?
"""

from itertools import combinations, product

import pytest
import yaml

from course import _places, capstone, paper
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import drawing
from course.evidence.inquiries.shared.countries import NEIGHBOURS
from course.items import kinds, questions
from course.record import data
from tools.blueprint import report

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))
FOUND = {path.stem: assignments.read(path) for path in KEYS}
ORDINALS = ("first", "second", "third", "fourth", "fifth")
ITEMS = [item for one in FOUND.values() for item in one.items()]
CHOICES = [item for item in ITEMS if item["kind"] == "choice"]
ESSAYS = [item for item in ITEMS if item["kind"] == "essay"]
RAW = [
    item for path in KEYS for item in yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
]
DRAWN = [item for item in RAW if "draw" in item]


def place(item):
    return next(i for i, option in enumerate(item["options"]) if option.get("correct"))


def every_draw(item):
    """The item filled with each combination of what it may be drawn from."""
    among = item["draw"]["among"]
    for values in product(*among.values()):
        told = dict(zip(among, values, strict=True))
        yield drawing.filled({**item, "draw": {**item["draw"], "drawn": told}}, "a test")


def test_each_item_rests_on_claims_of_the_text(subtests):
    """And on each only once?"""
    for item in ITEMS:
        with subtests.test(item["id"]):
            assert len(set(item["claims"])) == len(item["claims"])
            for claim in item["claims"]:
                paper.claim(claim)


def test_there_are_five_and_their_ids_tell_which():
    """Are all chapters of the paradigms and of Pakistan covered,
    and does an item's id say whose it is?
    """
    assert [name[0] for name in FOUND] == list("12345")
    covered = [chapter for one in FOUND.values() for chapter in one.covers]
    assert covered == ["01", "02", "03", "04", "05", "06", "07", "09"]
    for ordinal, one in zip(ORDINALS, FOUND.values(), strict=True):
        for item in one.items():
            assert item["id"].startswith(f"{ordinal}-") or item["id"] == "policy-memo"


def test_kinds_are_mixed_and_some_keys_are_drawn(subtests):
    """7 or 8 questions of several kinds, two of them drawn, and one task;
    in the capstone two or three before the memo?
    """
    for one in FOUND.values():
        with subtests.test(one.name):
            kinds = [item["kind"] for item in one.questions]
            if [task["kind"] for task in one.tasks] == ["memo"]:
                assert len(kinds) in {2, 3}
            else:
                assert [task["kind"] for task in one.tasks] == ["essay"]
                assert len(kinds) in {7, 8}
                assert (
                    sum(item["kind"] == "number" and "draw" in item for item in one.questions) >= 2
                )
            assert kinds.count("choice") <= len(kinds) / 2
            assert len(set(kinds)) >= 3
            assert all(1 <= one.points(item["id"]) <= 3 for item in one.questions)


def test_each_objective_is_asked_for(subtests):
    """Is none on the list that no item asks for?"""
    for one in FOUND.values():
        with subtests.test(one.name):
            assert {item["objective"] for item in one.items()} == set(one.objectives)


def test_the_key_has_no_favourite_line(subtests):
    """Could a student who always ticks the same line get more than
    half of an assignment's plain choices?
    """
    for one in FOUND.values():
        with subtests.test(one.name):
            places = [place(item) for item in one.questions if item["kind"] == "choice"]
            assert len(places) < 2 or max(map(places.count, places)) <= len(places) / 2, (
                f"{one.name}: lines {places}"
            )


def test_the_key_is_not_known_by_its_length_or_line():
    """Over all assignments: is the right option the longest, or the shortest, or in one line,
    no more often than by luck?
    """
    longest = shortest = 0
    for item in CHOICES:
        lengths = [len(option["text"]) for option in item["options"]]
        longest += lengths[place(item)] == max(lengths)
        shortest += lengths[place(item)] == min(lengths)
        assert max(lengths) <= 1.5 * min(lengths), (
            f"{item['id']}: its options differ much in length"
        )
    assert max(longest, shortest) <= len(CHOICES) / 3, (longest, shortest)
    places = [place(item) for item in CHOICES]
    assert max(map(places.count, places)) <= len(places) / 2


@pytest.mark.parametrize("kind", ["classify", "several"])
def test_no_part_is_right_by_default(kind):
    """Does each group hold a statement, and is there something to leave unticked?"""
    for item in (item for item in ITEMS if item["kind"] == kind):
        if kind == "classify":
            assert {s["group"] for s in item["statements"]} == set(item["groups"]), item["id"]
        else:
            assert (
                0 < sum(o.get("correct", False) for o in item["options"]) < len(item["options"])
            ), item["id"]


def test_no_question_was_asked_before():
    """Is each stem new beside the chapters, the bank and the other assignments?"""
    known = [i["stem"] for c in questions.chapters() for i in questions.of_chapter(c)]
    known += [i["stem"] for i in questions.predictions().values()]
    known += [i["stem"] for i in questions.bank()]
    stems = [item["stem"] for item in ITEMS]
    assert len(known) > 150
    assert len(set(stems)) == len(stems)
    assert not set(stems) & set(known)


def test_every_draw_makes_a_good_question(subtests):
    """Whatever init draws: another stem, another key,
    and no mistake that would count as right or pass for another?
    """
    for item in DRAWN:
        with subtests.test(item["id"]):
            made = list(every_draw(item))
            assert len(made) >= 3
            assert len({one["stem"] for one in made}) == len(made), (
                "the stem does not tell what was drawn"
            )
            for one in made:
                told = one["draw"]["drawn"]
                assert kinds.of(one).score(one["answer"]) == 1
                values = [trap["value"] for trap in one["traps"]]
                for trap in one["traps"]:
                    assert kinds.of(one).score(trap["value"]) == 0, (
                        told,
                        trap["value"],
                        one["answer"],
                    )
                    assert kinds.of(one).feedback(trap["value"]) == [trap["feedback"]], (
                        told,
                        values,
                    )
                assert kinds.of(one).feedback(1e9) == [one["high"]]
                assert kinds.of(one).feedback(-1e9) == [one["low"]]
            for one, other in combinations(made, 2):
                assert kinds.of(one).score(other["answer"]) == 0, (
                    one["draw"]["drawn"],
                    other["draw"]["drawn"],
                )


SENSIBLE = {
    "asked-twice": (1, 99), "counted": (101, 300), "share": (1, 50), "unfrozen": (1, 99),
    "decisive": (1, 99),
    "kept": (0.5, 100), "empty": (1, 50), "estimate": (-3, 3), "change": (-3, 3),
}  # fmt: skip


def test_every_key_is_of_a_sensible_size(subtests):
    """A share between none and all, a score within the scale?"""
    for item in DRAWN:
        with subtests.test(item["id"]):
            low, high = SENSIBLE[item["draw"]["by"]]
            assert all(low <= one["answer"] <= high for one in every_draw(item))


def test_keys_that_can_be_had_by_hand():
    """Do recipes agree with the arithmetic, done here without the models?"""
    keys = {
        item["id"]: {
            tuple(one["draw"]["drawn"].values()): one["answer"] for one in every_draw(item)
        }
        for item in DRAWN
    }
    assert keys["first-twice"][16, 85] == round(100 * (1 - 0.15**2) ** 16)
    assert keys["second-files"][0.2, 0.5] == 140  # 1 + b / (m (1 - kappa)) times 100
    assert keys["second-share"]["PAK", 25] == round(100 * 20 / (20 + 80 * 1.25), 1)
    assert keys["third-frozen"][6, 3] == round(100 * (5 / 7 - 2 / 4))
    assert keys["third-decisive"][10, 3] == round(100 * 126 * 0.3**4 * 0.7**5)
    assert keys["fourth-rivals"][5, 300] == 300 / 25
    assert keys["fourth-empty"]["2022-23",] == round(100 * (710808 - 590585) / 710808, 1)
    assert keys["first-interval"]["PAK", 2023] == pytest.approx(-0.578 - 1.96 * 0.253, abs=0.005)


@pytest.mark.thorough
def test_the_memo_page_and_the_key_quote_the_same_interval():
    """Is what a student reads in chapter 09 what the key of the
    capstone's number was computed from?
    """
    item = next(one for one in DRAWN if one["id"] == "fifth-overturn")
    for one in every_draw(item):
        told = one["draw"]["drawn"]
        figure = next(
            f
            for f in capstone.figures(told["country"])
            if f["key"] == f"performance:{told['indicator']}"
        )
        ends = [
            abs(float(end.replace("\N{MINUS SIGN}", "-")))
            for end in figure["interval"].replace("\xa0", " ").split(" to ")
        ]
        assert one["answer"] == pytest.approx(min(ends))


def test_an_essay_may_be_set_of_any_of_the_five(subtests):
    """250 to 350 words, on a country for which the cards have figures,
    and does the stem name it?
    """
    for item in ESSAYS:
        with subtests.test(item["id"]):
            assert 250 <= item["words"] <= 350
            assert item["draw"]["among"] == {"country": list(NEIGHBOURS)}
            assert NEIGHBOURS[item["draw"]["drawn"]["country"]] in item["stem"]


def test_the_tables_that_essays_ask_for_know_the_five(subtests):
    """Has each neighbour rows there?"""
    for table in ["wgi", "wwbi", "vdem-v15"]:
        with subtests.test(table):
            assert set(NEIGHBOURS) <= set(data.load(table)["iso3"])


def test_a_marker_can_tell_levels_apart(subtests):
    """Are no two levels of a rubric alike, and each a sentence?"""
    for one in FOUND.values():
        with subtests.test(one.name):
            for task in one.tasks:
                levels = [level for row in task["rubric"] for level in row["levels"]]
                assert len(set(levels)) == len(levels)
                assert all(level.endswith(".") for level in levels)


def test_the_memo_is_marked_by_the_rubric_of_its_page():
    """Do student and marker have the same four lines?"""
    (task,) = FOUND["5-policy-memo"].tasks
    rated = yaml.safe_load(data.text("memo"))["rubric"]
    assert task["rubric"] == [{"criterion": row["title"], "levels": row["levels"]} for row in rated]


def test_stems_are_plain_text(subtests):
    """Is there no Markdown and no brace that a page would show as it is?"""
    for item in ITEMS:
        with subtests.test(item["id"]):
            assert not set(item["stem"]) & set("*`{}[]_")


def test_the_instructors_table_says_what_they_ask():
    """Does the README give each assignment's questions and points as the keys have them?"""
    told = (KEYS[0].parent.parent / "README.md").read_text(encoding="utf-8")
    for name, one in FOUND.items():
        (row,) = (line for line in told.splitlines() if line.startswith(f"| `{name}` |"))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[1] == ", ".join(one.covers)
        assert (int(cells[2].split()[0]), int(cells[4])) == (len(one.questions), one.most)


def test_the_blueprint_counts_them():
    """Is each assigned item a row of the blueprint?"""
    told = report()
    assert all(f"| {item['id']} |" in told for item in ITEMS)
    assert f"ask {sum(len(one.questions) for one in FOUND.values())} more questions" in told
