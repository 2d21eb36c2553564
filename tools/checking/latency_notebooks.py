"""One chart three ways, and the notebooks that show it: what `latency` has in the kernel and in the
page.

Twenty countries ranked on one of six Worldwide Governance Indicators in one of 25 years, with 95 %
intervals. The figures, the words and the controls are the same each time; what differs is who holds
the states, browser or kernel.
"""

from functools import cache

from course.charts.chart import Axis, Drawn, chart
from course.evidence.result import Z95
from course.hosts.chapters import METADATA
from course.lessons.controls import Choice, Slider
from course.lessons.states import Spec
from course.record import data

__all__ = [
    "DRAWN",
    "DROPDOWN",
    "INDICATORS",
    "PLACE",
    "SLIDER",
    "WATCH",
    "WAYS",
    "YEARS",
    "label",
    "write",
]

INDICATORS = {
    "ge": "Government effectiveness",
    "va": "Voice and accountability",
    "pv": "Political stability",
    "rq": "Regulatory quality",
    "rl": "Rule of law",
    "cc": "Control of corruption",
}
YEARS = (1996, 1998, 2000, *range(2002, 2024))  # the years WGI publishes
_COUNTRIES = 20
_AXIS = Axis("Estimate", "WGI units", (-3.2, 3.2))


@cache
def _rankings():
    """{(indicator, year): {"x": codes, "y": estimates, "bar": half the interval}},
    highest first.
    """
    wgi = data.load("wgi").dropna(subset=["estimate", "se"])
    sizes = wgi.groupby("iso3").size()
    complete = sorted(sizes.index[sizes == len(INDICATORS) * len(YEARS)])[:_COUNTRIES]
    chosen = wgi[wgi.iso3.isin(complete)].sort_values("estimate", ascending=False)
    return {
        key: {"x": part.iso3.tolist(), "y": part.estimate.tolist(), "bar": (Z95 * part.se).tolist()}
        for key, part in chosen.groupby(["indicator", "year"])
    }


def ready():
    """Read the table, so that what follows is the showing alone.
    Returns how many states there are.
    """
    return len(_rankings())


def label(indicator, year):
    """What stands under the bars in each of the three:
    by it the page shows which state it has reached.
    """
    return f"{INDICATORS[indicator]}, {year}"


def _state(indicator, year):
    part, under = _rankings()[indicator, year], label(indicator, year)
    return {
        "title": f"{under}: {part['x'][0]} stands highest of {_COUNTRIES}",
        "description": f"Bars from {part['x'][0]} down to {part['x'][-1]}.",
        "traces": {"ranked": {"x": part["x"], "y": part["y"], "error_y.array": part["bar"]}},
        "layout": {"xaxis.title.text": under},
    }


def _figure(indicator, year):
    part, state = _rankings()[indicator, year], _state(indicator, year)
    bars = {"type": "bar", "name": "ranked", "x": part["x"], "y": part["y"]}
    return chart(
        title=state["title"],
        x=Axis(label(indicator, year), ""),
        y=_AXIS,
        source=data.source_line("wgi"),
        description=state["description"],
        uncertainty=Drawn("Bars: 95 % interval."),
        traces=[bars | {"error_y": {"type": "data", "array": part["bar"]}}],
    )


class _Years(Slider):
    """A slider over the years that exist: they are not evenly spaced."""

    @property
    def values(self):
        return YEARS

    @property
    def options(self):
        return tuple(map(str, YEARS))


def explorable():
    """The course's way: every state goes to the browser once."""
    from course.hosts.kernel import Hosted
    from course.interactives import explorable as chart

    controls = {
        "indicator": Choice("Indicator", INDICATORS),
        "year": _Years("Year", YEARS[0], YEARS[-1]),
    }
    return Hosted(
        chart.explorable(Spec(id="latency", controls=controls, figure=_figure, state=_state))
    )


def _controls():
    import ipywidgets

    options = [(text, code) for code, text in INDICATORS.items()]
    return {
        "indicator": ipywidgets.Dropdown(options=options, description="Indicator"),
        "year": ipywidgets.SelectionSlider(options=YEARS, description="Year"),
    }


def figure_widget():
    """ipywidgets beside a plotly FigureWidget: each touch goes to the kernel,
    what changed comes back.
    """
    import ipywidgets
    import plotly.graph_objects as go

    controls = _controls()
    figure = go.FigureWidget(_figure(**{name: control.value for name, control in controls.items()}))

    def changed(_):
        at = {name: control.value for name, control in controls.items()}
        part, bars = _rankings()[at["indicator"], at["year"]], figure.data[0]
        with figure.batch_update():  # one message, one redraw
            bars.update(x=part["x"], y=part["y"], error_y={"array": part["bar"]})
            figure.update_layout(xaxis_title_text=label(**at))

    for control in controls.values():
        control.observe(changed, "value")
    return ipywidgets.VBox([*controls.values(), figure])


def interact():
    """ipywidgets.interact around matplotlib: each touch goes to the kernel,
    a new picture comes back.
    """
    import ipywidgets
    from matplotlib import pyplot as plt

    def draw(indicator, year):
        part = _rankings()[indicator, year]
        _, axes = plt.subplots(figsize=(7, 3.8))
        axes.bar(part["x"], part["y"], yerr=part["bar"], capsize=3)
        axes.set(xlabel=label(indicator, year), ylabel=_AXIS.label, ylim=_AXIS.range)
        axes.tick_params(axis="x", rotation=90)
        plt.show()

    ipywidgets.interact(draw, **_controls())


# What shows the chart -> what it is called in the table.
WAYS = {
    "explorable": "the course's interactive",
    "figure_widget": "ipywidgets + FigureWidget",
    "interact": "interact + matplotlib",
}


def _notebook(way):
    """Three plain cells: make ready, the first figure, a further one."""
    import nbformat

    first = "from tools.checking import latency_notebooks as chart\nchart.ready()"
    cells = [nbformat.v4.new_code_cell(source) for source in (first, *2 * [f"chart.{way}()"])]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=METADATA))


def write(folder):
    """Put a notebook for each way into `folder`."""
    for way in WAYS:
        (folder / f"{way}.ipynb").write_text(_notebook(way), encoding="utf-8")


# In the page
# --------------------------------------------------------------------------------------------------
SLIDER, DROPDOWN, DRAWN = "input[type=range], .noUi-handle", "select", ".xtitle, img"

# Where the slider's thumb is, and how far one of its `last` steps reaches, in px.
PLACE = """(slider, last) => {
  const own = slider.getBoundingClientRect();
  const y = own.y + own.height / 2;
  const track = slider.closest(".noUi-base")?.getBoundingClientRect();
  if (track) return [own.x + own.width / 2, y, track.width / last];
  const step = (own.width - 16) / last; // a native thumb is 16 px wide
  return [own.x + 8 + slider.value * step, y, step];
}"""

# Notes when the page hears a touch, and when it has repainted a changed chart: two animation frames
# after the change. A drawing has changed when its axis names the wanted state, a picture when
# another one is loaded. With `quiet` (ms) the answer is the last repaint, after which neither chart
# nor kernel stirs for so long; else it is the first.
WATCH = """([wanted, quiet]) => {
  const area = document.querySelectorAll(".jp-Notebook .jp-Cell")[1]
    .querySelector(".jp-Cell-outputArea");
  const kernel = document.querySelector(".jp-Notebook-ExecutionIndicator");
  const picture = () => area.querySelector("img")?.src;
  const before = picture();
  const shown = () =>
    before ? picture() && picture() !== before
      : area.querySelector(".xtitle")?.textContent === wanted;
  const inputs = [], life = new AbortController(), started = performance.now();
  const hear = (event) => {
    const counts = { keydown: true, input: event.target.matches("select"),
      mousemove: event.buttons };
    if (counts[event.type]) inputs.push(event.timeStamp);
  };
  for (const kind of ["keydown", "input", "mousemove"])
    document.addEventListener(kind, hear, { capture: true, signal: life.signal });
  let turn = 0, painted, busy = 0;
  const changed = () => {
    const mine = ++turn;
    const paint = () => mine === turn && shown() && (painted = performance.now());
    requestAnimationFrame(() => requestAnimationFrame(paint));
  };
  const inChart = ({ target }) => (target.closest ? target
    : target.parentElement)?.closest(".js-plotly-plot");
  const watch = new MutationObserver((records) => records.some(inChart) && changed());
  watch.observe(area, { subtree: true, childList: true, attributes: true, characterData: true });
  area.addEventListener("load", changed, { capture: true, signal: life.signal });
  window.answered = new Promise((resolve, reject) => {
    const look = setInterval(() => {
      const now = performance.now(), since = inputs.at(quiet ? -1 : 0);
      if (kernel.dataset.status !== "idle") busy = now;
      if (painted > since && now - Math.max(painted, quiet
        && busy) >= quiet) resolve(painted - since);
      else if (now > started + 30000) reject(new Error(`${wanted} did not show in 30 seconds`));
      else return;
      life.abort();
      watch.disconnect();
      clearInterval(look);
    }, 10);
  });
}"""
