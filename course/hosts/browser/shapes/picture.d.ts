// What a picture is made of. tsc reads it; nothing of it is sent.

export interface Sign {
  sign: string;
  x: number;
  y: number;
  size: number;
  tone: string;
  look: string;
}

export interface Word {
  word: string;
  x: number;
  y: number;
  anchor: string;
  tone: string;
  strong: boolean;
}

export interface Rule {
  x: number;
  y: number;
  to_x: number;
  to_y: number;
  tone: string;
  thick: number;
  dash: string;
  end: boolean;
}

export type Mark = Sign | Word | Rule;

export interface Laid {
  marks: Mark[];
  height: number;
}
