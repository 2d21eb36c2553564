// What our scripts leave on the window for each other. tsc reads it; nothing of it is sent.
import type { Plotly } from "./figure.d.ts";

declare global {
  interface Window {
    /** The last number that `uid` gave. */
    steelFrameSerial?: number;
    steelFrameHeld?: WeakMap<object, { states: Map<string, unknown>; told: EventTarget }>;
    steelFramePlotly?: Promise<Plotly>;
    Plotly?: Plotly;
    /** What a page of the edition writes in front of its scripts; course/hosts/pages/writing.py. */
    steelFrameModules: { files: Record<string, string>; modules: Record<string, string[]> };
    steelFrameContract: Record<string, unknown>;
    steelFramePlotlyVersion: string;
    steelFramePlotlyText: string;
    steelFrameTexts: { title: string; address: string; text: string }[];
    _JUPYTERLAB?: Record<string, unknown>;
  }
  interface Navigator {
    connection?: { saveData?: boolean };
  }
}
