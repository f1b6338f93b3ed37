export { addNote, confirmPoint, confirmService, correctEvent, type Edit, editCase, openCase, recordEvent } from "./actions.js";
export { type CaseFile, happenedIn, knownProcedures, readCaseFile, standingOf, todayOf } from "./case-file.js";
export { caseLines } from "./case-lines.js";
export { type Doing, type Effect, eventAdded } from "./change.js";
export { type CaseQuery, listCases } from "./list.js";
export { noteRead, type ReadItem } from "./reads.js";
export { type RecordQuery, recordOf, recordPage } from "./record.js";
export { deadlinesFor, type Look, showCase, showCases } from "./show.js";
export { whyDeadline } from "./why.js";
