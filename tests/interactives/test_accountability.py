"""Who answers to whom: does every line rest on something that is there, is each drawn clear of
words, and is a file refused in a sentence?
"""

import itertools
import re
from functools import cache

import pytest

import course
from course import paper
from course.charts import signs
from course.charts.accountability import layout
from course.charts.accountability.svg import svg
from course.charts.pictures.marks import TEXT
from course.cli import main
from course.errors import CourseError
from course.evidence import cases
from course.interactives.accountability import accountability
from course.interactives.paper import Pictured

OVER = "pakistan over classic"
STATES = [*paper.states(), OVER]


@cache
def everything():
    """All maps: laid out once, when the first test asks, and not by whoever collects."""
    return accountability(STATES).content


def lines():
    return [(state, line) for state in everything()["states"] for line in state["lines"]]


def points(d):
    """Points of a drawn line, from its one end to the other."""
    ax, ay, bx, by, cx, cy = map(float, re.findall(r"-?[\d.]+", d))
    for step in range(41):
        t = step / 40
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield a * ax + b * bx + c * cx, a * ay + b * by + c * cy


# The data
# --------------------------------------------------------------------------------------------------


def test_every_line_rests_on_something(subtests):
    """Has each a claim of the text, or does it say what is inferred; and does every claim exist?"""
    for state in paper.states().values():
        for line in (*state.lines, *state.gone):
            with subtests.test(f"{state.id}: {line.key}"):
                assert line.claims or line.inferred
                assert set(line.claims) <= set(paper.all_claims())
                assert not line.source, "a source is a class's; the text has claims"


def test_a_line_that_the_text_states_is_of_that_paradigm(subtests):
    """Does a line that is not inferred rest on a claim about the state it stands in,
    or about all?
    """
    for state in paper.states().values():
        for line in (line for line in state.lines if not line.inferred):
            with subtests.test(f"{state.id}: {line.key}"):
                about = {paper.claim(claim)["paradigm"] for claim in line.claims}
                assert about <= {state.id, "cross"}


def test_every_actor_has_a_sign_and_a_line_somewhere():
    """Is each sign drawn, and is no actor without a line in all states?"""
    assert {actor.sign for actor in paper.actors().values()} <= set(signs.names())
    used = {
        end
        for state in paper.states().values()
        for line in state.lines
        for end in (line.one, line.other)
    }
    assert used == set(paper.actors())


def test_the_states_differ():
    """Has each line that no other state has, so that a change is seen?"""
    keys = {state.id: {line.key for line in state.lines} for state in paper.states().values()}
    for one, other in itertools.permutations(keys, 2):
        assert keys[one] - keys[other], f"{one} is a part of {other}"


def test_what_the_text_calls_gone_is_gone():
    """Had the classic model each line whose want the text speaks of,
    and has the state it no longer?
    """
    had = {line.key for line in paper.states()["classic"].lines}
    for state in paper.states().values():
        for line in state.gone:
            assert line.key in had
            assert line.key not in {one.key for one in state.lines}


# The document
# --------------------------------------------------------------------------------------------------


def test_all_states_or_those_named():
    """All four if none is named, else those named, once each and in that order?"""
    assert [state["id"] for state in accountability().content["states"]] == list(paper.states())
    some = accountability(("npm", "classic", "npm")).content["states"]
    assert [state["id"] for state in some] == ["npm", "classic"]
    assert repr(course.accountability()).startswith(
        "accountability classic npm governance pakistan sha256:"
    )


def test_it_is_small():
    """At most 10 KB, with all that is drawn?"""
    assert len(accountability(STATES).data) <= 10_000


def test_a_line_is_a_sentence():
    """With the right number in its verb?"""
    said = {line["says"] for _, line in lines()}
    assert "The minister commands the secretary" in said
    assert "The citizens pay the official at the desk" in said
    assert "The citizens may leave the firm for another" in said


def test_who_has_no_line_is_absent():
    """And who has one is not?"""
    for state in everything()["states"]:
        there = {
            end
            for line in state["lines"]
            if line["mark"] != "gone"
            for end in (line["one"], line["other"])
        }
        assert set(state["absent"]) == set(paper.actors()) - there


def test_one_state_over_another_marks_what_differs():
    """Is each line of both kept, each of the upper alone new, each of the lower alone gone,
    on the claims of both?
    """
    (state,) = accountability([OVER]).content["states"]
    now, had = (
        {line.key for line in paper.states()[name].lines} for name in ("pakistan", "classic")
    )
    marks = {line["key"]: line["mark"] for line in state["lines"]}
    assert marks == {
        key: "kept" if key in now & had else "new" if key in now else "gone" for key in now | had
    }
    told = {line["key"]: line["claims"] for line in state["lines"]}
    assert told["desk answers secretary"] == ["CG-e", "PKB-j"]


def test_a_slip_names_the_nearest():
    """Is an unknown state a sentence?"""
    with pytest.raises(CourseError, match="'clasic'; the nearest are: classic"):
        accountability(["clasic"])
    assert "nearest are" in repr(course.accountability("classic over nothing"))


# The drawing
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", layout.WIDTHS)
def test_lines_keep_clear_of_words_and_signs(width, subtests):
    """Does no point of a line lie nearer than 8 pixels (less what rounding
    takes) to a sign or a word, and all inside?
    """
    stands = everything()["layouts"][width]
    for state, line in lines():
        with subtests.test(f"{state['id']}: {line['key']}"):
            for x, y in points(line[width]["d"]):
                assert 0 < x < layout.WIDTHS[width]
                assert 0 < y < layout.HEIGHTS[width]
                for place in stands.values():
                    half = layout.SIZES[width] / 2
                    broad = max(len(word) for word in place["words"]) * TEXT * 0.56 / 2
                    foot = half + 2 + len(place["words"]) * (TEXT + 3)
                    aside, below = abs(x - place["x"]), y - place["y"]
                    assert not (aside < half + 7 and abs(below) < half + 7), (
                        f"a sign, {x:.0f}, {y:.0f}"
                    )
                    assert not (aside < broad + 7 and half - 7 < below < foot + 7), (
                        f"a word, {x:.0f}, {y:.0f}"
                    )


@pytest.mark.parametrize("width", layout.WIDTHS)
def test_two_lines_of_a_pair_stand_side_by_side(width):
    """And never on each other, whoever they join?"""
    for state in everything()["states"]:
        for one, other in itertools.combinations(state["lines"], 2):
            if {one["one"], one["other"]} == {other["one"], other["other"]}:
                (ax, ay), (bx, by) = one[width]["middle"], other[width]["middle"]
                assert (ax - bx) ** 2 + (ay - by) ** 2 >= 12**2


@pytest.mark.parametrize("width", layout.WIDTHS)
def test_signs_and_words_do_not_meet(width):
    """Do two actors keep out of each other's words, inside the picture?"""
    for place in everything()["layouts"][width].values():
        broad = max(len(word) for word in place["words"]) * TEXT * 0.56 / 2
        assert broad <= place["x"] <= layout.WIDTHS[width] - broad + 2
    for one, other in itertools.combinations(everything()["layouts"][width].values(), 2):
        apart = abs(one["x"] - other["x"]), abs(one["y"] - other["y"])
        assert apart[0] >= 60 or apart[1] >= layout.SIZES[width] + 2 * TEXT


def test_each_kind_of_line_has_its_dash_and_end():
    """Is none told from another by colour alone, on paper?"""
    text = "".join(svg(section.blocks[0].drawing) for section in accountability().paper.blocks[1:])
    looks = set(
        re.findall(r"stroke-dasharray='([^']*)'[^>]*marker-end='url\(#map-[a-z]+-\d-(\w+)\)'", text)
    )
    assert len(looks) == len({dash for dash, _ in looks}) == len({end for _, end in looks}) == 4


def test_paper_holds_every_line():
    """A drawing a state, each line as a sentence with its claims, and nothing that could run?"""
    html = accountability(STATES)._repr_mimebundle_()["text/html"]
    sections = accountability(STATES).paper.blocks[1:]
    assert [type(section.blocks[0]) for section in sections] == [Pictured] * len(STATES)
    for _, line in lines():
        assert f"{line['says']}." in html
        assert ", ".join(line["claims"]) in html
    assert not re.search(r"https?://|<script|style=|on\w+=", html)


def test_a_strangers_words_stay_words():
    """In a drawing from a notebook that somebody sent: no mark of theirs becomes markup?"""
    evil = "'/><script>alert(1)</script>"
    (section,) = accountability(["classic"]).paper.blocks[1:]
    drawing = dict(section.blocks[0].drawing, said=evil, label=evil)
    state = dict(drawing["state"], colour=evil)
    state["lines"] = [dict(state["lines"][0], wide={"d": evil, "middle": [0, 0]})]
    assert "<script" not in svg(dict(drawing, state=state))


# A map of one's own
# --------------------------------------------------------------------------------------------------

SOUND = """states:
- id: our-office
  name: Our office
  says: The order comes by telephone.
  lines:
  - {from: patron, relation: commands, to: desk, source: what our class saw in 2025}
  - {from: desk, relation: answers, to: secretary, claims: [CG-e]}
"""

HARMED = {
    "nothing": ("", "begins with `states:`"),
    "no YAML": ("states: [", "is not YAML at line"),
    "no list": ("states: 7", "begins with `states:`"),
    "no state": ("states: [7]", "a state holds id, name, says and lines"),
    "an unknown key": (f"{SOUND}more: 1\n", "unknown key 'more'; it may hold states"),
    "an unknown key of a state": (SOUND.replace("says:", "sais:"), "unknown key 'sais'"),
    "a colour of a paradigm": (SOUND.replace("  says:", "  colour: npm\n  says:"),
        "unknown key 'colour'"),
    "a key too few": (SOUND.replace("  name: Our office\n", ""), "it lacks name"),
    "an unknown actor": (SOUND.replace("patron", "partron"),
        "'partron' is no actor; the actors are"),
    "an actor that is a list": (SOUND.replace("patron", "[patron]"), "is no actor"),
    "an unknown relation": (SOUND.replace("commands", "bosses"),
        "'bosses' is no relation; the relations are"),
    "a line to itself": (SOUND.replace("to: desk", "to: patron"), "leads back to where it begins"),
    "a line on nothing": (SOUND.replace(", claims: [CG-e]", ""), "it rests on nothing; add claims"),
    "a claim that is not there": (SOUND.replace("CG-e", "CG-zz"),
        "'CG-zz' is no claim of the text"),
    "claims that are no list": (SOUND.replace("[CG-e]", "7"), "its claims are no list"),
    "a line twice": ((f"{SOUND}  - {{from: desk, relation: answers, "
        f"to: secretary, claims: [CG-d]}}\n"), "the same line stands above"),
    "a sentence without end": (SOUND.replace("by telephone", "x" * 999),
        "longer than 200 characters"),
    "a number for a name": (SOUND.replace("Our office", "7"), "its name is no text"),
    "a date that is none": ("states:\n- 2001-99-99\n",
        "cannot be read; put texts in quotation marks"),
    "names that repeat": ("a: &x [1]\nstates: [*x, *x]\n", "repeats a part by its name"),
    "lists without end": ("[" * 3000, "deep inside each other"),
    "an order to Python": ("!!python/object/apply:os.system [exit]", "is not YAML at line"),
    "a file too large": (f"{SOUND}#{'x' * 60_000}", "of at most 50,000"),
}  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The reader's folder, with a sound map in it."""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    (tmp_path / "ours.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_a_map_of_ones_own_is_shown(home):
    """By its name beside the chapters, by its whole path, and laid over a state of the text;
    in no paradigm's colour?
    """
    for name in ("ours.yaml", str(home / "ours.yaml")):
        (state,) = course.accountability(name).content["states"]
        assert (state["name"], state["colour"]) == ("Our office", "ink")
        assert state["lines"][0]["source"] == "what our class saw in 2025"
    (over,) = course.accountability("ours.yaml over classic").content["states"]
    assert [line["mark"] for line in over["lines"][:2]] == ["new", "kept"]
    assert (
        "what our class saw" in course.accountability("ours.yaml")._repr_mimebundle_()["text/html"]
    )


@pytest.mark.parametrize("what", HARMED)
def test_a_file_that_is_not_sound_is_refused_in_a_sentence(home, what):
    """With the place and the cure, in the notebook and in the terminal alike?"""
    text, wanted = HARMED[what]
    (home / "ours.yaml").write_text(text, encoding="utf-8")
    said = repr(course.accountability("ours.yaml"))
    assert said.startswith("ours.yaml")
    assert wanted in said
    assert "\n" not in said
    assert len(said) < 400
    assert wanted in "\n".join(map(str, cases.check_map("ours.yaml")))


def test_what_is_no_text_file_is_refused(home):
    """A folder, another encoding, nothing at all: one sentence each?"""
    (home / "folder.yaml").mkdir()
    (home / "latin.yaml").write_bytes("states: é".encode("latin-1"))
    assert "is no plain file; put a text file" in repr(course.accountability("folder.yaml"))
    assert "save it as UTF-8" in repr(course.accountability("latin.yaml"))
    assert "There is no file 'none.yaml' beside your chapters" in repr(
        course.accountability("none.yaml")
    )


def test_the_terminal_tells_all_faults(home, capsys):
    """Does `course check --case FILE` list them and end with 1,
    and say of a sound map how it is shown?
    """
    assert main(["check", "--case", "ours.yaml"]) == 0
    assert "course.accountability('ours.yaml') reads it" in capsys.readouterr().out
    (home / "ours.yaml").write_text(
        SOUND.replace("patron", "x").replace("CG-e", "y"), encoding="utf-8"
    )
    assert main(["check", "--case", "ours.yaml"]) == 1
    assert "2 faults" in capsys.readouterr().out
