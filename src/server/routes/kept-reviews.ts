import { z } from "zod";
import { compareImpacts } from "../../impact.js";
import {
  FindingDetail,
  ReachDetail,
  type Review,
  ReviewComparison,
  ReviewImpact,
  ReviewLeftOpen,
  ReviewOutline,
  Review as ReviewSchema,
  ReviewShelf,
  type ScenarioFile,
  ShelvedReview,
} from "../../model/index.js";
import type { ReviewDesk } from "../../reviews/desk.js";
import { compareKept, impactOnReview, makeReview, ReviewRefused, supposeOnReview } from "../../reviews/make.js";
import { findingDetail, leftOpenOf, outlineOf, reachDetail } from "../../reviews/outline.js";
import { numberFrom, RealDay } from "../fields.js";
import { RequestProblem } from "../problems.js";
import { reviewedFiles } from "../reviewed-files.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";
import { PackId } from "./tool-fields.js";

const ReviewId = ShelvedReview.shape.id;
const OneReview = z.strictObject({ review: ReviewId });
const Name = z.string().min(1).max(300);

const NewReview = z.union([
  z.strictObject({ example: z.literal(true), asOf: RealDay.optional() }),
  z.strictObject({
    folder: z.string().min(1).max(4_000).describe("a folder below the one that the server was started in; . is that one"),
    asOf: RealDay.optional().describe("as of this day, UTC (default: today)"),
    rules: z.array(PackId).max(20).optional().describe("ids of rule packs (default: what beholden.yaml says, else us-dsp and us-icts)"),
  }),
]);

const CutOff = z.strictObject({
  block: Name.describe("provider, party or government to cut off; up to three with a comma between them stand side by side"),
  on: RealDay.optional().describe("day of the cut-off (default: the day of the review)"),
  regions: Name.optional().describe("only what stands in these regions, with a comma between them"),
  except: Name.optional().describe("what is left, with a comma between them"),
});

const common = { tag: "reviews", permission: "tools:use" } as const;

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
    handle: async (context) => ({ json: await deskOf(context).shelf.list() }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/reviews",
    id: "makeReview",
    summary: "Review a folder of this machine, or the worked example, and keep the review",
    commands: ["review"],
    body: NewReview,
    example: { example: true },
    answer: { status: 201, description: "The review is kept", schema: ShelvedReview },
    refusals: ["invalid", "not-found", "refused"],
    handle: async (context) => {
      const { body, at, home } = context;
      const desk = deskOf(context);
      const folder = "folder" in body ? (await reviewedFiles(null, body.folder, home)).path : null;
      const asked = { folder, asOf: body.asOf ?? at.slice(0, 10), rules: ("rules" in body && body.rules) || [], kept: at };
      const made = await refusing(async () => makeReview(desk.shelf, asked, await desk.reference()));
      return { json: made, status: 201, location: `/api/reviews/${made.id}` };
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
    handle: withReview(({ review, shelved }) => ({ json: outlineOf(review, shelved) })),
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
    path: "/api/reviews/{review}/reaches/{number}",
    id: "showReach",
    summary: "A reach with every path and its evidence, by its place in the review",
    commands: [],
    params: OneReview.extend({ number: numberFrom(1, 10_000_000) }),
    answer: { description: "The reach", schema: ReachDetail },
    refusals: ["not-found"],
    handle: withReview(({ review, params }) => ({ json: reachDetail(review, params.number) ?? missing("reach") })),
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
    handle: withReview(({ review }) => ({ json: leftOpenOf(review) })),
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
      return { json: (await compareKept(deskOf(context).shelf, earlier, review)) ?? missing("review") };
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
    refusals: ["refused"],
    handle: async (context) => {
      const desk = deskOf(context);
      const measures = listOf(context.query.with);
      return { json: await refusing(async () => supposeOnReview(desk.shelf, context.params.review, measures, await desk.reference())) };
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
    refusals: ["refused"],
    handle: async (context) => {
      const { params, query } = context;
      const desk = deskOf(context);
      const scenarios = listOf(query.block)
        .slice(0, 3)
        .map(
          (block): ScenarioFile => ({
            ...{ schemaVersion: "1", block: [block], regions: listOf(query.regions), except: listOf(query.except) },
            ...(query.on ? { on: query.on } : {}),
          }),
        );
      const impacts = await refusing(async () => impactOnReview(desk.shelf, params.review, scenarios, await desk.reference()));
      const comparison = impacts.length > 1 ? compareImpacts(impacts) : null;
      return { json: { schemaVersion: "1", impacts, comparison } satisfies z.input<typeof ReviewImpact> };
    },
  }),
];

/** A handler that is given the review that the address names. */
function withReview<Params extends { review: string }>(
  handle: (found: { review: Review; shelved: ShelvedReview; params: Params }) => Reply,
): (context: RouteContext<Params, undefined, undefined>) => Promise<Reply> {
  return async (context) => {
    const found = await deskOf(context).shelf.find(context.params.review);
    return found ? handle({ ...found, params: context.params }) : missing("review");
  };
}

function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function deskOf({ reviews }: Pick<RouteContext, "reviews">): ReviewDesk {
  if (reviews) return reviews;
  throw new RequestProblem(404, "not-found", "This server keeps no reviews.", { action: "Ask one that `beholden serve` started." });
}

function missing(what: string): never {
  throw new RequestProblem(404, "not-found", `There is no such ${what} here.`, { action: "Look it up in the list that it stands in." });
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ReviewRefused ? new RequestProblem(422, "refused", error.message) : error;
  }
}
