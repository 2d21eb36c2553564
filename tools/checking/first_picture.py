"""How long a reader on a phone and a slow line waits: for words, a picture,
a scene that moves, a chart of plotly.js.
"""

import shutil
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from course.errors import CourseError
from tools.basic_plotly import take, told_of
from tools.checking.slow_line import LINE, ROUNDS, served_folder, slow_phone

__all__ = ["first_picture", "visited"]

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_START = "00-start-here"
_GOALS = (
    "Goals: words and a picture within 1.5 s, a scene that moves within 3 s, the chart of "
    "plotly.js within 8 s after the reader came near."
)

# In the page, at each frame. The reader goes to the first scene, or to the first chart without one,
# as soon as its place is there (`went`). Is there a picture in it? `still` is the time from which
# on there always was one; `drawn`, when plotly.js had drawn its own; `moved`, when the scene had
# followed its control, moved as soon as that was there.
_WATCH = """
window.seen = {};
const shown = "svg.still, svg.sf-still, svg.scene, svg.sf-scene, .main-svg";
const isShown = (svg) => svg.getBoundingClientRect().height > 100 && svg.querySelectorAll("*")
  .length > 9;
const hasScene = (place) => place.querySelector(".scene, .sf-scene") !== null;
const places = "[data-module='explorable'], .plotly-graph-div";
const find = () => [...document.querySelectorAll(places)].find((place) =>
  hasScene(place) === TO_SCENE);
let place, before;
const move = () => {
  const drawing = place.querySelector(".sf-scene > g")?.innerHTML;
  const control = place.querySelector("[data-control]");
  if (!drawing || !control || seen.moved) return;
  if (before && before !== drawing) {
    seen.moved = performance.now();
    return;
  }
  before = drawing;
  if (control.matches("select")) control.selectedIndex += 1;
  else if (control.matches("input[type='checkbox']")) control.checked = !control.checked;
  else control.value = Number(control.value) + 1;
  for (const told of ["input", "change"]) control.dispatchEvent(new Event(told, { bubbles: true }));
};
const look = () => {
  place ??= find();
  if (place) {
    if (!seen.went) place.scrollIntoView({ block: "center" });
    seen.went ??= performance.now();
    const there = [...place.querySelectorAll(shown)].some(isShown);
    seen.still = there ? seen.still ?? performance.now() : undefined;
    if (place.querySelector(".main-svg")) seen.drawn ??= performance.now();
    if (TO_SCENE) move();
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
_SCENE, _CHART = "moved", "drawn"


def visited(browser, address, last):
    """What a fresh phone sees of a page, in seconds: "words", "still", "went" and `last` ("moved":
    a scene; "drawn": a chart).
    """
    page = slow_phone(browser, address)
    page.add_init_script(_WATCH.replace("TO_SCENE", "true" if last == _SCENE else "false"))
    page.goto(address, wait_until="commit")
    page.wait_for_function(f"window.seen.{last}", timeout=180_000)
    painted = page.wait_for_function(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    )
    seen = page.evaluate("window.seen") | {"words": painted.json_value()}
    page.context.close()
    return {name: value / 1000 for name, value in seen.items()}


def _median(values):
    return f"{sorted(values)[len(values) // 2]:.1f} s"


def _row(name, charts, scenes):
    # An export has no place for a chart before it has plotly.js: nobody is near it earlier.
    chart = [one["drawn"] - (one["went"] if scenes else 0) for one in charts]
    words, still = ([one[what] for one in scenes or charts] for what in ("words", "still"))
    moved = _median([one["moved"] for one in scenes]) if scenes else "-"
    return f"| {name} | {_median(words)} | {_median(still)} | {moved} | {_median(chart)} |"


@contextmanager
def _chromium():
    if find_spec("playwright") is None:
        raise CourseError("playwright missing: run `uv sync --group browser`.")
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=_FLAGS
            )
            yield browser
            browser.close()
    except Error as error:
        raise CourseError(
            f"picture: {str(error).splitlines()[0]}; mend it and run again."
        ) from error


def _written(out):
    """The start page three ways, in folders of `out`: {what it is: its address below};
    the last has no scene.
    """
    from course.hosts.pages import edition
    from tools.checking.exported import exported

    ways = {
        "plotly.js's basic bundle": ("basic", take(out / "plotly")),
        "the whole plotly.js": ("whole", None),
    }
    for folder, bundle in ways.values():
        with told_of(bundle):
            edition(out / folder, notebooks=[_START])
    (out / "exported.html").write_text(exported(_START), encoding="utf-8")
    pages = {
        f"the edition, {name}": f"{folder}/{_START}.html" for name, (folder, _) in ways.items()
    }
    return pages | {
        "`nbconvert --to html` of its prose and charts, plotly figures": "exported.html"
    }


def first_picture(rounds=ROUNDS):
    """Measure and return markdown lines. Raises CourseError if playwright, Chromium,
    npm or the network is missing.
    """
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        pages = _written(Path(folder))
        server, address = served_folder(folder)
        try:
            rows = []
            for name, below in pages.items():
                lasts = [_CHART] if below == "exported.html" else [_CHART, _SCENE]
                seen = {
                    last: [visited(browser, f"{address}/{below}", last) for _ in range(rounds)]
                    for last in lasts
                }
                rows.append(_row(name, seen[_CHART], seen.get(_SCENE)))
        finally:
            server.shutdown()
            server.server_close()
    about = (
        f"The start page over HTTP, uncompressed, on a phone of 360 px: {LINE['download']} Mbit/s, "
        f"{LINE['round_trip']} ms, processor {LINE['processor']} times slower. The reader goes "
        "to the first scene at once "
        f"and moves its control, or to the first chart without a scene; median of {rounds} "
        "fresh phones each. Of the "
        "export, the chart's time runs from the address; what it asks of other machines is "
        "refused at once."
    )
    return [
        about,
        "",
        (
            "| page | words | a picture, from then on | a scene has moved | a chart of plotly.js, "
            "after the reader came near |"
        ),
        "|---|---|---|---|---|",
        *rows,
        "",
        _GOALS,
    ]
