// The texts come from Python exactly as every front end gets them; `moduleOf` gives what a module
// and each part of it exports.
import { readFileSync } from "node:fs";

export const given = JSON.parse(readFileSync(process.env.WIDGET_CASES, "utf8"));

const imported = (text) =>
  import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);

export const moduleIn = async (text) => {
  const parts = [...text.matchAll(/^const (\$\w+) = \(/gm)].map(([, name]) => name);
  const { all, ...own } = await imported(
    `${text}\nexport const all = Object.assign({}, ${parts.join(", ")});`,
  );
  return { ...all, ...own };
};

export const moduleOf = (name) => moduleIn(given.modules[name]);
