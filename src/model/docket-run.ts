import { z } from "zod";
import { Day, PartialDate } from "./common.js";
import { HandlingMark } from "./handling.js";
import { JournalHead, Sha256 } from "./journal.js";
import { StoredFile } from "./stored-file.js";

/** A finding of an attached run: of a review a finding, of a dossier a question of the review with how far it is answered, of a scenario a system with what becomes of it. */
export const RunFinding = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string(),
  outcome: z
    .string()
    .describe(
      "of a review: prohibited, restricted, review, note, exempt; of a dossier: answered, partly, open; of a scenario: stops, degrades, cannot-be-told, goes-on",
    ),
  certainty: z.string().nullable(),
  status: z.string().nullable().describe("of a review: open, accepted, acceptance-expired, in-baseline"),
  transaction: z.string().nullable(),
  sha256: Sha256.describe("of the finding as the result has it, as canonical JSON (RFC 8785)"),
});
export type RunFinding = z.infer<typeof RunFinding>;

/** A file that a run read, by its digest. */
export const RunInput = z.strictObject({ path: z.string(), format: z.string(), bytes: z.int().nonnegative(), sha256: Sha256 });
export type RunInput = z.infer<typeof RunInput>;

/** A run of `beholden review`, `beholden dossier` or `beholden impact` that belongs to a case: what it read and stood on, and its result by digest. */
export const DocketRun = z.strictObject({
  title: z.string().min(1).max(300),
  handling: HandlingMark,
  kind: z.enum(["review", "dossier", "impact"]),
  source: z.enum(["saved", "run-here"]).describe("attached as a saved result, or run as it was attached"),
  subject: z
    .string()
    .describe(
      "who is reviewed, or the id of the provider; of a scenario also its id, which stands for what is cut off, from where and when",
    ),
  asOf: Day,
  tool: z.string().describe("version of beholden that made the result"),
  bytesChecked: z
    .boolean()
    .describe(
      "the result is, byte for byte, what this version of beholden prints; false: another version made it, so its fields alone were checked",
    ),
  reference: z.strictObject({
    edition: z.string(),
    sha256: z.string(),
    imports: z.array(z.strictObject({ id: z.string(), edition: PartialDate.nullable(), sha256: z.string() })),
  }),
  changeSets: z
    .array(z.string())
    .optional()
    .describe(
      "of a run made here: the change sets by which the imports and rule packs that it stands on came in, such as us-ofac-sdn/0123456789abcdef",
    ),
  rulePacks: z.array(z.strictObject({ id: z.string(), sha256: z.string().nullable().describe("null: the result does not record it") })),
  inputs: z
    .strictObject({
      files: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      sha256: Sha256.describe("of the list of path, format, bytes and SHA-256 of every file that was read, as canonical JSON"),
      declaration: Sha256.nullable().describe("of what beholden.yaml declares, as canonical JSON; null where there is none"),
    })
    .describe("the list itself stands in the result"),
  determination: z.string().nullable().describe("of a review: the outcome of the whole"),
  result: Sha256.describe("the result, a file of the docket"),
  findings: z.strictObject({
    total: z.int().nonnegative(),
    byOutcome: z.record(z.string(), z.int().positive()).describe("of a review: the open ones"),
    sha256: Sha256.describe("the list of every finding, a file of the docket: canonical JSON"),
  }),
  withdrawn: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
  files: z.array(StoredFile).max(10),
});
export type DocketRun = z.infer<typeof DocketRun>;

/** A run as a case shows it. */
export const RunLine = z.strictObject({
  id: z.string().describe("its name in the case, such as r1"),
  version: z.int(),
  attached: z.object({ by: z.string(), at: z.string() }),
  newer: z.string().nullable().describe("the newest later run of the same subject; null where there is none"),
  ...DocketRun.shape,
});
export type RunLine = z.infer<typeof RunLine>;

/** The answer of `beholden docket run show`. */
export const ShownRun = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  run: RunLine,
  inputs: z.array(RunInput),
  findings: z.array(RunFinding),
  head: JournalHead,
});
export type ShownRun = z.infer<typeof ShownRun>;
