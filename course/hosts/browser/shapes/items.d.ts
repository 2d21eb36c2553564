// What is asked, and what its kind answers for. tsc reads it; nothing of it is sent.

/** An answer as its kind reads it; what a page or a stranger sent is asked `fits` first. */
export type Answer = unknown;

export interface Option {
  text: string;
  correct?: boolean;
  feedback: string;
}

/** A question, prediction, reflection or task; what else it holds, its kind says. */
export interface Item {
  id: string;
  kind: string;
  stem: string;
  hints: string[];
  points?: number;
  claims?: string[];
  words: number;
  opens: string;
  mark?: "x" | "y";
  checklist: string[];
  model?: string;
}

export interface Choice extends Item {
  options: Option[];
}

export interface Classify extends Item {
  statements: { text: string; group: string; feedback: string }[];
  groups: string[];
  feedback: string;
}

export interface Match extends Item {
  pairs: { left: string; right: string; feedback: string }[];
  distractors?: string[];
  rights?: string[];
  feedback: string;
}

export interface Order extends Item {
  steps: { text: string; feedback: string }[];
  shown: number[];
  feedback: string;
}

export interface Numeric extends Item {
  answer: number;
  unit: string;
  tolerance: number;
  feedback: string;
  low: string;
  high: string;
}

export interface NumberItem extends Numeric {
  traps?: { value: number; tolerance?: number; feedback: string }[];
}

export interface Estimate extends Numeric {
  line: [number, number];
  step: number;
  interval?: [number, number];
}

export interface Text extends Item {
  model: string;
}

export type Rated = { text: string; rating: number };

export interface Situation extends Item {
  sitting: "first" | "second";
  dilemma: string;
  options: { text: string; lens: string; argument: string; cost: string; claims?: string[] }[];
}

export type Argued = { option: number; why: string };

/** Ways that are all open; `ours`: what the course chose, for each reading, and why. */
export interface Reasoned extends Item {
  options: { text: string; says?: string; verdict?: string; sign?: string }[];
  ours: { of: string; option: number; because: string }[];
  then?: string;
  /** The card whose own verdict waits for hers. */
  weighs?: string;
}

export type Chosen = { option: number; why: string; defence?: string };

export interface DesignItem extends Item {
  sectors: string[];
  levers: string[];
  most: number;
}

export interface MemoItem extends DesignItem {
  lines: string[];
  sections: string[];
  most_figures: number;
  rubric: Record<string, number>;
  options: string[];
  choices: string[];
  own: string[];
  office: string[];
}

/** What stands on a page and is not yet kept: `fits` says if this page can show it, `put` does. */
export interface Fields<Left = any> {
  read(): Left;
  fits(left: unknown): boolean;
  put(left: Left): void;
}

/** Inputs of an item. `read` gives null while an answer is open; `ask` says what is wanted. */
export interface Parts<A = any> {
  nodes: Element[];
  ask: string;
  read(): A | null;
  restore(answer: A): unknown;
  fields?: Fields;
  prose?: HTMLTextAreaElement;
}

/** What a kind of item answers for; kinds/kind.js says it in words. */
export interface Kind<I extends Item = any, A = any> {
  fits(item: I, answer: any): boolean;
  score(item: I, answer: A): number | null;
  feedback(item: I, answer: A): string[];
  parts?(item: I): Parts;
  said?(item: I, answer: A): string;
  result?(item: I, answer: A): string;
  guess?(item: I, answer: A): string;
  drawn?(item: I, answer: A): Node[];
  compared?(item: I, answer: A, rate: (rated: Rated) => void): Node[];
}

/** Options, and the order in which they are shown. */
export interface Offered {
  options: { text: string }[];
  shown?: number[];
}
