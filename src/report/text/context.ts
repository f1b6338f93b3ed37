import type { SourceRegister } from "../sources.js";
import type { View } from "../view.js";
import type { Style } from "./style.js";

/** What every section of the text report is written with. Lines of a section are at most `width` columns. */
export interface Context {
  view: View;
  width: number;
  style: Style;
  /** Filled as findings cite; the section of sources comes after them. */
  sources: SourceRegister;
}

/** A part of the report: its heading and lines. No lines: the section is left out. */
export interface Section {
  heading: string;
  lines: string[];
}

export const indent = "  ";
