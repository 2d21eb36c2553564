"""Does JupyterLab draw what a notebook stores, whoever made it, and does a document outlive a
kernel that is not there?
"""

import base64
import gzip
import json

import pytest
from stored import notebook

from course.interactives import MIME, made
from course.interactives.reflect import reflect

CHAPTER = "01-classic-government.ipynb"
TWIN = (
    "<p>The twin of {name}. <img src=x onerror='window.ran = 1'><script>window.ran = 2</script></p>"
)
RUN = "<img src=x onerror='window.ran = 3'>"


def packed(raw):
    return base64.b64encode(gzip.compress(raw, 1, mtime=0)).decode("ascii")


def stored(data, module="reflect"):
    return {"module": module, "id": "x", "data": data}


GOOD = reflect("classic-flood").stored
DAMAGED, LARGE, UNKNOWN = "is damaged", "larger than the course makes any", "does not know"
# What a stranger may store under our type: (the value, what is said of it).
HOSTILE = {
    "no base64": (stored("<b>"), DAMAGED),
    "no gzip": (stored("aGVsbG8="), DAMAGED),
    "cut off": (stored(GOOD["data"][:200]), DAMAGED),
    "more behind": (
        stored(base64.b64encode(base64.b64decode(GOOD["data"]) + b"x").decode()),
        DAMAGED,
    ),
    "no JSON": (stored(packed(b"{")), DAMAGED),
    "a list": (stored(packed(b"[]")), DAMAGED),
    "deep": (stored(packed(b"[" * 500_000)), DAMAGED),
    "no object": ("reflect", DAMAGED),
    "no data": ({"module": "reflect", "id": "x"}, DAMAGED),
    "a bomb": (stored(packed(b"\0" * 200_000_000)), LARGE),
    "too large": (stored(packed(json.dumps({"items": ["x" * 1_000_000]}).encode())), LARGE),
    "a later module": (stored(GOOD["data"], "hologram"), UNKNOWN),
    "a prototype": (stored(GOOD["data"], "__proto__"), UNKNOWN),
    "a constructor": (stored(GOOD["data"], "constructor"), UNKNOWN),
    "no item": (stored(packed(b'{"items": []}')), "could not be started"),
}


def test_what_a_stranger_stored_is_a_sentence_and_its_twin(reader):
    """Damaged, too large, of no module that is known: is each a sentence and the twin,
    harmless, and the page awake?
    """
    cells = [
        ("1", {MIME: value, "text/html": TWIN.format(name=name)})
        for name, (value, _) in HOSTILE.items()
    ]
    first = {
        "application/vnd.steel-frame+json": {"id": "x"},
        "text/html": TWIN.format(name="the first version"),
    }
    words = reflect("classic-flood").content
    words["items"][0]["stem"] = RUN
    hostile = {MIME: made("reflect", "x", words).stored, "text/html": "<p>not seen</p>"}
    book = notebook(*cells, ("1", first), ("1", hostile), ours=True)
    page = reader.open(reader.served.put("hostile.ipynb", book)).page
    cells = page.locator(".jp-CodeCell")
    for n, (name, (_, said)) in enumerate(HOSTILE.items()):
        cells.nth(n).get_by_text(said).first.wait_for()
        cells.nth(n).get_by_text(f"The twin of {name}.").wait_for()
        assert cells.nth(n).locator(".sf").count() == 0
    cells.nth(len(HOSTILE)).get_by_text("The twin of the first version.").wait_for()
    cells.nth(len(HOSTILE) + 1).locator(".sf").get_by_text(RUN).first.wait_for()
    assert page.evaluate("window.ran") is None
    assert page.locator(".jp-OutputArea-output script").count() == 0
    # the picture that a twin names is not there
    reader.errors[:] = [e for e in reader.errors if "404" not in e]


FILLED = "() => document.querySelectorAll('.jp-CodeCell .jp-OutputArea-child').length"
NO_SOCKETS = (
    "window.WebSocket = class extends WebSocket { constructor() { super('ws://127.0.0.1:9/'); } };"
)


def outputs_on_disk(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return sum(1 for cell in cells if cell["cell_type"] == "code" and cell["outputs"])


def saved(page):
    with page.expect_response(lambda r: r.request.method == "PUT" and "/api/contents/" in r.url):
        page.keyboard.press("Control+s")


def no_sockets(page):
    page.add_init_script(NO_SOCKETS)


def no_session(page):
    page.route(
        "**/api/sessions?*",
        lambda route: (
            route.fulfill(status=500) if route.request.method == "POST" else route.continue_()
        ),
    )


WALLS = {"no WebSocket comes through": no_sockets, "no kernel starts": no_session}


@pytest.mark.parametrize(
    "wall",
    ["no WebSocket comes through", pytest.param("no kernel starts", marks=pytest.mark.nightly)],
)
def test_run_all_without_a_kernel_empties_nothing(chromium, served, wall):
    """Run All Cells where no kernel can be had: do the documents stay, on the page and on disk?"""
    served.end_kernels()
    name = served.copy(f"{wall.split()[1].lower()}.ipynb")
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    WALLS[wall](page)
    page.goto(served.address(name))
    page.wait_for_selector(".sf-quiz", timeout=60000)
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
    saved(page)  # at once, as autosave may
    stored = [outputs_on_disk(served.folder / name)]
    page.wait_for_timeout(3000)
    for button in page.locator(
        ".jp-Dialog .jp-mod-reject"
    ).all():  # JupyterLab's own word on the kernel
        button.click()
    page.wait_for_selector(".sf-quiz")
    shown = page.evaluate(FILLED)
    saved(page)
    stored.append(outputs_on_disk(served.folder / name))
    context.close()
    assert min(shown, *stored) >= 11, (shown, stored)  # of 13 cells, two show no document


DIES = {
    "at start": "import os\nos._exit(1)\n",
    "midway": """import os, sys, threading, time
def watch():
    while 'course.interactives' not in sys.modules:
        time.sleep(0.001)
    os._exit(1)
threading.Thread(target=watch, daemon=True).start()
""",
}


@pytest.mark.nightly
@pytest.mark.parametrize("when", ["at start", "midway"])
def test_a_kernel_that_dies_takes_nothing_along(chromium, served, when):
    """If every kernel dies as it starts, or while it runs the first cells,
    do the documents stay, and can one answer?
    """
    served.end_kernels()
    name = served.copy(f"dies-{when.split()[0]}.ipynb")
    startup = served.folder.parent / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True, exist_ok=True)
    (startup / "dies.py").write_text(DIES[when], encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(served.address(name))
    page.wait_for_selector(".sf-quiz", timeout=60000)
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
    # JupyterLab has no word on a kernel that dies as it starts, so there is none to wait for.
    page.wait_for_timeout(9000)
    (startup / "dies.py").unlink()
    # JupyterLab's own word on a dead kernel, as often as it comes
    said = page.locator(".jp-Dialog")
    close = said.last.locator("button").last
    # the next may lie below it
    page.add_locator_handler(said, lambda _: close.click(), no_wait_after=True)
    page.wait_for_selector(".sf-quiz")
    shown = page.evaluate(FILLED)
    saved(page)
    box = page.locator("textarea[data-control='classic-flood']")
    box.fill(f"Kept without a kernel, which died {when}.")
    page.locator("[data-control='classic-flood-keep']").click()
    page.locator(".sf-card:has(textarea[data-control='classic-flood'])").get_by_text(
        "Kept in your"
    ).wait_for()
    context.close()
    assert min(shown, outputs_on_disk(served.folder / name)) >= 11


@pytest.mark.nightly
def test_what_the_reader_clears_stays_cleared(reader):
    """Clear Outputs of All Cells, saved: is nothing put back, on the page or on disk?"""
    reader.served.end_kernels()
    name = reader.served.copy("cleared.ipynb")
    page = reader.open(name).alive(open_all=False).page
    page.locator("#jp-MainMenu").get_by_text("Edit", exact=True).click()
    page.locator(".lm-Menu-item[data-command='editmenu:clear-all']").click()
    page.wait_for_timeout(3000)
    assert page.evaluate(FILLED) == 0
    saved(page)
    assert outputs_on_disk(reader.served.folder / name) == 0
