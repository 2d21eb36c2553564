"""Do the pictures of the lab's models show the numbers of their states,
at drawn settings and at the extremes?
"""

import random
import re
from itertools import product
from math import ceil

import pytest

from course import lessons
from course.charts.pictures.marks import Rule, Sign, Word, wide
from course.charts.pictures.scene import laid, plain, read
from course.models import contest, network, oversight, partners, selection, veto

NAMES = {
    "patrols-and-alarms": "pakistan",
    "contest-for-rents": "pakistan",
    "merit-and-loyalty": "pakistan",
    "willing-partners": "governance",
    "veto-players": "governance",
    "policy-network": "governance",
}


def settings(name):
    """Every corner of the controls, and thirty settings between."""
    spec = lessons.spec(name)
    ends = [(control.values[0], control.values[-1]) for control in spec.controls.values()]
    corners = [dict(zip(spec.controls, corner, strict=True)) for corner in product(*ends)]
    return [*corners, *random.Random(7).sample(list(spec.combinations()), 30), spec.first()]


def scenes(name):
    """(setting, its scene) of each of them."""
    return [(setting, lessons.spec(name).scene(**setting)) for setting in settings(name)]


def counts(band):
    """The numbers of a tally's groups."""
    return [group.n for group in band.groups]


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_whole(name):
    """Is every hundred a hundred, every count said in words, no sign unknown,
    and does the scene survive as JSON?
    """
    spec = lessons.spec(name)
    assert spec.paradigm == NAMES[name]
    assert not spec.lead or spec.lead in spec.controls
    for setting, scene in scenes(name):
        assert read(plain(scene)) == scene
        for band in scene.values():
            if band.band == "tally":
                total = sum(counts(band))
                assert total == 100 or total <= 40, setting
                assert all(group.n >= 0 for group in band.groups), setting
                if total == 100:
                    assert all(str(group.n) in group.word.split()[0] for group in band.groups), (
                        setting
                    )


@pytest.mark.thorough
@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("name", NAMES)
def test_a_scene_stays_in_its_frame(name, width):
    """Does no sign and no word leave the picture on a phone,
    and is each word as wide as the room that was kept for it?
    """
    for setting, scene in scenes(name):
        for mark in laid(scene, width).marks:
            if isinstance(mark, Sign):
                assert -1 <= mark.x <= width - mark.size + 1, (setting, mark)
            elif isinstance(mark, Word):
                start = (
                    mark.x - wide(mark.word) * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
                )
                assert -1 <= start <= width - wide(mark.word) + 1, (setting, mark)


def test_oversight():
    """Of 100 bribes: those of the audit, the more that complaints find; of 100 officials:
    the share of the model?
    """
    for setting, scene in scenes("patrols-and-alarms"):
        found = oversight.detection(setting["audits"] / 100, setting["alarms"] / 100, 50)
        audited, complained, hidden = counts(scene["bribes"])
        assert (audited, audited + complained) == (setting["audits"], round(100 * found))
        assert hidden == 100 - round(100 * found)
        takers, others = scene["officials"].groups
        assert (takers.tone, others.tone) == ("ink", "own"), "who takes has no favour"
        assert counts(scene["officials"])[0] == round(
            100 * oversight.corrupt_share(found, setting["stake"], 2)
        )


def test_contest():
    """As many people as rivals, one of whom sits on the chair, each over the rupees that the model
    burns; nobody on it where it has no answer?
    """
    answered = set()
    for setting, scene in scenes("contest-for-rents"):
        rivals, r, prize = setting["rivals"], setting["decisive"], setting["prize"]
        *ruled, left = counts(scene["rupees"])
        fires = scene["rivals"].counts
        assert len(fires) == rivals
        won = [place.sign for place in scene["rivals"].places].count("member")
        if holds := r <= contest.most_decisive(rivals):
            each = contest.spent_by_each(rivals, prize, r)
            assert left == round(rivals * each) == sum(fires)
            assert all(abs(fire - each) < 1 for fire in fires)
            assert won == 1
            assert f" {each:.3g} rupees " in scene["each"].words
            assert scene["winner"].words.endswith(f" +{prize - each:.3g}")
            assert scene["others"].words.endswith(f" \N{MINUS SIGN}{each:.3g}")
        else:
            assert left == prize
            assert not won
            assert not sum(fires)
            assert scene["winner"].words == scene["others"].words == ""
        stamps = [group.n for group in scene["rupees"].groups if group.sign == "stamp"]
        assert sum(stamps) == 100 - prize
        assert not stamps or stamps == ruled[:1]
        answered.add(holds)
    assert answered == {True, False}


def test_selection():
    """Of the ablest 40, as many as the formula says, by the exam alone and by both;
    the same where the exam is all?
    """
    for setting, scene in scenes("merit-and-loyalty"):
        weight, tells, second = setting["weight"] / 100, setting["tells"], setting["second"]
        exam, both = (counts(scene[name]) for name in ("exam", "both"))
        assert sum(exam) == sum(both) == 40
        assert exam[0] == round(40 * selection.ablest_taken(1, tells, second, 0.1))
        assert both[0] == round(40 * selection.ablest_taken(weight, tells, second, 0.1))
        assert weight < 1 or exam == both
        score = "panel" if second > 0 else "loyalty"
        assert scene["both"].groups[0].word.startswith(f"Exam and {score}: ")
        assert scene["posts"].words.startswith("40 posts ")


def test_partners():
    """As many groups as partners, of whom as many join as in the model, an expectation on either
    side of its turn and next to it, the coins that the state bears, and pumps that run as often?
    """
    needed = {
        "one": lambda n: 1,
        "half": lambda n: ceil(n / 2),
        "most": lambda n: max(1, n - 1),
        "all": int,
    }
    for setting, scene in scenes("willing-partners"):
        n = setting["partners"]
        k = needed[setting["needed"]](n)
        found = partners.equilibria(n, k, 0.4 * (1 - setting["borne"] / 100))
        best = max(e.p for e in found if e.stable)
        turns = [e.p for e in found if not e.stable]
        for name, way in (("few", -1), ("many", 1)):
            # one more, or one fewer, of the others would lie on the other side of the turn
            near = [expected[0] / (n - 1) for expected in [counts(scene[name])] if expected]
            assert len(near) == len(turns)
            for share, turn in zip(near, turns, strict=True):
                assert 0 < way * (share - turn) <= 1 / (n - 1) + 1e-9
            assert all(sum(counts(scene[name])) == n - 1 for _ in turns)
        out, joins = (" ".join(one.word for one in scene[name].groups) for name in ("out", "in"))
        assert ("stays dry" in out) == (0 in [e.p for e in found if e.stable])
        counted = [int(number) for number in re.findall(r"\d+", scene["pump"].words)]
        expected = [n] if k in {1, n} else [k - 1, n - 1]
        assert counted == expected, "needed of the others, as it expects of them"
        said = [int(number) for number in re.findall(r"\d+", joins)]
        joined = round(n * best)
        assert said == ([] if not best else [n] if joined == n else [joined, n])
        assert counts(scene["cost"]) == [10 - setting["borne"] // 10, setting["borne"] // 10]
        assert counts(scene["towns"])[0] == round(100 * partners.provision(best, n, k))


def test_veto():
    """Six chairs, solid where a veto is held; the trough of the model, an arrow from the policy to
    where it may go, two that are cut where it may not; and as many stuck tables of a hundred?
    """
    opened = set()
    for setting, scene in scenes("veto-players"):
        holds = {"minister", *(name for name, is_on in setting.items() if is_on is True)}
        (law,), chairs = scene["table"].under, scene["table"].standing
        assert len(chairs) == 6
        assert {one.word for one in chairs if one.look == "solid"} == holds
        words = [scene[name].words for name in ("may", "speak")]
        assert words == [
            f"{len(holds)} can block: each must say yes",
            f"{6 - len(holds)} can advise, not block",
        ]
        policy = [law.at]
        assert policy == [setting["status_quo"]]
        ideals = [one.at / 100 for one in chairs if one.look == "solid"]
        frozen, agreed, other = scene["table"].spans
        assert (frozen.start, frozen.stop) == pytest.approx(
            [100 * end for end in veto.core(ideals)]
        )
        free = veto.winset(policy[0] / 100, ideals)
        assert frozen.wall
        if free:
            ends = [100 * end for end in free]
            assert sorted((agreed.start, agreed.stop)) == pytest.approx(ends)
        else:
            assert [other.stop, agreed.stop] == [frozen.start, frozen.stop]
        assert {agreed.start, other.start} == {law.at}
        assert [agreed.cut, other.cut] == [free is None] * 2
        ends = [float(word.removesuffix(" %")) for word in frozen.sides if word]
        assert ends == pytest.approx(sorted({frozen.start, frozen.stop}), abs=0.01)
        so = scene["so"].words
        if free:
            way, end = ("rise", free[1]) if free[0] == policy[0] / 100 else ("fall", free[0])
            assert f"a {way}, to {100 * end:g} %" in so
        else:
            more, less = (
                {
                    one.word
                    for one in chairs
                    if one.look == "solid" and sign * one.at <= sign * law.at
                }
                for sign in (1, -1)
            )
            parts = re.findall(r"Against a (?:rise|fall): ([a-z, ]+)\.", so)
            assert [set(part.split(", ")) for part in parts] == [more, less]
        gridlock = veto.gridlock(policy[0] / 100, len(holds), setting["spread"])
        assert counts(scene["tables"])[0] == round(100 * gridlock)
        assert law.tone == ("own" if free else "ink"), "what can move has the colour"
        opened.add(free is None)
    assert opened == {True, False}


def test_network():
    """Are the ties those of the network, the dotted ones as many as were added, and the silent
    groups those without a path?
    """
    shown_first = lessons.spec("policy-network").first()
    for setting, scene in scenes("policy-network"):
        nodes, ties = scene["actors"].nodes, scene["actors"].ties
        base = network.arrangement(setting["wiring"])
        drawn = network.with_ties(
            base, network.lots(base, 0, closed=("minister",))[: setting["extra"]]
        )
        taken = setting["taken"]
        if taken != "nobody":
            drawn = network.without(drawn, taken)
        assert len(nodes) == len(base)
        assert len(ties) == sum(map(len, drawn.values())) / 2
        kept = drawn if taken == "nobody" else {**drawn, taken: ()}
        degree = [sum(i in (tie.a, tie.b) for tie in ties) for i in range(len(nodes))]
        assert sorted(degree) == sorted(map(len, kept.values()))
        assert sum(bool(tie.dash) for tie in ties) <= setting["extra"]
        assert taken != "nobody" or sum(bool(tie.dash) for tie in ties) == setting["extra"]
        ends = {(nodes[tie.a].word, nodes[tie.b].word): tie for tie in ties}
        for (a, b), tie in ends.items():
            assert tie.end or tie.tone == "quiet", "what no request uses is a thin line"
            assert tie.tone != "own" or tie.end, "colour is on ways through the officer alone"
            assert "contractor 1" not in (a, b) or setting != shown_first or tie.tone == "quiet"
        silent = [node for node in nodes if node.sign == "citizens" and node.look == "outline"]
        _, heard, _ = network.carried(
            drawn, [a for a in drawn if a.startswith("group")], "minister"
        )
        assert len(silent) == round(9 * (1 - heard))
        assert [
            node.word for node in nodes if node.look == "outline" and node.sign != "citizens"
        ] == ([] if taken == "nobody" else [f"no {taken.split()[0]}"])
        curves = lessons.spec("policy-network").state(**setting)["traces"]
        at = setting["extra"] // 3
        through, other, _ = counts(scene["paths"])
        assert f"Of 100 requests, {through} go through the officer" in scene["asked"].words
        assert through == round(curves["officer"]["y"][at])
        assert through + other == round(curves["still heard"]["y"][at])


@pytest.mark.parametrize("width", [324, 640])
def test_no_contact_runs_over_a_third(width):
    """In each wiring, before any is added: does no contact cross the sign of one who has no part
    in it, so that nobody seems to pass on what runs behind him?
    """
    spec = lessons.spec("policy-network")
    for wiring in spec.controls["wiring"].values:
        scene = spec.scene(**{**spec.first(), "wiring": wiring, "extra": 0})
        marks = laid({"actors": scene["actors"]}, width).marks
        signs = [mark for mark in marks if isinstance(mark, Sign)]
        for one in (mark for mark in marks if isinstance(mark, Rule)):
            for sign in signs:
                steps = [
                    (one.x + (one.to_x - one.x) * t / 99, one.y + (one.to_y - one.y) * t / 99)
                    for t in range(100)
                ]
                assert not any(
                    sign.x < x < sign.x + sign.size and sign.y < y < sign.y + sign.size
                    for x, y in steps
                ), (wiring, sign, one)
