"""`course check --quote` finds the computation behind a figure that was typed beside a card."""

import json

import pytest

from course.evidence import inquiries
from course.lessons.computed import told
from tools.checking.suggesting import address_of, quote

GAP = "#figure-neighbours-size?neighbour=IND"


@pytest.mark.parametrize(
    "address",
    [
        "#figure-neighbours-one",
        GAP,
        "#figure-downsizing-posts_change?digits=1",
        "#figure-merit-and-effectiveness-estimate?compare=changes",
    ],
)
def test_a_figure_leads_back_to_its_card(address):
    """Is an address found that says the same, the plainest first?"""
    card = next(
        name for name in (*inquiries.NAMES, "merit-and-effectiveness") if f"-{name}-" in address
    )
    assert told(address_of(card, told(address))) == told(address)
    assert address_of(card, told(address)) == address


def test_what_no_card_has_is_none():
    """Is a figure that the card does not have left alone?"""
    assert address_of("merit-and-effectiveness", "77.77") is None


def test_prose_is_quoted_and_the_rest_told(tmp_path, capsys):
    """Is a typed figure put into its link, once, and is what another work says, code, or a worked
    calculation left, and what no card has told?
    """
    prose = (
        f"The gap is {told(GAP)}, and 77.77 is nobody's.\n\n"
        "*A worked calculation.* Suppose 0.30.\n\n`x = 0.5` and 12 % by [it](#work-hood1991)."
    )
    cells = [
        {"cell_type": kind, "source": source, "metadata": {}, "outputs": [], "id": f"c{at}"}
        for at, (kind, source) in enumerate(
            [("markdown", prose), ("code", 'import course\ncourse.weigh("neighbours")')]
        )
    ]
    path = tmp_path / "made-up.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}}), encoding="utf-8")
    assert quote([str(path)]) == 1
    wanted = prose.replace(told(GAP), f"[{told(GAP)}]({GAP})")
    assert "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]) == wanted
    assert "made-up.ipynb, cell 1: no card beside it has 77.77" in capsys.readouterr().out
    before = path.read_text(encoding="utf-8")
    assert quote([str(path)]) == 1
    assert path.read_text(encoding="utf-8") == before, "a second run changes nothing"
