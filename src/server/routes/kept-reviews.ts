import { z } from "zod";
import {
  FindingDetail,
  FindingHistory,
  HandlingMark,
  ReachDetail,
  ReviewComparison,
  ReviewImpact,
  ReviewLeftOpen,
  ReviewOutline,
  Review as ReviewSchema,
  ReviewShelf,
  type ScenarioFile,
  ShelvedReview,
  WithoutStep,
} from "../../model/index.js";
import { readScenarios, type ScenarioAction } from "../../report/impact/actions.js";
import { compareKept, exampleFolder, folderOf } from "../../reviews/make.js";
import { findingDetail, leftOpenOf, outlineOf, reachDetail, withoutStepOf } from "../../reviews/outline.js";
import { entered } from "../entered.js";
import { numberFrom, RealDay } from "../fields.js";
import { findingHistory } from "../finding-history.js";
import { deskOf, impactBeside, type Kept, keptReview, missing, refusing, reviewBeside, shelfFor, toldTo } from "../kept-review.js";
import { bytesOf } from "../review-bytes.js";
import { uploadedFolder } from "../review-files.js";
import { reviewedFiles } from "../reviewed-files.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";
import { files, PackId } from "./tool-fields.js";

const ReviewId = ShelvedReview.shape.id;
const OneReview = z.strictObject({ review: ReviewId });
const Name = z.string().min(1).max(300);

const Scenarios = z
  .string()
  .min(1)
  .max(2_000)
  .refine((text) => readScenarios(text).length > 0, "expected whom to cut off, such as alibaba-cloud;in:us-west-1,RU");

const asked = {
  asOf: RealDay.optional().describe("as of this day, UTC (default: today)"),
  rules: z.array(PackId).max(20).optional().describe("ids of rule packs (default: what beholden.yaml says, else us-dsp and us-icts)"),
  handling: HandlingMark.optional().describe("who may see it (default: internal); never above what one sees"),
};
const NewReview = z.union([
  z.strictObject({ example: z.literal(true), asOf: asked.asOf, handling: asked.handling }),
  z.strictObject({
    folder: z.string().min(1).max(4_000).describe("a folder below the one that the server was started in; . is that one"),
    ...asked,
  }),
]);
const UploadedReview = z.strictObject(asked);

const CutOff = z.strictObject({
  block: Scenarios.describe(
    "provider, party or government to cut off; up to three scenarios with a comma between them stand side by side; within one, with a semicolon between, several that are cut off, and in:REGION or except:NAME that hold for it alone",
  ),
  on: RealDay.optional().describe("day of the cut-off (default: the day of the review)"),
  regions: Name.optional().describe("of every scenario: only what stands in these regions, with a comma between them"),
  except: Name.optional().describe("of every scenario: what is left, with a comma between them"),
});

const common = { tag: "reviews", permission: "review:read" } as const;

/** Kept reviews: the list, one in parts as its screens ask for them, what changed, what a cut-off breaks, what measures would leave. */
export const keptReviewRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/reviews",
    id: "listReviews",
    summary: "Every review that is kept, or saved in the folder that is served, the newest first",
    commands: [],
    answer: { description: "The reviews", schema: ReviewShelf },
    refusals: [],
    handle: async (context) => ({ json: await shelfFor(context) }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/reviews",
    id: "makeReview",
    summary: "Review a folder of this machine, or the worked example, and keep the review",
    permission: "review:keep",
    commands: ["review"],
    body: NewReview,
    example: { example: true },
    answer: { status: 201, description: "The review is kept", schema: ShelvedReview },
    refusals: ["invalid", "not-found", "refused"],
    handle: async (context) => {
      const { body, home } = context;
      deskOf(context);
      const path = "folder" in body ? (await reviewedFiles(null, body.folder, home)).path : exampleFolder();
      const origin = { kind: "folder" in body ? ("folder" as const) : ("example" as const), path };
      const rules = "rules" in body ? body.rules : undefined;
      return made(context, { asOf: body.asOf, handling: body.handling, rules, path, origin });
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/reviews/files",
    id: "reviewFiles",
    summary: "Review files that are sent, such as a folder dropped on the page, and keep the review; the files are not kept",
    permission: "review:keep",
    commands: ["review"],
    query: UploadedReview,
    upload: { files: { ...files, needed: true } },
    answer: { status: 201, description: "The review is kept", schema: ShelvedReview },
    refusals: ["invalid", "refused"],
    handle: async (context) => {
      deskOf(context);
      if (!context.upload) return missing("upload");
      const { folder, path, name } = uploadedFolder(context.upload, "files");
      return made(context, { ...context.query, folder, path, origin: { kind: "files", path: name } });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}",
    id: "showReview",
    summary: "A review without its evidence and observations, which the addresses below it have",
    commands: [],
    params: OneReview,
    answer: { description: "The review", schema: ReviewOutline },
    refusals: ["not-found"],
    handle: async (context) => {
      const { review, shelved } = await keptReview(context, context.params.review);
      const told = toldTo(context, shelved);
      return bytesOf(review, `outline ${JSON.stringify(told)}`, () => outlineOf(review, told));
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/whole",
    id: "downloadReview",
    summary: "The review as `beholden review --format json` gives it",
    commands: ["review"],
    params: OneReview,
    answer: { description: "The review", schema: ReviewSchema },
    refusals: ["not-found"],
    handle: withReview(({ review }) => ({ json: review })),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/findings/{finding}",
    id: "showFinding",
    summary: "A finding with its evidence and the paths that it stands on",
    commands: [],
    params: OneReview.extend({ finding: z.string().max(200) }),
    answer: { description: "The finding", schema: FindingDetail },
    refusals: ["not-found"],
    handle: withReview(({ review, params }) => ({ json: findingDetail(review, params.finding) ?? missing("finding") })),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/findings/{finding}/history",
    id: "showFindingHistory",
    summary: "What the kept reviews of the same subject say of a finding, the newest first",
    commands: [],
    params: OneReview.extend({ finding: z.string().max(200) }),
    answer: { description: "The reviews", schema: FindingHistory },
    refusals: ["not-found"],
    handle: async (context) => ({ json: await findingHistory(context, context.params.review, context.params.finding) }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/reaches/{number}",
    id: "showReach",
    summary: "A reach with every path, its evidence and what would end it, by its place in the review",
    commands: [],
    params: OneReview.extend({ number: numberFrom(1, 10_000_000) }),
    answer: { description: "The reach", schema: ReachDetail },
    refusals: ["not-found"],
    handle: withReview(async ({ review, params }) => ({ json: (await reachDetail(review, params.number)) ?? missing("reach") })),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/reaches/{number}/without/{step}",
    id: "supposeWithoutStep",
    summary: "What would be otherwise if a step of a reach's strongest path did not hold; nothing is changed by asking",
    commands: [],
    params: OneReview.extend({ number: numberFrom(1, 10_000_000), step: numberFrom(1, 1_000) }),
    answer: { description: "What would be otherwise", schema: WithoutStep },
    refusals: ["not-found"],
    handle: withReview(({ review, params }) => ({ json: withoutStepOf(review, params.number, params.step) ?? missing("step") })),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/left-open",
    id: "showLeftOpen",
    summary: "What a review could not read, left out, assumed, or could attribute to nobody",
    commands: [],
    params: OneReview,
    answer: { description: "What is left open", schema: ReviewLeftOpen },
    refusals: ["not-found"],
    handle: withReview(({ review }) => bytesOf(review, "left open", () => leftOpenOf(review))),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/changes-since/{earlier}",
    id: "compareReviews",
    summary: "How a review differs from an earlier one, and why as far as they record it",
    commands: ["diff"],
    params: OneReview.extend({ earlier: ReviewId }),
    answer: { description: "The differences", schema: ReviewComparison },
    refusals: ["not-found"],
    handle: async (context) => {
      const { review, earlier } = context.params;
      return { json: await compareKept(await keptReview(context, earlier), await keptReview(context, review)) };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/suppose",
    id: "supposeMeasures",
    summary: "The review as it would be if measures were in place that nobody declared; read from its folder, not kept",
    commands: ["review"],
    params: OneReview,
    query: z.strictObject({ with: Name.describe("measures, each M04 or M04=HOLDING_OR_SYSTEM, with a comma between them") }),
    answer: { description: "The review as it would be", schema: ReviewOutline },
    refusals: ["not-found", "refused"],
    handle: async (context) => {
      const kept = await keptReview(context, context.params.review);
      const place = refusing(() => folderOf(kept));
      const supposed = await reviewBeside(context, { ...place, asOf: kept.review.asOf, with: listOf(context.query.with) });
      return { json: outlineOf(supposed, toldTo(context, kept.shelved)) };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reviews/{review}/impact",
    id: "showImpact",
    summary: "What cut-offs break, up to three side by side; read from the review's folder",
    commands: ["impact"],
    params: OneReview,
    query: CutOff,
    answer: { description: "What breaks, scenario by scenario", schema: ReviewImpact },
    refusals: ["not-found", "refused"],
    handle: async (context) => {
      const { params, query } = context;
      const scenarios = readScenarios(query.block)
        .slice(0, 3)
        .map((actions): ScenarioFile => {
          const names = (does: ScenarioAction["does"]) => actions.flatMap((one) => (one.does === does ? one.name : []));
          return {
            ...{ schemaVersion: "1", block: names("block"), ...(query.on ? { on: query.on } : {}) },
            regions: [...names("region"), ...listOf(query.regions)],
            except: [...names("except"), ...listOf(query.except)],
          };
        });
      const impacts = await impactBeside(context, await keptReview(context, params.review), scenarios);
      const comparison = impacts.length > 1 ? (await import("../../impact.js")).compareImpacts(impacts) : null;
      return { json: { schemaVersion: "1", impacts, comparison } satisfies z.input<typeof ReviewImpact> };
    },
  }),
];

/** A handler that is given the review that the address names. */
function withReview<Params extends { review: string }>(
  handle: (found: Kept & { params: Params }) => Reply | Promise<Reply>,
): (context: RouteContext<Params, undefined, undefined>) => Promise<Reply> {
  return async (context) => handle({ ...(await keptReview(context, context.params.review)), params: context.params });
}

interface Making {
  folder?: string | undefined;
  path: string;
  asOf?: string | undefined;
  rules?: string[] | undefined;
  handling?: HandlingMark | undefined;
  origin: ShelvedReview["origin"];
}

/** Makes a review and keeps it, for who sees what its mark allows. */
async function made(context: RouteContext, { folder, path, asOf, rules = [], handling = "internal", origin }: Making): Promise<Reply> {
  const { at, marks, who } = context;
  marks.admit(handling);
  const review = await reviewBeside(context, { folder, path, asOf: asOf ?? at.slice(0, 10), rules });
  await entered(context, review);
  const kept = await deskOf(context).shelf.keep(review, { origin, kept: at, by: who.name, handling });
  return { json: toldTo(context, kept), status: 201, location: `/api/reviews/${kept.id}` };
}

function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}
