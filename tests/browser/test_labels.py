"""Does a tap on an answer's words tick that answer, and no other,
wherever several chapters share a document?
"""

import pytest
from unfolding import unfold

# Every label that does not lead to a control of its own widget and form, every id and every radio
# group that is shared.
OFFENDERS = """() => {
  const widget = (e) => e.closest('.sf');
  const labels = [...document.querySelectorAll('.sf label')];
  const astray = labels.filter((l) => !l.control || l.control.form !== l.closest('form')
    || widget(l.control) !== widget(l));
  const twice = (names) => names.filter((name, i) => names.indexOf(name) !== i);
  const radios = new Map();
  for (const r of document.querySelectorAll('.sf input[type=radio]'))
    radios.set(r.name, (radios.get(r.name) ?? new Set()).add(r.closest('fieldset')));
  const told = document.querySelectorAll('.sf [aria-describedby], .sf [aria-labelledby]');
  const lost = [...told].flatMap((e) =>
    [e.getAttribute('aria-describedby'), e.getAttribute('aria-labelledby')].filter(Boolean)
      .filter((id) => !e.closest('.sf').contains(document.getElementById(id))));
  return {
    labels: labels.length,
    astray: astray.map((l) => l.textContent.slice(0, 60)),
    ids: twice([...document.querySelectorAll('[id]')].map((e) => e.id)),
    groups: [...radios].filter(([name, sets]) => !name || sets.size > 1).map(([name]) => name),
    lost,
  };
}"""

SOUND = {"astray": [], "ids": [], "groups": [], "lost": []}

# The words of each label that can be seen: where a finger meets them, once they stand in the middle
# of the window.
WORDS = """(i) => {
  const label = [...document.querySelectorAll('.sf label')].filter((l) => l.control)[i];
  if (!label) return null;
  const text = [...label.querySelectorAll('*'), label].find((e) =>
    [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())
      && !e.matches('option, select'));
  const range = document.createRange();
  range.selectNodeContents([...text.childNodes].find((n) => n.nodeType === 3
    && n.textContent.trim()));
  if (!range.getClientRects().length) return { hidden: true };
  text.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = range.getClientRects()[0];
  return { x: left + Math.min(width / 2, 40), y: top + height / 2,
    said: label.textContent.slice(0, 60) };
}"""

STATE = """() => [scrollY, [...document.querySelectorAll('.sf input, .sf select, .sf textarea')]
  .map((e) => `${['radio', 'checkbox'].includes(e.type) ? e.checked : e.value} `
    + `${e === document.activeElement}`)]"""

PLACES = """(i) => {
  const all = [...document.querySelectorAll('.sf input, .sf select, .sf textarea')];
  const own = [...document.querySelectorAll('.sf label')].filter((l) => l.control)[i].control;
  const group = own.type === 'radio' ? all.filter((e) => e.name === own.name) : [own];
  return [all.indexOf(own), group.map((e) => all.indexOf(e)), own.type, own.checked,
    own === document.activeElement];
}"""


def awake(page, address):
    """A page of the edition with every widget alive and every prediction's interactive opened."""
    # no label is in a chart, and thirty charts take long
    page.route("**/plotly.js", lambda route: route.abort())
    page.goto(address)
    page.wait_for_function(
        "[...document.querySelectorAll('.widget')].every((e) => e.dataset.live || "
        "e.dataset.module === 'explorable')"
    )
    for place in page.locator("[data-module='explorable']").all():
        place.scroll_into_view_if_needed()
        place.locator(".sf-figure").wait_for()
    while page.locator(".sf-held .sf-closed button").count():
        page.locator(".sf-held .sf-closed button").first.click()
    return page


def test_every_label_of_the_edition(chromium, whole_edition):
    """Does each label of each page lead to a control of its own form, is each id one,
    each group of radios alone?
    """
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, offline=True
    )
    page = context.new_page()
    found = {}
    for path in sorted(whole_edition.glob("[0-9]*.html")):
        awake(page, path.as_uri())
        found[path.stem] = page.evaluate(OFFENDERS)
    context.close()
    assert sum(said.pop("labels") for said in found.values()) > 400
    assert {stem: said for stem, said in found.items() if said != SOUND} == {}


@pytest.mark.nightly
def test_every_label_of_three_chapters_in_one_jupyterlab(window, served):
    """The same where 00, 01 and 02 stand in one JupyterLab, one opened after the other?"""
    page = window
    page.goto(f"{served.url}/lab?token=test&reset")
    for stem in ("00-start-here", "01-classic-government", "02-new-public-management"):
        page.locator(f".jp-DirListing-item[title*='{stem}']").dblclick(timeout=60000)
        panel = page.locator(f".jp-NotebookPanel:has-text('{stem[:2]}')")
        panel.last.wait_for(timeout=60000)
        waited = ".sf-progress" if stem.startswith("00") else ".sf-quiz"
        shown = page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {waited}")
        shown.first.wait_for(timeout=90000)
    page.wait_for_function(
        "[...document.querySelectorAll('.steel-frame-document')].every((e) => "
        "e.querySelector('.sf'))"
    )
    assert page.locator(".sf-quiz").count() == 3  # 02 asks again what 01 taught
    found = page.evaluate(OFFENDERS)
    assert found.pop("labels") > 90
    # JupyterLab's own are its own
    found["ids"] = [name for name in found["ids"] if name.startswith("sf-")]
    assert found == SOUND


@pytest.mark.nightly
@pytest.mark.parametrize(
    "stem",
    ["01-classic-government", "00-start-here"],
)
def test_a_tap_on_the_words(chromium, whole_edition, stem):
    """On a phone, does a tap on the words of each label change its own control alone,
    and does the page stay?
    """
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, offline=True
    )
    page = awake(context.new_page(), (whole_edition / f"{stem}.html").as_uri())
    page.wait_for_timeout(1000)
    unfold(page)
    page.evaluate("document.querySelectorAll('.sf details').forEach((one) => (one.open = true))")
    total = page.evaluate(
        "[...document.querySelectorAll('.sf label')].filter((l) => l.control).length"
    )
    tapped, wrong = set(), []

    def tap_all():
        for i in range(total):
            if i in tapped or "x" not in (at := page.evaluate(WORDS, i)):
                continue
            tapped.add(i)
            if page.evaluate(PLACES, i)[2] not in {"radio", "checkbox"}:
                page.wait_for_timeout(700)  # two taps at once select a word, and focus nothing
            before_at, before = page.evaluate(STATE)
            page.touchscreen.tap(at["x"], at["y"])
            after_at, after = page.evaluate(STATE)
            own, group, sort, checked, active = page.evaluate(PLACES, i)
            values = [[state.split(" ")[0] for state in states] for states in (before, after)]
            changed = {j for j, (was, now) in enumerate(zip(*values, strict=True)) if was != now}
            did = {
                "radio": checked,
                "checkbox": changed == {own},
            }.get(sort, active)
            if not did or changed - set(group) or abs(after_at - before_at) > 60:
                wrong.append((at["said"], sort, did, sorted(changed), own, after_at - before_at))

    tap_all()
    for tab in page.locator(".sf-tab:not([hidden])").all():
        if tab.is_visible():
            tab.click()
            tap_all()
    context.close()
    assert wrong == []
    assert len(tapped) == total
