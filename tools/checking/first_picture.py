"""How long a reader on a phone and a slow line waits for the first picture of a chart: the edition's start page."""

import functools
import http.server
import shutil
import tempfile
import threading
from importlib.util import find_spec
from pathlib import Path

from course.errors import CourseError

__all__ = ["LINE", "ROUNDS", "first_picture", "served_folder", "slowed", "waited"]

ROUNDS = 5
LINE = {"download": 1.6, "round_trip": 150, "processor": 4}  # Mbit/s, ms, times slower
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_START = "00-start-here.html"
_BEFORE = "Before the still the first picture came after 15.8 s: the chart's place was empty until plotly.js was there. The goal is at most 1.5 s."

# In the page, at each frame: is there a picture in the place of the first chart? `still` is the time from which on there
# always was one; `drawn`, when plotly.js had drawn its own. The reader goes to the chart as soon as its place is there.
WATCH = """
window.seen = {};
const look = () => {
  const place = document.querySelector("[data-module='explorable']");
  if (place && !window.seen.went) {
    window.seen.went = performance.now();
    place.scrollIntoView({ block: "center" });
  }
  const isShown = (svg) => svg.getBoundingClientRect().height > 100 && (svg.childElementCount > 3 || svg.querySelector("use"));
  place?.querySelector(".sf-more:not([open]) > summary")?.click(); // a scene's chart comes once it is unfolded
  const drawn = place?.querySelector(".main-svg");
  const pictures = "svg.scene, svg.sf-scene, svg.still, svg.sf-still, .main-svg";
  const there = [...(place?.querySelectorAll(pictures) ?? [])].some(isShown);
  if (!there) window.seen.still = undefined;
  else window.seen.still ??= performance.now();
  if (drawn) window.seen.drawn ??= performance.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection serves several files, as any server of pages does

    def log_message(self, *_):
        pass


def served_folder(folder):
    """(server, address) of a folder over HTTP on this machine; shut the server down when done."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def slowed(page):
    """Put a page of Chromium behind LINE."""
    session = page.context.new_cdp_session(page)
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


def waited(browser, address):
    """{"words", "still", "drawn"}: seconds until a fresh phone shows words, a picture that stays, plotly.js's chart."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    slowed(page)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.seen.drawn", timeout=120_000)
    painted = page.wait_for_function("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    words = painted.json_value()
    seen = page.evaluate("window.seen")
    context.close()
    return {"words": words / 1000, "still": seen["still"] / 1000, "drawn": seen["drawn"] / 1000}


def _median(found, name):
    return f"{sorted(one[name] for one in found)[len(found) // 2]:.1f} s"


def first_picture(rounds=ROUNDS):
    """Measure and return markdown lines. Raises CourseError if playwright or Chromium is missing."""
    if find_spec("playwright") is None:
        raise CourseError("playwright missing: run `uv sync --group browser`.")
    from playwright.sync_api import Error, sync_playwright

    from course.hosts.pages import edition

    with tempfile.TemporaryDirectory() as out:
        edition(Path(out), notebooks=["00", "01"])
        server, address = served_folder(out)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
                found = [waited(browser, f"{address}/{_START}") for _ in range(rounds)]
                browser.close()
        except Error as error:
            raise CourseError(f"picture: {str(error).splitlines()[0]}; mend it and run again.") from error
        finally:
            server.shutdown()
            server.server_close()
    about = (
        f"The edition's start page over HTTP, uncompressed, on a phone of 360 px: {LINE['download']} Mbit/s, "
        f"{LINE['round_trip']} ms, processor {LINE['processor']} times slower. The reader goes to the first chart at once; "
        f"median of {rounds} fresh phones."
    )
    return [
        about,
        "",
        "| words | a picture of the chart, from then on | the chart of plotly.js |",
        "|---|---|---|",
        f"| {' | '.join(_median(found, name) for name in ('words', 'still', 'drawn'))} |",
        "",
        _BEFORE,
    ]
