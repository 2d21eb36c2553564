"""Does chapter 01 work for a reader: any width, light or dark, by mouse and by keyboard, and on day two?"""

import json
import re

import pytest

CHAIN = "implementation-chain"
WINDOWS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
windows = pytest.mark.parametrize("reader", WINDOWS, indirect=True, ids=[f"{w}-{s}" for w, s in WINDOWS])

SIDEWAYS = """() => [...document.querySelectorAll('.jp-OutputArea-output, .jp-RenderedMarkdown, body')]
  .filter((e) => e.scrollWidth > e.clientWidth + 2 && !e.closest('pre, .scroll-x')).map((e) => e.className)"""


@windows
def test_it_renders(reader):
    """All charts drawn and described, every part fitting its width, in the theme the system asks for?"""
    page = reader.open().awake().page
    assert page.evaluate(SIDEWAYS) == []
    dark = page.evaluate("document.body.dataset.jpThemeLight === 'false'")
    scheme = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert dark == scheme, "JupyterLab must follow the system's theme"
    ink = page.locator(".sf-chart .xtick text").first.evaluate("(e) => getComputedStyle(e).fill")
    assert ink == ("rgb(232, 235, 238)" if dark else "rgb(27, 33, 39)"), "the chart must follow the theme"
    for figure in page.locator(".sf-figure").all():
        assert figure.locator("figcaption p").first.inner_text()
        assert figure.locator(".sf-source").inner_text().startswith("Source:")
        assert figure.get_attribute("aria-describedby")


@windows
def test_the_slider_moves_the_chart(reader):
    """By a click on the rail, and by real key presses with JupyterLab listening?"""
    page = reader.open().awake().page
    figure = reader.figure(CHAIN)
    slider = figure.locator("[data-control=clearances]")
    slider.scroll_into_view_if_needed()

    def height():
        return figure.locator(".sf-chart").evaluate("(e) => e.data.find((t) => t.name === 'your chain').y[0]")

    before = height()
    box = slider.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    page.wait_for_function(
        "(h) => document.querySelector(\"[data-chart='implementation-chain']\").data.at(-1).y[0] < h",
        arg=before,
    )
    at, by_mouse = int(slider.get_attribute("value") or 0), height()
    shown = int(figure.locator("output").first.inner_text())
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    assert int(figure.locator("output").first.inner_text()) == shown - 5
    page.wait_for_function(
        "(h) => document.querySelector(\"[data-chart='implementation-chain']\").data.at(-1).y[0] > h",
        arg=by_mouse,
    )
    assert figure.locator(".sf-title").inner_text().startswith(f"{shown - 5} clearances")
    assert at >= 0


def test_a_choice_moves_by_keyboard(reader):
    """Does the weighing go from levels to changes by key, with its verdict?"""
    page = reader.open().awake().page
    figure = reader.figure("merit-and-effectiveness")
    figure.locator("[data-control=compare]").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "() => document.querySelector(\"[data-chart='merit-and-effectiveness']\").layout.xaxis.title.text.startsWith('Change')"
    )
    assert "Leaves open" in figure.inner_text()


@windows
def test_the_quiz_explains_and_keeps(reader):
    """Is a wrong answer explained, a right one too, each kept, by keyboard alone?"""
    page = reader.open().awake().page
    card = reader.question("classic-link")
    card.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    card.get_by_text("That is the governance paradigm").wait_for()
    card.get_by_text("Kept in your answers file.").wait_for()
    number = reader.question("classic-chain")
    number.locator("input").focus()
    page.keyboard.press("Control+a")  # an answer of an earlier window may stand there
    page.keyboard.type("95 %")
    page.keyboard.press("Enter")
    number.get_by_text("That is one office.").wait_for()
    number.get_by_text("Show a hint").click()
    number.get_by_text("0.95 × 0.95").wait_for()
    number.get_by_text("Kept in your answers file.").wait_for()
    lines = [
        json.loads(line)
        for line in (reader.served.folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {(line["item"], line["answer"], line["score"]) for line in lines[-2:]} == {
        ("classic-link", 0, 0),
        ("classic-chain", 95, 0),
    }


def test_nothing_is_kept_in_silence_without_a_kernel(reader):
    """With the kernel shut down, does the quiz still explain, and say that it did not keep the answer?"""
    page = reader.open().awake().page
    shut_down(page)
    card = reader.question("classic-cipher")
    card.locator("input").nth(1).check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Delay is a decision").wait_for()
    card.get_by_text("Not kept:").wait_for(timeout=15000)
    reader.errors[:] = [
        e
        for e in reader.errors
        if "/api/kernels/" not in e and "WebSocket" not in e and "Kernel" not in e and "404" not in e
    ]


def shut_down(page):
    page.evaluate(
        """async () => {
          const token = 'token=test', cookie = document.cookie.match(/_xsrf=([^;]+)/)?.[1];
          for (const s of await (await fetch('/api/sessions?' + token)).json())
            await fetch(`/api/sessions/${s.id}?${token}`, {method: 'DELETE', headers: {'X-XSRFToken': cookie ?? ''}});
        }"""
    )


def save(page):
    page.keyboard.press("Escape")
    page.locator("#jp-MainMenu").get_by_text("File", exact=True).click()
    with page.expect_response(lambda r: r.request.method == "PUT" and "/api/contents/" in r.url):
        page.locator(".lm-Menu-item[data-command='docmanager:save']").click()


def test_day_two(reader):
    """Answer, alter a cell, save, stop the kernel, reopen: twins and no error; Run All: alive, the answers kept."""
    name = reader.served.altered("day-two.ipynb")
    page = reader.open(name).run_all().page
    card = reader.question("classic-cipher")
    card.locator("input").nth(2).check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in your answers file.").wait_for()
    save(page)
    saved = (reader.served.folder / name).read_text(encoding="utf-8")
    assert "widget-view" not in saved
    assert len(saved.encode()) <= 100_000
    shut_down(page)
    page.wait_for_timeout(1000)
    reader.errors.clear()  # that a kernel has gone is no fault of the page

    reader.open(name)
    page.wait_for_timeout(2000)
    assert "Error displaying widget" not in page.content()
    assert page.locator(".sf").count() == 0, "a notebook with a changed cell must wait"
    assert "This page is asleep" in page.locator(".jp-OutputArea-output").first.inner_text()
    twins = page.locator(".jp-OutputArea-output figcaption")
    assert twins.count() == 4
    assert "the policy survives" in twins.nth(1).inner_text()
    reader.run_all()
    again = reader.question("classic-cipher")
    assert again.locator("input").nth(2).is_checked()
    assert "Right." in again.inner_text()
    assert reader.figure(CHAIN).locator(".main-svg").count()


def test_what_crosses_the_line(reader):
    """Does the first interactive cost at most 1.6 MB, a further one at most 60 KB, HTTP and websocket together, cold?"""
    page = reader.open(reader.served.altered("line.ipynb")).page
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    received, polls = [], set()
    line.on("Network.webSocketFrameReceived", lambda e: received.append(frame_size(e["response"])))
    # What JupyterLab asks of its own every ten seconds (the folder, the kernels) is not the interactive's.
    line.on(
        "Network.requestWillBeSent", lambda e: polls.add(e["requestId"]) if is_poll(e["request"]) else None
    )
    line.on(
        "Network.dataReceived", lambda e: e["requestId"] in polls or received.append(e["encodedDataLength"])
    )

    def cost(twin, name):
        """Bytes from Shift+Enter on the cell of figure number `twin` until its chart is drawn and the line is quiet."""
        received.clear()
        page.locator("figcaption").nth(twin).click()  # this makes its cell the active one
        page.keyboard.press("Shift+Enter")
        page.wait_for_selector(f"[data-chart='{name}'] .main-svg", timeout=60000)
        page.wait_for_timeout(1500)
        return sum(received)

    first = cost(3, "merit-and-effectiveness")
    second = cost(1, CHAIN)
    print(f"first interactive {first} bytes, second {second} bytes")
    assert 1_000_000 < first <= 1_600_000, "the first interactive is over its 1.6 MB"
    assert 5_000 < second <= 60_000, "a further interactive is over its 60 KB"


def is_poll(request):
    return request["method"] == "GET" and bool(
        re.search(r"/api/(contents|sessions|kernels|kernelspecs|terminals)\b", request["url"])
    )


def frame_size(frame):
    """Bytes of a websocket frame; a binary one is told in base64."""
    length = len(frame["payloadData"])
    return length * 3 // 4 if frame["opcode"] == 2 else length
