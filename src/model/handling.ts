import { z } from "zod";

/** How something may be handled, the most open first. Only what is `public` is ever published. */
export const handlingMarks = ["public", "internal", "business-confidential", "restricted"] as const;
export const HandlingMark = z.enum(handlingMarks);
export type HandlingMark = z.infer<typeof HandlingMark>;

/** Whether something of a mark is open to whom may see up to another mark. */
export function isOpenTo(mark: HandlingMark, upTo: HandlingMark): boolean {
  return handlingMarks.indexOf(mark) <= handlingMarks.indexOf(upTo);
}

/** The stricter of marks; `public` for none. */
export function strictestMark(marks: readonly HandlingMark[]): HandlingMark {
  return handlingMarks.findLast((mark) => marks.includes(mark)) ?? "public";
}
