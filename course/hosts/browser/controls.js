// What a student moves: native inputs, each with its label; see controls.py.

import { el, uid } from "./shared.js";
import { say } from "./words.js";

export const control = (c, changed, signal) => {
  const moved = (at) => {
    c.at = Number(at);
    changed();
  };
  if (c.kind === "choice") {
    const options = c.options.map((text, i) =>
      el("option", { value: i, selected: i === c.at }, text),
    );
    const pick = el(
      "select",
      { "data-control": c.name, onchange: () => moved(pick.value) },
      ...options,
    );
    return el("div", { class: "sf-control" }, el("label", {}, el("span", {}, c.label), pick));
  }
  if (c.kind === "toggle") {
    const box = el("input", {
      type: "checkbox",
      checked: c.at === 1,
      "data-control": c.name,
      onchange: () => moved(box.checked ? 1 : 0),
    });
    return el("label", { class: "sf-control sf-toggle" }, box, el("span", {}, c.label));
  }
  const id = uid("control");
  const out = el("output", { for: id }, c.options[c.at]);
  const slide = el("input", {
    id,
    type: "range",
    min: 0,
    max: c.values.length - 1,
    step: 1,
    value: c.at,
    "data-control": c.name,
    "aria-valuetext": c.options[c.at],
    oninput: () => {
      out.textContent = c.options[slide.value];
      slide.setAttribute("aria-valuetext", c.options[slide.value]);
      moved(slide.value);
    },
  });
  return el(
    "div",
    { class: "sf-control" },
    el("label", {}, el("span", {}, c.label), slide),
    out,
    c.plays ? player(c, slide, signal) : null,
  );
};

// Moves a slider by itself, a step each 400 ms, from where it stands (from the start if it stands
// at the end).
const player = (c, slide, signal) => {
  let timer;
  const to = (at) => {
    slide.value = at;
    slide.dispatchEvent(new Event("input"));
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = say("controls.play");
  };
  const step = () => (c.at < c.values.length - 1 ? to(c.at + 1) : stop());
  const button = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      "data-control": `${c.name}-play`,
      onclick: () => {
        if (timer) return stop();
        if (c.at === c.values.length - 1) to(0);
        timer = setInterval(step, 400);
        button.textContent = say("controls.pause");
        return undefined;
      },
    },
    say("controls.play"),
  );
  slide.addEventListener("pointerdown", stop);
  slide.addEventListener("keydown", stop);
  signal.addEventListener("abort", stop);
  return button;
};

// Which series are shown.
export const chooser = (several, changed) => {
  const box = (name) => {
    const tick = el("input", {
      type: "checkbox",
      checked: several.on.includes(name),
      "data-control": `show ${name}`,
      onchange: () => {
        several.on = Object.keys(several.series).filter((s) =>
          s === name ? tick.checked : several.on.includes(s),
        );
        changed();
      },
    });
    return el("label", { class: "sf-toggle" }, tick, el("span", {}, name));
  };
  return el(
    "fieldset",
    { class: "sf-several" },
    el("legend", {}, several.label),
    ...Object.keys(several.series).map(box),
  );
};
