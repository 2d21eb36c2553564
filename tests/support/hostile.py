"""Lines that no page of ours writes, and some that one does:
what a stranger's file or a damaged disk may hold.
"""

from hypothesis import strategies as st

__all__ = ["GOOD", "HARMED", "lines", "values"]

GOOD = {
    "v": 1, "at": "2026-01-01T00:00:00Z", "device": "a1", "n": 1, "item": "classic-cipher",
    "kind": "choice", "answer": 0,
    "score": 1, "mode": "practice", "seconds": 3,
}  # fmt: skip


def deep(n):
    """A list in a list, n times."""
    value = 0
    for _ in range(n):
        value = [value]
    return value


# One field of a good line, put to a value that has broken something.
HARMED = [
    ("at", {"toString": 1, "valueOf": 1}), ("at", "yesterday"), ("at", "2026-13-01T00:00:00Z"),
    ("at",
        "2026-01-01T00:00:00Z\n"),
    ("at", "٢٠٢٦-01-01T00:00:00Z"), ("at", 3), ("at", None),
    ("item", ["x"]), ("item", {"x": 1}), ("item", "x" * 101), ("item", ""), ("item", "<b>"),
    ("item",
        "\ud800"), ("item", None),
    ("device", ["a"]), ("device", "a:b"), ("device", "x" * 41), ("device", ""), ("device", "a b"),
    ("n", 0), ("n", -1), ("n", 1.5), ("n", "1"), ("n", True), ("n", 2**53), ("n", 10**400),
    ("n", None),
    ("kind", []), ("kind", "x" * 41), ("kind", "Choice"),
    ("answer", "\ud800"), ("answer", {"\udc00": 1}), ("answer", deep(8)), ("answer", deep(400)),
    ("answer", 10**400),
    ("answer", "x" * 200_001), ("answer", [0] * 200_000),
    ("extra", deep(8)), ("extra", "x" * 210_000), ("extra", ["\udfff"]),
    ("score", True), ("score", 0.25), ("score", "1"), ("mode", "exam"), ("mode", None),
    ("seconds", -1), ("seconds", "3"), ("seconds", True), ("v", 2), ("v", True), ("v", "1"),
]  # fmt: skip

texts = st.text(max_size=6) | st.sampled_from(
    ["\ud800", "a\udc00", "🌊", "__proto__", "constructor", "\x00", "\u2028"]
)
numbers = st.integers(-3, 9) | st.floats() | st.sampled_from([2.0, -0.0, 10**400, 1e300, 2**53])
plain = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    plain,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(texts, inside, max_size=3),
    max_leaves=12,
)


@st.composite
def lines(draw):
    """A good line with up to two fields put to something else, taken out, or added."""
    line = dict(GOOD)
    for _ in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from([*GOOD, "extra", "__proto__"]))
        if draw(st.booleans()):
            line[name] = draw(values)
        else:
            line.pop(name, None)
    return line
