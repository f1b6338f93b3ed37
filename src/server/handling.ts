import { type HandlingMark, isOpenTo, mayDo, type RecordLine, type Role } from "../model/index.js";

/** Whether whoever sees up to a mark sees what bears another one. */
export function isShown(mark: HandlingMark, upTo: HandlingMark | null): boolean {
  return upTo !== null && isOpenTo(mark, upTo);
}

/** What says who is let in, and as what: no case is in it, and it is an auditor's and an administrator's to see. */
const aboutPeople = /^(person|token|sign-in) /;

/** Lines of the record without what one may not see: that something was done stays, with its digests; what it says goes. */
export function withoutHidden(
  lines: readonly RecordLine[],
  { seesUpTo, roles }: { seesUpTo: HandlingMark | null; roles: readonly Role[] },
): { lines: RecordLine[]; withheld: number } {
  const open = (line: RecordLine) => isOpenLine(line, { seesUpTo, roles });
  const shown = lines.map((line) => (open(line) ? line : { ...line, changed: [], reason: null }));
  return { lines: shown, withheld: lines.filter((line) => !open(line)).length };
}

/** Whether what a line of the record says is shown to somebody. */
export function isOpenLine(
  { case: of, object, handling }: RecordLine,
  { seesUpTo, roles }: { seesUpTo: HandlingMark | null; roles: readonly Role[] },
): boolean {
  if (of === null && aboutPeople.test(object)) return roles.includes("auditor") || mayDo(roles, "people:read");
  return isShown(handling, seesUpTo);
}
