import { z } from "zod";
import { DeterminationDraft, Effect, MeasureProposals, Review, ReviewComparison } from "../../model/index.js";
import { RealDay } from "../fields.js";
import { typesOf } from "../report-reply.js";
import { reviewedFiles } from "../reviewed-files.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import type { Upload } from "../upload.js";
import { Folder, files, formats, packs, Rules, Today } from "./tool-fields.js";

const Setting = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[A-Za-z0-9][^/\\\p{Cc}]*$/u, "expected an id, with = and a value where it has one");
const Ids = z
  .array(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^[A-Za-z0-9][A-Za-z0-9:._#@+-]*$/, "expected an id"),
  )
  .max(500)
  .optional();

const reviewFormats = ["json", "text", "jsonl", "sarif", "csv", "html", "md"] as const;
const What = z.strictObject({ asOf: Today, rules: Rules, folder: Folder });
const ReviewQuery = What.extend({
  sideBySide: z.stringbool().optional().describe("also ask every built-in regime about every counterparty"),
  with: z.array(Setting).max(100).optional().describe("a measure to take as in place, everywhere or as MEASURE=HOLDING_OR_SYSTEM"),
  format: formats(reviewFormats),
});
const MeasuresQuery = What.extend({
  cost: z.array(Setting).max(500).optional().describe("what a measure costs, as MEASURE=NUMBER"),
  effect: z.array(Effect).max(4).optional().describe("only reaches of these effects"),
  format: formats(["json", "text", "html", "md"]),
});
const DeterminationQuery = What.extend({
  transaction: Ids.describe("tell these in detail"),
  prohibit: Ids.describe("draft a prohibition of these, as you decide"),
  on: RealDay.optional().describe("day of the determination"),
  ceaseOn: RealDay.optional().describe("first day without use"),
  full: z.stringbool().optional().describe("as text: the whole letter"),
  format: formats(["json", "text", "md", "html", "docx"]),
});
const DiffQuery = z.strictObject({
  before: RealDay.optional().describe("day of the first side, where it is reviewed now"),
  after: RealDay.optional().describe("day of the second side, where it is reviewed now"),
  rules: Rules,
  format: formats(["json", "text", "md"]),
});

/** Rule packs that are named, and those that were sent. */
function ruleNames(rules: string[] | undefined, upload: Upload | null): string[] {
  return [...(rules ?? []), ...(upload?.files.get("packs") ?? [])];
}

const common = { tag: "reviews", method: "POST", permission: "tools:use" } as const;

/** Reviews of files: what reaches what, what ends it, what to decide, and how two of them differ. */
export const reviewRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/api/review",
    id: "review",
    summary: "Review artefacts: which governments can reach what, by what path, and what the law says of it",
    description: "Input that cannot be read stands among the problems of the answer, and the rest is reviewed.",
    commands: ["review"],
    query: ReviewQuery,
    upload: { files, packs, baseline: { description: "a saved review whose findings are known" } },
    answer: { description: "The review", schema: Review, types: typesOf(reviewFormats) },
    refusals: ["invalid", "not-found"],
    handle: async (context) => {
      const { asOf, rules, folder, sideBySide, with: assumed, format } = context.query;
      const place = await reviewedFiles(context.upload, folder, context.home);
      const baseline = context.upload?.files.get("baseline")?.[0];
      const options = { "as-of": asOf, rules: ruleNames(rules, context.upload), baseline, "side-by-side": sideBySide, with: assumed };
      return toolReply(context, { name: "review", format, options, values: [place.path], folder: place.folder, long: true });
    },
  }),
  route({
    ...common,
    path: "/api/measures",
    id: "measures",
    summary: "The cheapest sets of measures that leave no unacceptable reach, proven so",
    commands: ["measures"],
    query: MeasuresQuery,
    upload: { files, packs },
    answer: { description: "The sets of measures", schema: MeasureProposals, types: typesOf(["text", "html", "md"]) },
    refusals: ["invalid", "not-found"],
    handle: async (context) => {
      const { asOf, rules, folder, cost, effect, format } = context.query;
      const place = await reviewedFiles(context.upload, folder, context.home);
      const options = { "as-of": asOf, rules: ruleNames(rules, context.upload), cost, effect };
      return toolReply(context, { name: "measures", format, options, values: [place.path], folder: place.folder, long: true });
    },
  }),
  route({
    ...common,
    path: "/api/determination",
    id: "determination",
    summary: "Draft a determination with its letter, from a review",
    commands: ["determination"],
    query: DeterminationQuery,
    upload: { files, packs, review: { description: "a saved review to decide on, instead of files" } },
    answer: { description: "The draft", schema: DeterminationDraft, types: typesOf(["text", "md", "html", "docx"]) },
    refusals: ["invalid", "not-found"],
    handle: async (context) => {
      const { asOf, rules, folder, transaction, prohibit, on, ceaseOn, full, format } = context.query;
      const review = context.upload?.files.get("review")?.[0];
      const place =
        review !== undefined && folder === undefined && !context.upload?.files.has("files")
          ? { folder: context.upload?.folder, path: undefined }
          : await reviewedFiles(context.upload, folder, context.home);
      const options = {
        "as-of": asOf,
        rules: ruleNames(rules, context.upload),
        review,
        transaction,
        prohibit,
        on,
        "cease-on": ceaseOn,
        full,
      };
      const values = place.path === undefined ? [] : [place.path];
      return toolReply(context, { name: "determination", format, options, values, folder: place.folder, long: true });
    },
  }),
  route({
    ...common,
    path: "/api/diff",
    id: "diff",
    summary: "How two reviews differ, and why: artefacts, facts or law",
    description: "A side is a saved review (one .json file) or the files to review now. One side alone, with two days, compares the days.",
    commands: ["diff"],
    query: DiffQuery,
    upload: {
      before: { description: "the first side: a saved review, or files", many: true, needed: true },
      after: { description: "the second side", many: true },
      packs,
    },
    answer: { description: "The differences", schema: ReviewComparison, types: typesOf(["text", "md"]) },
    refusals: ["invalid"],
    handle: (context) => {
      const { before, after, rules, format } = context.query;
      const { upload } = context;
      const values = ["before", "after"].flatMap((side) => sideOf(side, upload?.files.get(side)));
      const days = [before, after].filter((day) => day !== undefined);
      const options = { "as-of": days, rules: ruleNames(rules, upload) };
      return toolReply(context, { name: "diff", format, options, values, folder: upload?.folder, long: true });
    },
  }),
];

/** One file in JSON is a saved review where it is one; the command sees to that. Else a side is the folder of its files. */
function sideOf(side: string, paths: readonly string[] | undefined): string[] {
  const [only, ...others] = paths ?? [];
  if (only === undefined) return [];
  return others.length === 0 && only.endsWith(".json") ? [only] : [side];
}
