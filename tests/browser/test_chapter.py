"""What crosses the line when chapter 01 is opened: over a thin one, everything counts."""

import pytest

CHARTS = 1_600_000  # bytes of plotly.js, which comes once a browser
# of all else: every module of the course, which come in one request once a browser, and answers
MODULES = 121_000
AGAIN = 12_000


NEEDLESS = ("/lab-extension/", "/jupyterlab-preview/", "/api/nbconvert")


@pytest.mark.nightly
def test_what_crosses_the_line(chromium, served, reader_of):
    """Opened cold and once more: within its bytes, without a kernel,
    and without the scripts of what is switched off?
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    reader = reader_of(page, served.url, served.folder)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    ours, received, sockets = {}, {}, []
    line.on(
        "Network.requestWillBeSent", lambda e: ours.update({e["requestId"]: e["request"]["url"]})
    )
    line.on("Network.webSocketCreated", lambda e: sockets.append(e["url"]))

    def note(event):
        url = ours.get(event["requestId"], "")
        if "/steel-frame/" in url:
            name = "plotly" if "plotly" in url else "rest"
            received[name] = received.get(name, 0) + event["encodedDataLength"]

    line.on("Network.loadingFinished", note)
    reader.open().alive()
    first = dict(received)
    received.clear()
    reader.open().alive()
    print(f"first {first} bytes, again {received}")
    assert 1_000_000 < first["plotly"] <= CHARTS
    assert 10_000 < first["rest"] <= MODULES
    assert sum(received.values()) <= AGAIN
    assert [url for url in sockets if "/channels" in url] == []
    assert [url for url in ours.values() if any(name in url for name in NEEDLESS)] == []
    assert reader.errors == reader.outside == []
    context.close()
