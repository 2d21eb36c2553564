// What stands between an interactive and the page under it. tsc reads it; nothing of it is sent.
import type { Plotly } from "./figure.d.ts";
import type { Answer } from "./items.d.ts";
import type { Country, Memo } from "./memo.d.ts";

/** A sentence with {names} to fill in, or one for each plural form, of which `n` chooses. */
export type Sentence = string | Record<string, string>;

/** Fills a sentence in; `nodes` leaves it in parts, among which a value may be a node. */
export interface Say {
  (told: Sentence, values?: object): string;
  nodes(told: Sentence, values: object): (string | Node)[];
  language: string;
}

/** A line of the answers file, as far as a page needs it; see datasets/schemas/answer.json. */
export interface Line {
  item: string;
  at: string;
  score: number | null;
}

export interface KeptLine extends Line {
  device: string;
  n: number;
  answer: Answer;
}

export interface Reply {
  problem?: string;
}

export interface Kept extends Reply {
  kept?: boolean;
  said?: string;
}

export interface Told {
  item: string;
  answer: Answer;
  score: number | null;
  seconds?: number;
}

/** What an interactive may ask of the page it stands on; kernel.js, server.js, pages/host.js. */
export interface Host {
  readonly past: Record<string, any>;
  readonly lines: Line[];
  readonly unread: string;
  /** What is one notebook's stays with this object. */
  notebook: object;
  shelf: string;
  place: string;
  page?: string;
  silent: string;
  again: string;
  onAnswers(call: () => void, signal: AbortSignal): void;
  keep(told: Told): Promise<Kept>;
  take(): Promise<Reply & { text?: string }>;
  bring(text: string): Promise<Reply & { added?: number }>;
  forget(): Promise<Reply & { forgotten?: boolean }>;
  plotly(): Promise<Plotly>;
  memo: null | {
    figures(country: string): Promise<Reply & Country>;
    write(memo: Memo, date: string): Promise<Reply & { files: string[] }>;
  };
}

/** What `show` is given: a document, its host, a place, and the signal that ends its life. */
export interface Shown<Data = any> {
  data: Data;
  host: Host;
  el: HTMLElement;
  signal: AbortSignal;
}
