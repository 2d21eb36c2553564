// A chart as a document holds it. tsc reads it; nothing of it is sent.

export interface Plotly {
  react(place: Element, data: Trace[], layout: object, options: object): Promise<unknown>;
}

export interface Marker {
  symbol?: string | string[];
  color?: string | string[];
  size?: number | number[];
  line?: { width?: number };
  pattern?: { shape?: string; fgcolor?: string; fgopacity?: number };
}

export interface Stroke {
  color?: string;
  width?: number;
  dash?: string;
}

/** What a chart of ours may draw. A notebook's may be a stranger's: still.js checks as it draws. */
export interface Trace {
  name: string;
  type?: string;
  mode?: string;
  visible?: boolean | string;
  showlegend?: boolean;
  orientation?: string;
  x: any[];
  y: any[];
  text?: string[];
  textposition?: string | string[];
  textfont?: { size?: number; color?: string };
  marker?: Marker;
  line?: Stroke;
  fill?: string;
  fillcolor?: string;
  meta?: string;
  error_y?: { array?: (number | null)[]; width?: number; color?: string; thickness?: number };
}

export interface Axis {
  range: [number, number];
  tickvals?: number[];
  nticks?: number;
  zerolinecolor?: string;
  title: { text: string };
}

/** The course's theme: course/charts/theme.py. */
export interface Template {
  height: number;
  margin: { l: number; r: number; t: number; b: number };
  font: { color: string; size: number };
  xaxis: { gridcolor: string; tickcolor: string; title: { font: { size: number } } };
  yaxis: { title: { font: { size: number } } };
}

export interface Layout {
  xaxis: Axis;
  yaxis: Axis;
  bargap?: number;
  /** px by which the title above stands higher, for the marks of a room below it */
  raised?: number;
  shapes?: { yref?: string; x0: number; x1: number; y0: number; y1: number; line: Stroke }[];
  annotations?: object[];
  meta?: { title: string; source: string; description: string; uncertainty: string };
  template: { layout: Template };
}

export interface Figure {
  data: Trace[];
  layout: Layout;
}
