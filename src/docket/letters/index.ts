export { approveLetter, authorsOf, confirmCitation, type Draft, draftLetter, editLetter, reviewLetter } from "./actions.js";
export { type IssueOutcome, type IssueState, issueLetter, nextLetterNumber, type PreparedIssue, startedBy } from "./issue.js";
export { issuedAs, type KeptLetter, keptLetters, type NewLetterFile, readLetter } from "./kept.js";
export { keptTemplate, keptTemplates, resetTemplate, setTemplate } from "./templates.js";
