// The designer's tables, and what a set of levers meets. tsc reads it; nothing of it is sent.

export interface Tension {
  lever: string;
  basis: string;
  trigger: string;
  consequence: string;
  why: string;
  mitigation: string;
  claims: string[];
  sectors: Record<string, [force: string, here: string]>;
}

/** The designer's tables, as course/capstone/reform.py gives them. */
export interface Reform {
  most: number;
  sectors: Record<string, string>;
  levers: Record<string, string>;
  groups: [title: string, levers: string[]][];
  tensions: Record<string, Tension>;
  preconditions: Record<
    string,
    { name: string; basis: string; needed_by: string[]; claims: string[] }
  >;
  models: Record<string, { name: string; chapter: string; why: Record<string, string> }>;
  claims: Record<string, string>;
}

/** One place where a lever was tried: what was found, and by which works. */
export interface Tried {
  found: string;
  works: string;
}

export type Met = { tension: string; basis: string; here: string };

export interface Outcome {
  sector: string;
  levers: string[];
  bites: Record<string, Met[]>;
  weak: Record<string, Met[]>;
  silent: Record<string, Met[]>;
  missing: string[];
  models: Record<string, string[]>;
}
