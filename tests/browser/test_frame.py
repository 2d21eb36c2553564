"""A chapter in JupyterLab: does it stand under its own name, with its banner, and is all of
JupyterLab one click away?
"""

import pytest


@pytest.mark.parametrize(
    "reader",
    [(1280, "light"), pytest.param((360, "dark"), marks=pytest.mark.nightly)],
    indirect=True,
    ids=["wide", "narrow"],
)
def test_a_chapter_has_its_name_and_its_banner(reader):
    """Is the line there with the chapter's name in place of the file's,
    and its question under it?
    """
    page = reader.open().page
    line = page.locator(".sf-frame")
    line.wait_for()
    assert "01 Classic government" in line.inner_text()
    assert page.locator(".sf-banner svg").is_visible()
    assert not page.locator("#jp-title-panel-title").is_visible()
    assert line.evaluate("(e) => e.scrollWidth - e.clientWidth") <= 0
    assert page.locator(".jp-Notebook .jp-InputPrompt").first.is_visible() is False


def test_code_is_one_click_away(reader):
    """Does the button show the code of every cell, and hide it again?"""
    page = reader.open().page
    code = page.locator(".jp-CodeCell:visible").filter(has_text="course.predict")
    page.locator("[data-control='show-code']").wait_for()
    assert code.count() == 0
    page.locator("[data-control='show-code']").click()
    code.first.wait_for()
    page.locator("[data-control='show-code']").click()
    code.first.wait_for(state="hidden")


@pytest.mark.nightly
def test_it_leads_to_the_chapters_beside_it(reader):
    """Do the arrows open the next chapter and, from there, this one?"""
    page = reader.open().page
    page.locator("[data-control='to-02-new-public-management']").click()
    page.get_by_text("02 New Public Management", exact=True).wait_for()
    assert "02-new-public-management.ipynb" in page.url
    page.locator(".sf-frame:visible [data-control='to-01-classic-government']").click()
    page.get_by_text("01 Classic government", exact=True).wait_for()


@pytest.mark.nightly
def test_a_notebook_of_ones_own_has_no_frame(reader, served):
    """Is a notebook that the course did not write left as JupyterLab shows it?"""
    cells = [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Mine"}]
    name = served.put(
        "mine.ipynb", {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    )
    page = reader.open(name).page
    page.wait_for_timeout(1000)
    assert page.locator(".sf-frame").count() == 0
    assert page.locator("#jp-title-panel-title").is_visible()
