"""Memos empty, whole, hostile and drawn, and what Python makes of each."""

import typed
from hypothesis import strategies as st
from memos import earlier, full, of_the_second_year, of_the_third_year

from course import capstone


def memo_cases():
    """Memos empty, whole, hostile and half written, of a neighbour and of another country."""
    hostile = "<b>\x00{what}\ud800 \u202e  x\n\n\ty</b>"
    sections = {s["id"]: f"One {s['id']}.\n\nیہ two." for s in capstone.words()["sections"]}
    reformed = {"sector": "health", "levers": ["contract_out", "kpi"], "held": ["courts"]}
    memos = [
        capstone.blank(),
        capstone.blank("KEN")
        | {"figures": ["performance:ge", "gone:x"], "sections": sections, **reformed},
        capstone.blank("IND")
        | {"answers": {"TN-01": "  Yes.\nNo. "}, "rubric": {"aim": 0, "step": 3}, **reformed},
        capstone.blank()
        | {"sector": "tax", "levers": ["fixed_term"], "what": "a", "towards": hostile},
        capstone.blank()
        | dict.fromkeys(capstone.LINES, hostile)
        | {"sections": {"cost": hostile * 400}},
        full("IND"),
        full("KEN", own={"counted": "x", "found": "3", "of": "7"}, choice="a"),
        full("IND", own={}, options={"d-cost": hostile}),
        full("PAK", office={"dated": "2026-02-31", "decide": hostile, "file": "3 of 4"}),
        earlier(),
        of_the_second_year(),
        of_the_third_year(),
        full("IND", own=full()["own"] | {"drawn": "hand", "stop": "70", "when": "May 2024"}),
        full("PAK", sections={"authority": "The Civil Servants Act, 1973.", "cost": hostile}),
        *memo_draws(),
    ]
    for memo in memos:
        yield {
            "memo": memo,
            "date": "2026-11-24",
            "blocks": capstone.blocks(memo, "2026-11-24"),
            "classwork": capstone.classwork(memo, "2026-11-24"),
            "gaps": capstone.gaps(memo, "2026-11-24"),
            "bites": capstone.bites(memo),
        }


def memo_draws():
    """Memos whose lines and sections hold any blanks and any letters: title,
    count and blocks are compared.
    """
    lines = st.lists(typed.texts, min_size=len(capstone.LINES), max_size=len(capstone.LINES))
    for drawn in typed.drawn(st.tuples(lines, typed.texts), 150):
        words, section = drawn
        sections = {"cost": section, "change": words[0]}
        yield (
            capstone.blank()
            | dict(zip(capstone.LINES, words, strict=True))
            | {
                "sector": "tax",
                "levers": ["fixed_term"],
                "answers": {"TN-01": section},
                "sections": sections,
                "own": {"counted": words[1], "found": words[2], "of": "9", "aim": words[3]},
                "options": {"b-name": words[4], "b-cost": section},
                "rows": {
                    "asked-1-whom": section,
                    "asked-4-when": words[1],
                    "work-3-year": words[2],
                },
                "office": {"file": words[0], "decide": words[1], "signer": section},
            }
        )
    for found, of, aim in typed.drawn(st.tuples(*[st.integers(0, 400)] * 3), 100):
        told = {"counted": "a", "found": str(found), "of": str(of), "aim": str(aim / 3)}
        dated = f"{found * 17:04}-{of % 15:02}-{round(aim) % 33:02}"
        yield capstone.blank() | {"own": told, "office": {"dated": dated}}
