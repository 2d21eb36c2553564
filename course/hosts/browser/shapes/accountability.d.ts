// What the map of who answers to whom holds; course/interactives/accountability.py makes it.

export type Width = "wide" | "narrow";

export interface Drawn {
  d: string;
  middle: [number, number];
}

export interface Line {
  key: string;
  one: string;
  relation: string;
  other: string;
  says: string;
  claims: string[];
  inferred: string;
  source: string;
  mark: "" | "kept" | "gone" | "new";
  wide: Drawn;
  narrow: Drawn;
}

export interface State {
  id: string;
  name: string;
  says: string;
  colour: string;
  absent: string[];
  lines: Line[];
}

export interface Actor {
  id: string;
  word: string;
  sign: string;
}

export interface Place {
  x: number;
  y: number;
  words: string[];
}

export interface Load {
  actors: Actor[];
  signs: Record<string, string>;
  layouts: Record<Width, Record<string, Place>>;
  states: State[];
  claims: Record<string, [string, string]>;
  relations: Record<string, string>;
  marks: Record<string, string>;
}
