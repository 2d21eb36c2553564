"""Does nothing move unless it is asked to, and nothing at all for who asks for no motion?"""

import re

from course import _places

HOSTS = _places.PACKAGE / "hosts"
MOVES = re.compile(r"(?<![\w-])(?:transition|animation|scroll-behavior)\s*:[^;}]*")
ALLOWED = re.compile(r"step-end|none")  # what comes at once does not move
ASKED = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*\s*\}")


def test_a_sheet_moves_nothing_for_who_asks_for_rest():
    """Does every transition and animation stand under the question whether motion is welcome?"""
    found = {}
    for path in sorted(HOSTS.rglob("*.css")):
        left = ASKED.sub("", path.read_text(encoding="utf-8"))
        moving = [rule for rule in MOVES.findall(left) if not ALLOWED.search(rule)]
        if moving:
            found[path.relative_to(HOSTS).as_posix()] = moving
    assert found == {}, "put it under @media (prefers-reduced-motion: no-preference)"


def test_no_script_moves_by_itself():
    """Does a script start motion nowhere but at Play, and glide nowhere?"""
    plays = {"browser/accountability.js", "browser/controls.js"}
    # Asks every few seconds whether the line is alive; tells a lecturer the time.
    watches = {"browser/live/link.js", "pages/slides.js"}
    waits = {"browser/slides/waking.js"}  # for a frame in which a picture can be measured
    found = set()
    for path in sorted(HOSTS.rglob("*.js")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(HOSTS).as_posix()
        if re.search(r"requestAnimationFrame|\.animate\(|behavior: \"smooth\"", text):
            found.add(name)
        found -= waits
        if "setInterval" in text and name not in plays | watches:
            found.add(name)
    assert found == set()
