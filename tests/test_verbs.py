"""The verbs: is whatever is put into their brackets a sentence, and never a traceback?"""

import inspect
import pydoc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import course
from course.errors import CourseError, unknown
from course.record import data
from course.verbs import Notice

VERBS = sorted(course.__all__)
wrong = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.binary(max_size=5)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=5,
) | st.sampled_from(
    [object(), int, len, "x" * 1_000_000, "\ud800", "a\x00b", "../../x", {1}, {"a": set()}]
)
words = st.sampled_from(
    ["name", "item", "country", "sector", "table", "chapter", "dimensions", "self", "given", "x y"]
)


def is_a_sentence(shown):
    said = shown.sentence
    return isinstance(shown, Notice) and said.endswith(".") and "\n" not in said and len(said) < 400


@pytest.mark.thorough
@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(VERBS), st.lists(wrong, max_size=3), st.dictionaries(words, wrong, max_size=2)
)
def test_whatever_is_said_to_a_verb_it_answers_in_a_sentence(verb, values, named):
    """Wrong kinds, unknown keywords, lists, nothing, very long words: a notice of one line,
    or what was asked for?
    """
    shown = getattr(course, verb)(*values, **named)
    assert (
        is_a_sentence(shown) if isinstance(shown, Notice) else hasattr(shown, "_repr_mimebundle_")
    )


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_kind_is_told_with_a_right_call(verb):
    """A list, a number and a keyword that is not there:
    does each sentence show a call that works?
    """
    call = getattr(course, verb)
    for shown in (call(["a"]), call(3), call(b"a"), call(nothing="a"), call("a", "b", "c", 4)):
        assert is_a_sentence(shown)
        assert f"write it so: course.{verb}({call.example})." in shown.sentence


LONG = {"memo", "synthesis"}  # each weighs every claim


@pytest.mark.parametrize(
    "verb",
    [
        pytest.param(verb, marks=[pytest.mark.thorough] * (verb in LONG))
        for verb in sorted(set(VERBS) - {"ask"})
    ],
)
def test_the_call_that_is_shown_works(verb):
    """Is the example that a sentence gives one that can be typed as it stands?
    (`ask` needs an assignment.)
    """
    assert not isinstance(eval(f"course.{verb}({getattr(course, verb).example})"), Notice)


def test_an_argument_may_be_named():
    """Does a keyword from the signature do what its place does?"""
    assert course.weigh("performance", country="KEN") == course.weigh("performance", "KEN")
    assert course.design(sector="tax") == course.design("tax") != course.design()
    assert course.memo(country=None) == course.memo()
    assert course.explore(name="timeline") == course.explore("timeline")


def test_help_shows_the_verb_and_not_its_door():
    """Does help(course.weigh) give its own parameters and words?"""
    for verb in VERBS:
        told = pydoc.plain(pydoc.render_doc(getattr(course, verb)))
        assert f"{verb}{inspect.signature(getattr(course, verb))}" in told
        assert "given" not in str(inspect.signature(getattr(course, verb)))
        assert getattr(course, verb).__doc__.splitlines()[0] in told
    assert str(inspect.signature(course.weigh)) == "(name, country=None)"


@pytest.mark.parametrize("name", [["wgi"], None, 3, {}, b"wgi", "wg", "x" * 10**6])
def test_a_table_of_a_wrong_kind_is_a_sentence(name):
    """And the functions behind the verbs that a chapter shows under the bonnet?"""
    for read in (data.load, data.rows, data.text, data.passport, data.source_line, data.group):
        with pytest.raises(CourseError, match="nearest are"):
            read(name)


def test_a_name_without_end_is_cut():
    """Does a sentence stay a sentence when the wrong name is a book?"""
    assert len(str(unknown("thing", "x" * 10**6, ["a"]))) < 150
