"""A phone on a slow line: pages served over HTTP, and a window of Chromium behind it."""

import functools
import http.server
import threading

__all__ = ["LINE", "ROUNDS", "served_folder", "slow_phone"]

ROUNDS = 5
LINE = {"download": 1.6, "round_trip": 150, "processor": 4}  # Mbit/s, ms, times slower


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = (
        "HTTP/1.1"  # one connection serves several files, as any server of pages does
    )

    def log_message(self, *_):
        pass


def served_folder(folder):
    """(server, address) of a folder over HTTP on this machine; shut the server down when done."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def slow_phone(browser, address):
    """A page of a fresh phone behind LINE; what it asks of any machine
    but that of `address` is refused at once.
    """
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    speed = LINE["download"] * 1e6 / 8  # bytes a second
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LINE["round_trip"],
            "downloadThroughput": speed,
            "uploadThroughput": speed,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": LINE["processor"]})
    here = address.rpartition("/")[0]
    page.route(
        lambda url: url.startswith("http") and not url.startswith(here), lambda route: route.abort()
    )
    return page
