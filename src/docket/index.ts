export {
  endByIssuer,
  endSession,
  endSessionsOf,
  type FoundSession,
  type FoundToken,
  findSession,
  findToken,
  keepSession,
  keepToken,
  listRefusals,
  listSessions,
  listTokens,
  makeToken,
  noteRefusals,
  noteSignOut,
  type RefusalReason,
  revokeToken,
  type SignedIn,
  signIn,
  signOutEverywhere,
  type Vouched,
} from "./access/index.js";
export { checkBackup, importCase, noteExport, restoreBackup, verifyBundle, writeBundle } from "./bundle/index.js";
export { calendarOf } from "./calendar/calendar-of.js";
export { holidaysOf, nextBusinessDay, offDay } from "./calendar/off-days.js";
export { CalendarError, readCalendar, shippedCalendars } from "./calendar/read-calendar.js";
export { type CalendarDeadline, calendarFile } from "./calendar-file.js";
export {
  addNote,
  type CaseFile,
  type CaseQuery,
  confirmPoint,
  confirmService,
  correctEvent,
  type Doing,
  deadlinesFor,
  type Edit,
  editCase,
  happenedIn,
  knownProcedures,
  listCases,
  marksIn,
  noteRead,
  openCase,
  type ReadItem,
  type RecordQuery,
  readCaseFile,
  recordEvent,
  recordOf,
  recordPage,
  showCase,
  showCases,
  standingOf,
  todayOf,
  whyDeadline,
} from "./cases/index.js";
export { dayOf, wallClock } from "./days.js";
export {
  approveDecision,
  decisionLines,
  decisionsIn,
  openDecisions,
  type Proposal,
  proposeDecision,
  renewDecision,
  returnDecision,
  showDecision,
  statusOf,
  withdrawDecision,
} from "./decisions/index.js";
export {
  addEvidence,
  editFact,
  evidenceFile,
  type FactEdit,
  gradeEvidence,
  listEvidence,
  listFacts,
  markEvidence,
  markQuote,
  type NewEvidence,
  type NewFact,
  type NewQuote,
  openEvidence,
  type RecheckRequest,
  readEvidenceFile,
  recheckQuotes,
  showEvidence,
  shownFacts,
  stateFact,
  supportOf,
  takeQuote,
  withdrawEvidence,
  withdrawFact,
  withdrawQuote,
} from "./evidence/index.js";
export {
  ConflictError,
  canonicalJson,
  type Docket,
  DocketError,
  type DocketView,
  mostFileBytes,
  type Rebuilt,
  rebuildShown,
  sha256,
  verifyDocket,
} from "./journal/index.js";
export {
  approveLetter,
  authorsOf,
  confirmCitation,
  type Draft,
  draftLetter,
  editLetter,
  type IssueOutcome,
  type IssueState,
  issuedAs,
  issueLetter,
  type KeptLetter,
  keptLetters,
  keptTemplate,
  keptTemplates,
  type NewLetterFile,
  type PreparedIssue,
  readLetter,
  resetTemplate,
  reviewLetter,
  setTemplate,
  startedBy,
} from "./letters/index.js";
export { movedDeadlines } from "./moved.js";
export { openDocket } from "./open.js";
export { openPoints } from "./open-points.js";
export {
  addPerson,
  editPerson,
  listPeople,
  type NewPerson,
  type PersonEdit,
  readPerson,
  retirePerson,
  showPerson,
} from "./people/index.js";
export { proceduresOn, shippedProcedures } from "./procedures.js";
export {
  type CheckedPublication,
  checkPublication,
  type Passage,
  type PublicationGround,
  withheldWords,
} from "./publication.js";
export { ProcedureError, readProcedure } from "./read-procedure.js";
export { dayReceived } from "./receipt.js";
export { attachRun, type NewRun, readRun, runFindings, runLines, runResult, runsIn, withdrawRun } from "./runs/index.js";
export { isSamePerson } from "./same-person.js";
export { countOf, standing } from "./standing.js";
