import { dependencyTimes, type Impact, type ImpactByTime } from "../../model/index.js";
import { wrap } from "../text/layout.js";
import type { Style } from "../text/style.js";
import { rangeWords } from "./words.js";

/** What every part of the text is written with. */
export interface TextContext {
  impact: Impact;
  width: number;
  style: Style;
  full: boolean;
}

/** A heading and what stands under it; nothing where there is nothing. */
export function part(title: string, lines: readonly string[], { width, style }: TextContext): string[] {
  return lines.length === 0 ? [] : ["", ...wrap(title, { width }).map(style.heading), ...lines];
}

/** One range in words, for the parts that have room. */
export function timesText(times: ImpactByTime): string {
  return dependencyTimes.map((time) => `${time} ${rangeWords(times[time])}`).join(", ");
}
