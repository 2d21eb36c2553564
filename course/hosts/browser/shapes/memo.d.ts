// The policy memo. tsc reads it; nothing of it is sent.
import type { Item } from "./items.d.ts";
import type { Reform } from "./reform.d.ts";

export interface Country {
  country: string;
  name: string;
  figures: MemoFigure[];
}

/** A figure that a memo may cite; `cannot` says why one has no number. */
export interface MemoFigure {
  key: string;
  question: string;
  lead: string;
  found: string;
  about: string;
  interval: string;
  verdict: string;
  badge: string;
  spread: string;
  source: string;
  listed: string;
  estimate: string;
  cannot?: string;
}

/** The memo as course/capstone has it. */
export interface Memo {
  country: string;
  figures: string[];
  sector: string;
  levers: string[];
  held: string[];
  answers: Record<string, string>;
  sections: Record<string, string>;
  rubric: Record<string, number>;
  own: Record<string, string>;
  office: Record<string, string>;
  rows: Record<string, string>;
  bears: Record<string, string>;
  options: Record<string, string>;
  choice: string;
  what: string;
  towards: string;
  to: string;
  from: string;
  help: string;
}

export interface MemoDocument {
  items: Item[];
  blank: Memo;
  reform: Reform;
  countries: Record<string, Omit<Country, "country">>;
  style: string;
  words: {
    page: Record<string, string> & {
      steps: string[];
      lines: Record<string, string>;
      groups: {
        id: string;
        title: string;
        lines?: string[];
        office?: string[];
        places?: string[];
        rows?: string;
      }[];
    };
    labels: Record<string, string>;
    own: Record<string, string>;
    draws: Record<string, string>;
    rows: Record<string, { most: number; parts: Record<string, string> }>;
    office: Record<string, string>;
    options: { letters: string[]; nothing: string; parts: Record<string, string> };
    sections: {
      id: string;
      place: string;
      title: string;
      ask: string;
      words: [number, number];
    }[];
    rubric: { id: string; title: string; levels: string[] }[];
    most_words: number;
    page_words: number;
    most_figures: number;
  };
}
