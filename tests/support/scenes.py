"""Scenes to try: those of the lessons at states drawn at random,
and bands that no lesson shows, with their marks.
"""

import json
import random
from dataclasses import asdict, replace

from course import lessons
from course.charts.pictures.deed import Deed
from course.charts.pictures.levels import Level, Levels
from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.panels import Panel, Panels
from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.said import Said
from course.charts.pictures.scene import laid, plain
from course.charts.pictures.sides import Between, Sides
from course.charts.pictures.tally import Group, Limit, Tally
from course.charts.pictures.ties import Node, Tie, Ties

__all__ = ["WIDTHS", "guessed", "marks_of", "odd_scenes", "scene_cases", "shown", "with_scenes"]

WIDTHS = (320, 640)


def with_scenes():
    """The lessons that have a scene."""
    return [name for name in lessons.names() if lessons.spec(name).scene]


def shown(name, count=40):
    """(setting, scene) of an interactive: at its outset,
    at its ends and at states drawn at random.
    """
    spec = lessons.spec(name)
    settings = list(spec.combinations())
    drawn = random.Random(4).sample(settings, min(count, len(settings)))
    return [(one, spec.scene(**one)) for one in (spec.first(), settings[0], settings[-1], *drawn)]


def marks_of(scene, width):
    """What Python lays, as JavaScript reads it."""
    found = laid(scene, width)
    return json.loads(
        json.dumps({"marks": [asdict(mark) for mark in found.marks], "height": found.height})
    )


def guessed(scene, answer, words):
    """The scene with a student's guess in the bands that ask for it."""

    def one(band):
        asked = getattr(band, "asked", 0)
        if not asked:
            return band
        return replace(band, limits=(*band.limits, Limit(max(0, answer / asked), words, "4 3")))

    return {name: one(band) for name, band in scene.items()}


def odd_scenes():
    """Every kind of band, empty, crowded, with words that are long and in other scripts."""
    long = "a sentence that is much longer than a phone is wide, and \u0633\u0631\u06a9\u0627\u0631"
    nobody = Group(0, "person", "")
    return {
        "tally": Tally(
            (Group(7, "person", "7"), Group(93, "coin", "93 <&> of them", "quiet", "outline"))
        ),
        "empty tally": Tally((nobody,)),
        "long tally": Tally(
            (Group(21, "file", long),), limits=(Limit(20, "twenty"), Limit(99, "none"))
        ),
        "places": Places(
            (Place("clinic", "one"), Place("clinic", long, (Pile(5, "nurse"), Pile(2, "coin"))))
        ),
        "counted": Places((Place("clerk", piles=(Pile(0, "file"),)),), (0, 1, 4, 30) * 9),
        "first and others": Places(
            (
                Place("member", "first", (Pile(0, "burnt"),), "own"),
                Place("person", piles=(Pile(0, "burnt"),)),
            ),
            (3, 3, 2),
        ),
        "levels": Levels(
            (Level(1, "minister", "1", "100 %"), Level(0, ""), Level(10_000, "clerk", "10,000"))
        ),
        "few": Levels((Level(100, "official", "100", "all", most=15),)),
        "line": Line(
            -1,
            1,
            tuple(Standing(at / 10, "chair", f"at {at}") for at in range(-9, 10, 3)),
            (Span(-0.5, 0.5, "here"), Span(1, 1, "a point")),
            ("less", "more"),
        ),
        "sides": Sides(
            (
                Between("clinic", (Pile(3, "person"), Pile(2, "person", "ink", "outline"))),
                Between("canal", right=(Pile(30, "nurse", "own"),)),
            ),
            ("those in need", "those who help"),
            asked=2,
        ),
        "upright": Sides(
            (Between("canal", (Pile(3, "coin"),), (Pile(2, "coin"),)),) * 40,
            ("cost", ""),
            upright=True,
            limits=(Limit(3, "three"), Limit(99, "all")),
        ),
        "no sides": Sides(()),
        "led": Places(
            (Place("clerk", piles=(Pile(0, "file", "ink", "struck"),)),),
            (1, 9, 0) * 4,
            to="citizens",
        ),
        "apart": Places(
            (
                Place("firm", piles=(Pile(4, "person"), Pile(0, "coin"), Pile(2, "idea"))),
                Place("office", piles=(Pile(1, "person"), Pile(7, "coin"), Pile(0, "idea"))),
            ),
        ),
        "brought": Tally(
            (
                Group(0, "coin", "none", by=("auditor",)),
                Group(37, "coin", "37 & more", "ink", "struck", by=("citizens", "bell")),
                Group(30, "coin", "30"),
            ),
            size=15,
            asked=1,
        ),
        "piled": Levels(
            (
                Level(0, "official", "people"),
                Level(4, "clerk", "4", "60 %", piles=(Pile(6, "file"), Pile(4, "file", "ink"))),
            )
        ),
        "trough": Line(
            0,
            100,
            tuple(Standing(at, "member", f"member at {at}") for at in (0, 50, 52, 54, 99, 100)),
            (
                Span(50, 54, "stuck", "ink", wall=True),
                Span(52, 100, "no way", "ink", push=True, cut=True),
                Span(52, 0, push=True),
                Span(52, 52, push=True),
            ),
            ("less", "more"),
            under=(Standing(52, "contract"),),
            poles=(Pile(1, "coin"), Pile(3, "coin", "ink", "struck")),
        ),
        "flat ties": Ties((Node(0, 0, ""), Node(1, 1, "firm")), (Tie(0, 1, end=True),)),
        "large": Said(long, "village", by=("legislature", "tick"), large=True),
        "ties": Ties(
            (Node(0, 0, "person", "a"), Node(1, 1, "firm"), Node(0, 0, "court")),
            (Tie(0, 1, end=True), Tie(0, 2)),
        ),
        "tangle": Ties(
            (Node(0, 0, "person"), Node(1, 1, "firm"), Node(0, 1, "court")),
            (Tie(0, 1, dash="1 4"), Tie(0, 2), Tie(1, 2, dash="1 4"), Tie(2, 0, dash="1 4")),
            few=2,
            cut="Of 3 new ties, 2 are drawn here.",
        ),
        "hundred": Tally((Group(60, "coin", "60 & more"), Group(41, "coin", "41", "quiet"))),
        "said": Said(long, "coin", "quiet", True, "own", "outline"),
        "unsaid": Said(""),
        "deed": Deed(
            (Pile(2, "office", "own"),),
            "offices",
            "pay",
            (Group(31, "coin", "31 & more"), Group(0, "coin", ""), Group(4, "coin", long, "ink")),
            limits=(Limit(20, long), Limit(99, "none")),
            asked=1,
        ),
        "cut deed": Deed(
            (Pile(1, "minister"),), "", "asks", (Group(1, "court", long),), 28, "quiet", cut=True
        ),
        "crowded deed": Deed(
            (), "none", "", (Group(70, "file", "70"), Group(39, "file", "39")), 14, asked=2
        ),
        "no deed": Deed((), "", "", ()),
        "panels": Panels(
            (Panel(long, ("village", "legislature"), least=True), Panel("two")),
            Place("clinic", piles=(Pile(0, "nurse", "own"), Pile(0, "person", "ink", "struck"))),
            (2, 3, 0, 0, 7, 1, 4, 4),
            ("own", "ink"),
            ("loss 0.333", long),
            (2.5, 7),
            across=2,
            keys=("a line", long),
        ),
        "panels of nothing": Panels(
            (Panel("none"),), Place("office", tone="quiet"), (), ("ink",), ("",), (0,), across=9
        ),
        "no panels": Panels((), Place("clinic"), (), (), (), (), keys=("nothing",)),
    }


def _case(scene):
    told = guessed(scene, 37, "your guess")
    return {
        "scene": plain(scene),
        "laid": {width: marks_of(scene, width) for width in WIDTHS},
        "guessed": {width: marks_of(told, width) for width in WIDTHS},
    }


def scene_cases():
    """What Python lays for each: [{scene, laid: {width: marks}, guessed:
    the same with a guess of 37}].
    """
    yield _case(odd_scenes())
    for name in with_scenes():
        for _, scene in shown(name, 12):
            yield _case(scene)
