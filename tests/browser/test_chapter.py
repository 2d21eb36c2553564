"""Does chapter 01 work for a reader without a kernel, on day two, and over a thin line?"""

import re

CHAIN = "implementation-chain"


def test_nothing_is_kept_in_silence_without_a_kernel(reader):
    """With the kernel shut down, does the quiz still explain, and say that it did not keep the answer?"""
    page = reader.open().alive().page
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
