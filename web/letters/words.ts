import type { LetterKind, LetterList } from "../../src/model/index.js";

/** How far a letter is, in words. */
export const statusWords = { draft: "Draft", approved: "Approved", issued: "Issued" } satisfies Record<
  LetterList["letters"][number]["status"],
  string
>;

/** What a kind of letter is, in words. */
export const kindWords = {
  notice: "Notice",
  "information-demand": "Demand for information",
  "initial-determination": "Initial determination",
  response: "Response",
  "mitigation-agreement": "Mitigation agreement",
  "final-determination": "Final determination",
  "redacted-release": "Public version",
  other: "Other",
} satisfies Record<LetterKind, string>;
