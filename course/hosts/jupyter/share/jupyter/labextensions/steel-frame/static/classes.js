// A link to the lecturer's page of her class, where the server says that it has one: on a hub, for
// those who teach.

const LINK = "steelFrameClass"; // the same as in course/classroom/page/extension.py

const link = (lab, { address, words, title }) => {
  const node = document.createElement("div");
  const anchor = document.createElement("a");
  Object.assign(anchor, { href: address, textContent: words, title, target: "_blank" });
  anchor.rel = "noopener";
  Object.assign(anchor.style, { padding: "0 12px", lineHeight: "28px", color: "inherit" });
  node.append(anchor);
  const widget = new lab.Widget({ node });
  widget.id = "steel-frame-class";
  return widget;
};

export const plugin = (lab) => ({
  id: "steel-frame:class",
  description: "Links to the lecturer's page of a class.",
  autoStart: true,
  activate: (app) => {
    const told = lab.PageConfig.getOption(LINK);
    if (told) app.shell.add(link(lab, JSON.parse(told)), "top", { rank: 900 });
  },
});
