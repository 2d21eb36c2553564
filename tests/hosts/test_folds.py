"""Is what a chapter folds away folded on a page, plain on paper, and is a fold that is not whole
only text?
"""

from course.hosts.pages.prose import blocks

WHOLE = (
    "Two sayings ([CG-07](#claim-CG-07)).\n\n<details><summary>Untied</summary>\n\nFree of "
    "*party* ([CG-b4](#claim-CG-b4)).\n\n</details>\n\nAfter."
)


def test_a_fold_is_one_block_that_opens():
    """Does it stand as a disclosure under its words, with its emphasis and its claims, and do cards
    know of them?
    """
    before, fold, after = blocks(WHOLE)
    assert (before.tag, fold.tag, after.tag) == ("p", "details", "p")
    html = fold.html()
    assert html.startswith(
        "<details class='fold'><summary>Untied</summary><p>Free of <em>party</em>"
    )
    assert html.endswith("</details>")
    assert fold.cards == [("claim", "CG-b4")]
    assert fold.words == "Free of party (CG-b4)."


def test_on_paper_it_lies_open():
    """Where nothing can be opened, are its summary and its words there?"""
    html = blocks(WHOLE)[1].html(printed=True)
    assert "<details" not in html
    assert "<b>Untied</b>" in html
    assert "Free of <em>party</em>" in html


def test_what_is_not_whole_stays_text():
    """Of a stranger: are a fold without an end, one within another, and one that hides an attribute
    no more than words?
    """
    for text in (
        "<details><summary>Untied</summary>\n\nNo end.",
        "<details open onclick=x><summary>A</summary>\n\nIt.\n\n</details>",
        "<details><summary><b>A</b></summary>\n\nIt.\n\n</details>",
        "</details>\n\nIt.",
    ):
        html = "".join(block.html() for block in blocks(text))
        assert "<details" not in html, text
        assert "onclick=x>" not in html.replace("onclick=x&gt;", "")
    inner = "<details><summary>B</summary>\n\nIt.\n\n</details>"
    outer = f"<details><summary>A</summary>\n\n{inner}\n\n</details>"
    html = "".join(block.html() for block in blocks(outer))
    assert html.count("<details class='fold'>") == 1
