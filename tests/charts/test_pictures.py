"""Are signs readable, scenes whole and well laid, and do they count what the models say?"""

import itertools
import json
import re
from xml.etree import ElementTree as ET

import pytest
from scenes import WIDTHS, guessed, odd_scenes, shown, with_scenes

from course import _places, lessons
from course.charts import signs
from course.charts.pictures.marks import Rule, Sign, Word, wide
from course.charts.pictures.scene import laid, plain, read, signs_in
from course.charts.pictures.svg import svg
from course.charts.pictures.tally import Group, Limit, Tally
from course.charts.pictures.tally import laid as tally_laid
from course.charts.pictures.ties import Node, Tie, Ties
from course.charts.scenes.whole import whole
from course.errors import CourseError

NAMESPACE = "{http://www.w3.org/2000/svg}"
MOST = 10_000  # bytes of a picture
# Drawn for pictures that are still to come: covers, the map of who answers to whom, other models;
# and for scenes of an earlier edition, which readers keep.
WAITING = {
    "association", "auditor", "ballot", "bell", "chair", "contract", "counter", "court", "door",
    "legislature", "newspaper",
    "pipe", "queue", "road", "school", "soldier", "stamp", "village", "well", "woman", "x-ray",
}  # fmt: skip
TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}


def numbers_of(text, flags):
    """The numbers of one command. flags: an arc's two flags may stand without a space."""
    number = r"-?(?:\d+\.?\d*|\.\d+)"
    arc = (
        rf"({number})[ ,]*({number})[ ,]*({number})[ ,]*([01])"
        rf"[ ,]*([01])[ ,]*({number})[ ,]*({number})"
    )
    found = re.findall(arc if flags else number, text)
    return [float(n) for group in found for n in (group if flags else (group,))]


def points(path):
    """Where the pen of a path goes; a curve's control points too, within whose hull it stays."""
    x = y = start_x = start_y = 0.0
    for command, text in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        kind, dx, dy = command.lower(), x * command.islower(), y * command.islower()
        if kind == "z":
            x, y = start_x, start_y
            continue
        given, takes = numbers_of(text, kind == "a"), TAKES[kind]
        assert given, path
        assert len(given) % takes == 0, path
        for i in range(0, len(given), takes):
            dx, dy = (x, y) if command.islower() else (0.0, 0.0)
            some = given[i : i + takes]
            if kind in "hv":
                x, y = (dx + some[0], y) if kind == "h" else (x, dy + some[0])
            else:
                hull = some[5:] if kind == "a" else some
                places = [(dx + a, dy + b) for a, b in zip(hull[::2], hull[1::2], strict=True)]
                yield from places
                x, y = places[-1]
            if kind == "m" and i == 0:
                start_x, start_y = x, y
            yield x, y


def test_a_sign_is_one_path_on_its_grid(subtests):
    """Is each a single path within 24 units, filled alone, small, and as large as its fellows?"""
    folder = _places.PACKAGE / "charts" / "signs"
    for name in signs.names():
        with subtests.test(name):
            text = (folder / f"{name}.svg").read_text(encoding="utf-8")
            root = ET.fromstring(text)
            assert root.get("viewBox") == f"0 0 {signs.GRID} {signs.GRID}"
            (path,) = root
            assert set(path.attrib) == {"fill-rule", "d"}, (
                "a sign has no colour and no line of its own"
            )
            assert len(text.encode()) <= 2_500
            xs, ys = zip(*points(path.get("d")), strict=True)
            assert min(*xs, *ys) >= 0, f"{name} leaves its grid"
            assert max(*xs, *ys) <= signs.GRID, f"{name} leaves its grid"
            assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 17, (
                f"{name} is smaller than its fellows"
            )


def test_the_pen_is_followed():
    """Would the question above see a path that leaves the grid, by a relative step or an arc?"""
    assert list(points("M1 2h3v4l-1-1a2 2 0 012 2Zm1 1")) == [
        (1, 2), (1, 2), (4, 2), (4, 6), (3, 5), (3, 5), (5, 7), (5, 7), (2, 3), (2, 3),
    ]  # fmt: skip


@pytest.mark.thorough
def test_every_sign_is_used():
    """Is each sign that is drawn shown somewhere?"""
    files = [path for kind in ("py", "js", "html") for path in _places.PACKAGE.rglob(f"*.{kind}")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    unused = {name for name in signs.names() if not re.search(f"[\"']{name}[\"']", text)}
    assert unused <= WAITING, (
        f"use these, or take them out of course/charts/signs: {unused - WAITING}"
    )


def test_a_sign_that_is_not_drawn_is_named():
    """Is an author told which signs there are?"""
    with pytest.raises(CourseError, match=r"no sign 'hat'.*clerk"):
        signs.path_of("hat")


@pytest.mark.thorough
def test_a_scene_on_paper(subtests):
    """At its outset: is it well-formed, at most 10 KB, named,
    and does each sign that it places stand in it?
    """
    for name in with_scenes():
        with subtests.test(name):
            spec = lessons.spec(name)
            for width in (328, *WIDTHS):
                text = svg(
                    spec.scene(**spec.first()), spec.paradigm, f"sign-{name}", "<b>A & B</b>", width
                )
                assert len(text.encode()) <= MOST, f"{len(text.encode())} bytes at {width} px"
                root = ET.fromstring(text)
                assert root.get("aria-label") == "<b>A & B</b>"
                ids = {part.get("id") for part in root.iter() if part.get("id")}
                placed = {part.get("href").removeprefix("#") for part in root.iter("use")}
                assert placed
                assert placed <= ids


def test_two_scenes_on_a_page_keep_apart():
    """Do their signs have ids of their own, whatever their labels are made of?"""
    ids = [
        set(re.findall(r" id='([^']+)'", svg(odd_scenes(), "npm", label, "said")))
        for label in ("a", "a'/><x")
    ]
    assert not ids[0] & ids[1]
    assert all(re.fullmatch(r"s[0-9a-f]+-(\d+|tip)", one) for some in ids for one in some)


def test_words_of_a_scene_are_never_markup():
    """Is what a stranger's scene says written as words?"""
    assert "93 &lt;&amp;&gt; of them" in svg(odd_scenes(), "npm", "a", "said")
    ET.fromstring(svg(odd_scenes(), "npm", "a", "said", 320))


def test_a_scene_is_read_back():
    """Plain JSON and back: is it the same scene, and does it name its signs?"""
    scene = odd_scenes()
    given = json.loads(json.dumps(plain(scene)))
    assert read(given) == scene
    assert signs_in(given) >= {"minister", "chair", "coin", "court"}
    with pytest.raises(KeyError):
        read({"a": {"band": "__class__"}})


def _across(mark):
    """From where to where a mark stands, in pixels."""
    if isinstance(mark, Sign):
        return mark.x, mark.x + mark.size
    if isinstance(mark, Rule):
        return min(mark.x, mark.to_x), max(mark.x, mark.to_x)
    back = {"start": 0, "middle": 0.5, "end": 1}[mark.anchor] * wide(mark.word)
    return mark.x - back, mark.x - back + wide(mark.word)


@pytest.mark.thorough
def test_a_scene_keeps_to_its_width(subtests):
    """At the widths of a phone and a page: does nothing run off sideways or upward,
    and no word over another?
    """
    for name in with_scenes():
        with subtests.test(name):
            for setting, scene in shown(name):
                for width in (328, *WIDTHS):
                    found = laid(scene, width)
                    lines = {}
                    for mark in found.marks:
                        left, right = _across(mark)
                        assert -3 <= left <= right <= width + 3, (setting, width, mark)
                        assert mark.y >= -4, (setting, width, mark)
                        assert mark.y <= found.height, (setting, width, mark)
                        if isinstance(mark, Word):
                            lines.setdefault(mark.y, []).append((left, right, mark.word))
                    for words in lines.values():
                        words.sort()
                        for one, other in itertools.pairwise(words):
                            assert one[1] <= other[0] + 3, (setting, width, one, other)


@pytest.mark.thorough
def test_a_scene_fits_a_small_phone(subtests):
    """Is a whole picture seen at once on a phone of 360 by 640, whatever its state?"""
    for name in with_scenes():
        with subtests.test(name):
            tall = max((laid(scene, 324).height, str(setting)) for setting, scene in shown(name))
            assert tall[0] <= 560, tall


def test_a_tangle_is_thinned_on_a_phone():
    """Of the dashed ties only a few, and a sentence that says so; all of them on a page?"""
    nodes = tuple(Node(n / 4, n % 2, "person") for n in range(5))
    new = tuple(Tie(a, b, dash="1 4") for a, b in itertools.combinations(range(5), 2))
    band = Ties(nodes, (Tie(0, 1), *new), few=3, cut="Of 10 new ties, 3 are drawn here.")
    for width, dashed in ((328, 3), (640, 10)):
        marks = laid({"a": band}, width).marks
        assert sum(isinstance(mark, Rule) and bool(mark.dash) for mark in marks) == dashed
        said = [mark.word for mark in marks if isinstance(mark, Word)]
        assert said == (["Of 10 new ties, 3 are drawn here."] if width < 400 else [])


def signs_laid(band, width=640):
    return [mark for mark in tally_laid(band, width).marks if isinstance(mark, Sign)]


def test_a_tally_counts_in_tens():
    """Are twenty a row where there is room and ten where not, with a gap between tens?"""
    band = Tally((Group(23, "file", "23 arrive"), Group(17, "file", "17 do not", look="outline")))
    wide_rows = [mark.y for mark in signs_laid(band)]
    assert [wide_rows.count(y) for y in sorted(set(wide_rows))] == [20, 20]
    top = [mark.x for mark in signs_laid(band) if mark.y == 0]
    assert top[10] - top[9] > top[9] - top[8]
    narrow = [mark for mark in signs_laid(band, 320) if mark.size == band.size]
    assert [sum(mark.y == y for mark in narrow) for y in sorted({mark.y for mark in narrow})] == [
        10
    ] * 4


@pytest.mark.parametrize(
    ("at", "behind"), [(0, -1), (1, 0), (10, 9), (20, 19), (21, 20), (400, 39)]
)
def test_a_limit_stands_behind_so_many(at, behind):
    """Does the line of a number stand right behind the last sign that it counts,
    and never beyond the tally?
    """
    band = Tally((Group(40, "file", "40"),), limits=(Limit(at, "your guess"),))
    line = next(mark for mark in tally_laid(band, 640).marks if isinstance(mark, Rule))
    if behind < 0:
        assert line.x < 0 < line.to_y
    else:
        last = signs_laid(band)[behind]
        assert 0 <= line.x - (last.x + last.size) <= 2
        assert line.y < last.y < line.to_y


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([53.14, 46.86], [53, 47]),
        ([92.5, 7.5], [93, 7]),
        ([33.3, 33.3, 33.4], [33, 33, 34]),
        ([0, 0], [0, 0]),
    ],
)
def test_a_hundred_stays_a_hundred(parts, said):
    """Are parts of a sum rounded so that they are the sum?"""
    assert whole(parts) == said


@pytest.mark.thorough
def test_a_guess_is_drawn_where_it_is_asked_for():
    """Is the guess of each prediction with a share drawn in the scene that it opens,
    at its own place?
    """
    asking = {
        name
        for name in with_scenes()
        if guessed(shown(name, 0)[0][1], 5, "g") != shown(name, 0)[0][1]
    }
    assert asking >= {
        "hierarchy",
        "budget-maximising-bureau",
        "pay-for-what-you-count",
        "expertise-and-tenure",
    }
    for name in asking:
        for _, scene in shown(name, 5):
            rules = [
                mark
                for mark in laid(guessed(scene, 5, "g"), 320).marks
                if isinstance(mark, Rule) and mark.dash
            ]
            assert len([mark for mark in rules if mark.dash == "4 3"]) == 2, "the line, and its key"
