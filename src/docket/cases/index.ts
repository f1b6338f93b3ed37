export { addNote, confirmPoint, confirmService, correctEvent, type Edit, editCase, openCase, recordEvent } from "./actions.js";
export { recordOf } from "./record.js";
export { deadlinesFor, listCases, showCase, showCases } from "./show.js";
export { whyDeadline } from "./why.js";
