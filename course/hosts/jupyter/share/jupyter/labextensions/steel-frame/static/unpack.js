// What a notebook stores of a document, which may come from a stranger, checked and unpacked. A
// message is one word for what is wrong.

export const MIME = "application/vnd.steel-frame.v2+json";
const MOST_BYTES = 1000000; // unpacked, as course/interactives/interactive.py has it
// What is wrong, as the server extension's sentences name it.
const [DAMAGED, LARGE, UNKNOWN] = ["damaged", "large", "unknown"];

export class Unreadable extends Error {}

// Measured while it unpacks: a few kilobytes may unpack to gigabytes.
const unpacked = async (bytes) => {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  const parts = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new Unreadable(LARGE);
    }
    parts.push(step.value);
  }
  return new Blob(parts).arrayBuffer();
};

const isObject = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);

// {module, content}. modules: the Set of names that are known here. Rejects with an Unreadable.
export const documentOf = async (stored, modules) => {
  if (
    !isObject(stored) ||
    !["module", "id", "data"].every((key) => typeof stored[key] === "string")
  )
    throw new Unreadable(DAMAGED);
  if (!modules.has(stored.module)) throw new Unreadable(UNKNOWN);
  // gzip adds a few bytes at most, base64 a third.
  if (stored.data.length > 2 * MOST_BYTES) throw new Unreadable(LARGE);
  try {
    const bytes = Uint8Array.from(atob(stored.data), (sign) => sign.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await unpacked(bytes));
    const content = JSON.parse(text);
    if (isObject(content)) return { module: stored.module, content };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
  }
  throw new Unreadable(DAMAGED);
};
