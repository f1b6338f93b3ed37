import { z } from "zod";
import { handlingMarks } from "./order.js";

/** How something may be handled. */
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

/** What a list names and does not show. */
export const RestrictedNames = z
  .array(z.string())
  .describe("restricted items that are there, such as fact f1: each is opened by its name, which is an entry of the record");
