"""What stands in a chart, as a browser has laid it out: every word with its place,
in the still or in plotly.js's own.
"""

__all__ = ["WORDS", "alike"]

# [[text, middle from the left, middle from the top], ...] of a chart
WORDS = """(chart) => {
  const from = chart.getBoundingClientRect();
  const own = chart.querySelector(".sf-still");
  const texts = own ? own.querySelectorAll("text") : chart.querySelectorAll(
    ".xtick text, .ytick text, .xtitle, .annotation-text, .textpoint text");
  const isSeen = (text) => text.textContent && text.getBoundingClientRect().width;
    // plotly.js hides a label that would run over
  return [...texts].filter(isSeen).map((text) => {
    const box = text.getBoundingClientRect();
    return [text.textContent, (box.left + box.right) / 2 - from.left,
      (box.top + box.bottom) / 2 - from.top];
  });
}"""


def alike(still, chart, most=4):
    """What differs between two lists of WORDS: a word that one lacks,
    or that stands more than so many pixels apart.
    """
    words = {tuple(sorted(word for word, *_ in each)) for each in (still, chart)}
    if len(words) > 1:
        return [{word for word, *_ in still} ^ {word for word, *_ in chart} or "a word too many"]
    pairs = zip(
        *(
            sorted(each, key=lambda w: (w[0], round(w[1] / 9), round(w[2] / 9)))
            for each in (still, chart)
        ),
        strict=True,
    )
    return [(a, b) for a, b in pairs if abs(a[1] - b[1]) > most or abs(a[2] - b[2]) > most]
