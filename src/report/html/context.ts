import type { SourceRegister } from "../sources.js";
import type { View } from "../view.js";

/** What every section of the page is written with. */
export interface Context {
  view: View;
  /** Filled as sections cite; the section of sources is written after them. */
  sources: SourceRegister;
}
