import { type HandlingMark, isOpenTo, type RecordLine } from "../model/index.js";

/** Whether whoever sees up to a mark sees what bears another one. */
export function isShown(mark: HandlingMark, upTo: HandlingMark | null): boolean {
  return upTo !== null && isOpenTo(mark, upTo);
}

/** Lines of the record without what one may not see: that something was done stays, what it says goes. */
export function withoutHidden(lines: readonly RecordLine[], upTo: HandlingMark | null): { lines: RecordLine[]; withheld: number } {
  const shown = lines.map((line) => (isShown(line.handling, upTo) ? line : { ...line, changed: [], reason: null }));
  return { lines: shown, withheld: lines.filter(({ handling }) => !isShown(handling, upTo)).length };
}
