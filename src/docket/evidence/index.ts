export { editFact, type FactEdit, type NewFact, stateFact, supportOf, withdrawFact } from "./facts.js";
export { addEvidence, gradeEvidence, markEvidence, type NewEvidence, withdrawEvidence } from "./items.js";
export {
  type EvidenceFile,
  evidenceFile,
  openEvidence,
  readOfEvidence,
  showEvidence,
  type TakenFile,
  takeEvidenceFile,
} from "./open-item.js";
export { markQuote, type NewQuote, type RecheckRequest, recheckQuotes, takeQuote, withdrawQuote } from "./quotes/quotes.js";
export { listEvidence, listFacts, showFact, shownFacts } from "./shown.js";
