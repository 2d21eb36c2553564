"""Is a room what happened to it, and nothing else?"""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import _places
from course.items import questions, situations
from course.live import asked
from course.live.state import MOST_PHONES, RefusedError, Room, Stage

GUIDE = (_places.root() / "docs" / "instructors-guide.md").read_text(encoding="utf-8")
ITEMS = {name: one.public for name, one in asked.everything().items()}
SOME = ["classic-one-rule", "classic-half", "classic-ladder", "desk-first-hamlet"]
PHONES = [f"{n:032x}" for n in range(4)]
ANSWERS = st.one_of(
    st.integers(-2, 4), st.floats(), st.none(), st.booleans(), st.sampled_from(["", "a"]),
    st.lists(st.integers(0, 3), max_size=4),
)  # fmt: skip
EVENTS = st.one_of(
    st.fixed_dictionaries({"event": st.just("ask"), "question": st.sampled_from([*SOME, "x", 1])}),
    st.fixed_dictionaries(
        {
            "event": st.just("vote"),
            "phone": st.sampled_from([*PHONES, "", "Ali Khan", 7]),
            "round": st.integers(0, 5),
            "answer": ANSWERS,
        }
    ),
    st.sampled_from(["close", "talk", "again", "show", "rest", "nothing"]).map(
        lambda what: {"event": what}
    ),
    st.just({"event": None}),
    st.just({}),
)


def room():
    return Room(ITEMS)


def happened(made, *events):
    for event in events:
        made.apply(event)
    return made


def vote(phone, answer, number=1):
    return {"event": "vote", "phone": PHONES[phone], "round": number, "answer": answer}


ASK = {"event": "ask", "question": "classic-one-rule"}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EVENTS, max_size=40))
def test_replay_is_live(events):
    """Whatever is tried in whatever order: do the events that happened give the same room again,
    and changed those that were refused nothing?
    """
    live, kept = room(), []
    for event in events:
        before = copy.deepcopy((live.stage, live.rounds))
        try:
            live.apply(event)
        except RefusedError:
            assert (live.stage, live.rounds) == before
        else:
            kept.append(event)
    assert happened(room(), *kept) == live
    assert all(one.number == n for n, one in enumerate(live.rounds, 1))


@given(st.permutations([vote(n, n % 3) for n in range(4)]))
def test_the_order_of_votes_changes_no_count(votes):
    """Does it matter who was first?"""
    made = happened(room(), ASK, *votes)
    assert made.rounds[0].answers == {PHONES[n]: n % 3 for n in range(4)}


def test_a_phone_votes_once_and_again_after_the_talk():
    """Does the first answer count, until the lecturer asks again?"""
    made = happened(room(), ASK, vote(0, 1))
    with pytest.raises(RefusedError, match=r"live\.first_counts"):
        made.apply(vote(0, 2))
    happened(made, {"event": "talk"}, {"event": "again"}, vote(0, 2, 2))
    assert [one.answers for one in made.votes()] == [{PHONES[0]: 1}, {PHONES[0]: 2}]
    assert [one.vote for one in made.votes()] == [1, 2]


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (vote(0, 9), "live.no_answer"),
        (vote(0, True), "live.no_answer"),
        (vote(0, float("nan")), "live.no_answer"),
        (vote(0, 1, 2), "live.not_open"),
        ({**vote(0, 1), "phone": "Ali Khan"}, "live.no_phone"),
        ({"event": "ask", "question": "nobody"}, "live.no_such_question"),
        (ASK, "live.close_first"),
        ({"event": "show"}, "live.not_now"),
        ({"event": "again"}, "live.not_now"),
        ({"event": "rest"}, "live.not_now"),
        ({"event": "__class__"}, "live.no_such_thing"),
    ],
)
def test_what_may_not_happen_is_refused(event, key):
    """Is each told by a sentence of its own?"""
    with pytest.raises(RefusedError) as told:
        happened(room(), ASK).apply(event)
    assert told.value.key == key


def test_a_third_vote_is_none():
    """Has a question two votes, and then a new round?"""
    made = happened(room(), ASK, {"event": "talk"}, {"event": "again"}, {"event": "close"})
    for what in ("talk", "again"):
        with pytest.raises(RefusedError):
            made.apply({"event": what})
    assert happened(made, ASK).rounds[-1].vote == 1


def test_a_room_has_an_end():
    """Is the hall full at some number of phones, and nothing counted after the hour?"""
    made = happened(room(), ASK)
    made.rounds[0].answers.update({f"{n:032x}": 0 for n in range(100, 100 + MOST_PHONES)})
    with pytest.raises(RefusedError, match=r"live\.room_full"):
        made.apply(vote(0, 1))
    happened(made, {"event": "end"})
    assert made.stage is Stage.ENDED
    with pytest.raises(RefusedError, match=r"live\.ended"):
        made.apply(ASK)


def test_everything_can_be_asked():
    """Each prediction, choice, several, number and order of each chapter, and each situation, and
    is no key among what a phone gets?
    """
    kinds = {one.public["kind"] for one in asked.everything().values()}
    assert kinds == {"choice", "several", "number", "estimate", "order"}
    assert sum(one.part == "situations" for one in asked.everything().values()) == 12
    files = {questions.title(chapter) for chapter in questions.chapters()}
    sittings = {situations.sitting(name)["title"] for name in situations.SITTINGS}
    assert set(asked.groups()) == files | sittings
    allowed = {"id", "kind", "stem", "shown", "options", "unit", "line", "step", "steps"}
    for one in asked.everything().values():
        assert set(one.public) <= allowed
        for part in [*one.public.get("options", []), *one.public.get("steps", [])]:
            assert set(part) == {"text"}
        made = happened(room(), {"event": "ask", "question": one.id})
        assert made.now.question == one.id


def test_the_plans_ask_what_there_is():
    """Does each seminar of the guide name questions that are there, by the minute?"""
    for plan in asked.plans():
        minutes = [step["minute"] for step in plan["steps"]]
        assert minutes == sorted(minutes)
        assert {step["question"] for step in plan["steps"]} <= set(asked.everything())
        part = GUIDE.split(f"\n## {plan['title']}\n")[1].split("\n## ")[0]
        named = ", ".join(f"{step['minute']} `{step['question']}`" for step in plan["steps"])
        assert f"minute {named}." in part
