export { checkBackup, importCase, noteExport, restoreBackup, verifyBundle, writeBundle } from "./bundle/index.js";
export { calendarOf } from "./calendar/calendar-of.js";
export { holidaysOf, nextBusinessDay, offDay } from "./calendar/off-days.js";
export { CalendarError, readCalendar, shippedCalendars } from "./calendar/read-calendar.js";
export { type CalendarDeadline, calendarFile } from "./calendar-file.js";
export {
  addNote,
  type CaseQuery,
  confirmPoint,
  confirmService,
  correctEvent,
  deadlinesFor,
  type Edit,
  editCase,
  listCases,
  openCase,
  type RecordQuery,
  recordEvent,
  recordOf,
  recordPage,
  showCase,
  showCases,
  whyDeadline,
} from "./cases/index.js";
export { dayOf, wallClock } from "./days.js";
export { ConflictError, type Docket, DocketError, type Rebuilt, rebuildShown, verifyDocket } from "./journal/index.js";
export { movedDeadlines } from "./moved.js";
export { openDocket } from "./open.js";
export { openPoints } from "./open-points.js";
export { proceduresOn, shippedProcedures } from "./procedures.js";
export {
  type CheckedPublication,
  checkPublication,
  type Handling,
  handlings,
  type Passage,
  type PublicationGround,
} from "./publication.js";
export { ProcedureError, readProcedure } from "./read-procedure.js";
export { dayReceived } from "./receipt.js";
export { countOf, standing } from "./standing.js";
