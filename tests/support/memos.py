"""A memo in which everything is written, for tests of what becomes of it."""

from course import capstone

__all__ = ["DAY", "HOSTILE", "full"]

HOSTILE = (
    "<img src=x onerror=alert(1)></title><script>alert(1)</script> {what} \x00\x1b\ud800 \u202eabc"
)
DAY = "2026-11-24"


def full(country="IND", **changes):
    """A memo in which everything is written."""
    memo = capstone.blank(country) | {
        "figures": ["performance:ge", "performance:cc"],
        "sector": "health",
        "levers": ["contract_out", "devolve"],
        "to": "The Director",
        "from": "Roll 7",
        "what": "requests by members",
        "towards": "a published term",
        "help": "A language tool, grammar.",
    }
    memo |= {
        "sections": {s["id"]: f"Words of {s['id']}.\nMore." for s in capstone.words()["sections"]},
        "rubric": {c["id"]: 2 for c in capstone.words()["rubric"]},
        "answers": {
            e["tension"]: f"We answer {e['tension']}."
            for e in capstone.bites(memo | {"answers": {}})
        },
    }
    return memo | changes
