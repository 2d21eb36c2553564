"""What crosses the line when chapter 01 is opened: over a thin one, everything counts."""

CHARTS = 1_600_000  # bytes of plotly.js, which comes once a browser
MODULES = (
    75_000  # of all else: every module of the course, which come in one request once a browser, and answers
)
AGAIN = 12_000


def test_what_crosses_the_line(reader):
    """Opened cold and once more: is it within its bytes, and is there no talk with a kernel?"""
    page = reader.page
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    ours, received, sockets = {}, {}, []
    line.on("Network.requestWillBeSent", lambda e: ours.update({e["requestId"]: e["request"]["url"]}))
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
