// Looks on at a room: by a socket, and where a network lets none through, by asking again and
// again. One message holds all that is to be known, so a page that was away needs one.

import { isObject } from "../values.js";

const SILENT = 35000; // ms; a room says something every 15 s
const FIRST = 4000; // ms in which a socket must have said something

const pause = (tries) => Math.min(5000, 400 * 1.7 ** tries) * (0.6 + 0.8 * Math.random());
const addressOf = (path) => {
  const address = new URL(path, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
};

// base: the room's path seen from the page, with a slash or empty; query: who asks. told(state)
// hears each state, standing(isHere, said) whether the room is reached, and what it says if it lets
// nobody in.
/**
 * @param {string} base
 * @param {string} query
 * @param {(state: any) => void} told
 * @param {(here: boolean, said?: string) => void} standing
 */
export const lookOn = (base, query, told, standing) => {
  let [tries, heardAt, version, bySocket] = [0, 0, "", false];
  /** @type {(() => void) | undefined} */
  let leave;
  let timer;
  const heard = (text) => {
    const state = JSON.parse(text);
    if (!isObject(state)) return;
    [tries, heardAt, version] = [0, Date.now(), state.version];
    standing(true);
    told(state);
  };
  const lost = (said) => {
    leave = undefined;
    standing(false, said);
    clearTimeout(timer);
    timer = setTimeout(next, pause(tries));
    tries += 1;
  };
  const socket = () => {
    const made = new WebSocket(addressOf(`${base}socket?${query}`));
    let alive = true;
    const stop = () => {
      if (!alive) return;
      alive = false;
      clearTimeout(first);
      clearInterval(watch);
      made.close();
      lost();
    };
    leave = stop;
    const first = setTimeout(stop, FIRST);
    const watch = setInterval(() => Date.now() - heardAt > SILENT && stop(), 3000);
    made.onmessage = ({ data }) => {
      clearTimeout(first);
      bySocket = true;
      if (alive) heard(data);
    };
    made.onclose = made.onerror = stop;
    heardAt = Date.now();
  };
  const poll = async () => {
    const life = new AbortController();
    leave = () => life.abort();
    try {
      for (;;) {
        const wait = setTimeout(() => life.abort(), SILENT);
        const reply = await fetch(`${base}state?${query}&version=${version}`, {
          signal: life.signal,
        });
        if (reply.status >= 500) {
          clearTimeout(wait);
          lost((await reply.json()).said);
          return;
        }
        if (!reply.ok) throw new Error(String(reply.status));
        heard(await reply.text());
        clearTimeout(wait);
        if (bySocket) break; // the room is there again, and sockets go through here
      }
      socket();
    } catch {
      lost();
    }
  };
  // Sockets and questions by turns, until one of them is answered.
  const next = () => (tries % 2 ? poll() : socket());
  const wake = () => {
    if (document.visibilityState !== "visible" || Date.now() - heardAt < 16000) return;
    if (leave) leave();
    clearTimeout(timer);
    timer = setTimeout(next, 0);
  };
  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  addEventListener("pageshow", wake);
  next();
};

// What the room answers to something sent: { said } if it was refused. Throws if nothing answers.
/** @param {string} path @param {object} sent */
export const post = async (path, sent) => {
  const life = AbortSignal.timeout(8000);
  const reply = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sent),
    signal: life,
  });
  const told = await reply.json();
  if (reply.status >= 500) throw new Error(told.said);
  return { ok: reply.ok, status: reply.status, ...told };
};
