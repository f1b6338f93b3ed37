import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Impact, Review, ReviewShelf, ScenarioFile, ShelvedReview } from "../model/index.js";
import type { ReviewDesk } from "../reviews/desk.js";
import { folderOf, ReviewRefused } from "../reviews/make.js";
import { RequestProblem } from "./problems.js";
import type { RouteContext } from "./route.js";
import { withFolder } from "./upload.js";

/** A kept review with what the list says of it. */
export interface Kept {
  shelved: ShelvedReview;
  review: Review;
}

/**
 * Where this server keeps reviews.
 *
 * @throws RequestProblem 404 where it keeps none
 */
export function deskOf({ reviews }: Pick<RouteContext, "reviews">): ReviewDesk {
  if (reviews) return reviews;
  throw new RequestProblem(404, "not-found", "This server keeps no reviews.", { action: "Ask one that `beholden serve` started." });
}

/** Every review that one sees, and how many there are beside them. */
export async function shelfFor(context: RouteContext): Promise<ReviewShelf> {
  const shelf = await deskOf(context).shelf.list();
  const { shown, withheld } = context.marks.visible(shelf.reviews);
  return { ...shelf, reviews: shown.map((one) => toldTo(context, one)), withheld };
}

/** What is said of a kept review: on a team's server nobody is told where its folders lie. */
export function toldTo({ access }: Pick<RouteContext, "access">, shelved: ShelvedReview): ShelvedReview {
  const { kind, path } = shelved.origin;
  return access.kind === "team" && kind !== "files" ? { ...shelved, origin: { kind, path: basename(path) } } : shelved;
}

/**
 * A kept review that one sees.
 *
 * @throws RequestProblem 404 where there is none, 403 where its mark is above what one sees
 */
export async function keptReview(context: RouteContext, id: string): Promise<Kept> {
  const desk = deskOf(context);
  const listed = (await desk.shelf.list()).reviews.find((one) => one.id === id);
  if (!listed) return missing("review");
  context.marks.open({ case: null, item: `review ${id}`, handling: listed.handling });
  return (await desk.shelf.find(id)) ?? missing("review");
}

/** There is no such thing. */
export function missing(what: string): never {
  throw new RequestProblem(404, "not-found", `There is no such ${what} here.`, { action: "Look it up in the list that it stands in." });
}

/** What a review is made of. */
export interface Reviewed {
  folder?: string | undefined;
  path: string;
  asOf: string;
  rules: readonly string[];
  with?: readonly string[];
}

/** A review, made in a process beside the server: a large folder keeps nobody else waiting. */
export async function reviewBeside({ commands, who, signal }: RouteContext, asked: Reviewed): Promise<Review> {
  const options = { format: "json", "as-of": asked.asOf, rules: asked.rules, with: asked.with, quiet: true };
  const printed = await commands.run({
    ...{ name: "review", options, values: [asked.path], folder: asked.folder, long: true },
    ...{ signal, caller: who.session },
  });
  return read<Review>(printed);
}

/** What each cut-off breaks in the folder of a kept review, on the review's day and by its rule packs; the folder is read once for all of them. */
export async function impactBeside(
  { commands, who, signal }: RouteContext,
  kept: Kept,
  scenarios: readonly ScenarioFile[],
): Promise<Impact[]> {
  const { path, rules } = refusing(() => folderOf(kept));
  return withFolder(async (folder) => {
    const files = await Promise.all(
      scenarios.map(async (one, index) => {
        const file = join(folder, `${index + 1}.yaml`);
        await writeFile(file, JSON.stringify(one));
        return file;
      }),
    );
    const options = { scenario: files, rules, "as-of": kept.review.asOf, format: "jsonl", quiet: true };
    const printed = await commands.run({ name: "impact", options, values: [path], long: true, signal, caller: who.session });
    const impacts = new TextDecoder().decode(printed).trimEnd().split("\n");
    // Its file has a name because every file has one; nobody gave the scenario one.
    return impacts.map((line) => JSON.parse(line) as Impact).map((one) => ({ ...one, scenario: { ...one.scenario, name: null } }));
  });
}

/** What is refused, as the answer to a request. */
export function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof ReviewRefused ? new RequestProblem(422, "refused", error.message) : error;
  }
}

/** What a command of this same version printed needs no second check. */
function read<Answer>(printed: Uint8Array): Answer {
  return JSON.parse(new TextDecoder().decode(printed)) as Answer;
}
