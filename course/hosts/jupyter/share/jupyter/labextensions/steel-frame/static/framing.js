// A chapter of the course is shown in a frame of its own: a line above it and a banner at its head
// (hosts/browser/frame.js). A notebook that only bears a chapter's name is none.

import { courseOf } from "./modules.js";
import { isOurs } from "./opening.js";

const stemOf = (path) =>
  path
    .split("/")
    .pop()
    .replace(/\.ipynb$/, "");

const framed = async ({ lab, app, course, panel, context }) => {
  await context.ready;
  if (!isOurs(context.model)) return;
  const stem = stemOf(context.localPath);
  const [{ bannerOf, lineOf }, { chapters, signs }] = await Promise.all([
    course.load("frame"),
    course.every(),
  ]);
  const chapter = chapters.find((one) => one.stem === stem);
  if (!chapter || panel.isDisposed) return;
  const folder = context.path.slice(0, -`${stem}.ipynb`.length);
  const { line, tell } = lineOf(
    chapters,
    stem,
    (other) => app.commands.execute("docmanager:open", { path: `${folder}${other}.ipynb` }),
    (isShown) =>
      app.commands.execute(isShown ? "notebook:show-all-cell-code" : "notebook:hide-all-cell-code"),
  );
  const head = new lab.Widget({ node: line });
  head.node.style.minHeight = "45px"; // a box panel gives no more than that
  panel.contentHeader.addWidget(head);
  const outer = panel.content.node.querySelector(".jp-WindowedPanel-outer");
  if (!outer) return;
  outer.prepend(bannerOf(chapter, signs));
  const look = () => {
    const whole = outer.scrollHeight - outer.clientHeight;
    tell(whole > 0 ? outer.scrollTop / whole : 1);
  };
  outer.addEventListener("scroll", look, { passive: true });
  look();
};

export const plugin = (lab) => ({
  id: "steel-frame:framing",
  description: "Shows a chapter under its own name, with the chapters before and after it.",
  autoStart: true,
  activate: (app) => {
    const course = courseOf(lab, app);
    if (!course) return;
    app.docRegistry.addWidgetExtension("Notebook", {
      createNew: (panel, context) => {
        framed({ lab, app, course, panel, context }).catch(console.warn);
      },
    });
  },
});
