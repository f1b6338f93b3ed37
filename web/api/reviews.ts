import type {
  FindingDetail,
  FolderState,
  ReachDetail,
  Review,
  ReviewComparison,
  ReviewImpact,
  ReviewLeftOpen,
  ReviewOutline,
  ReviewShelf,
  ShelvedReview,
} from "../../src/model/index.js";
import { type View, viewOf } from "../../src/report/view.js";
import { addressOf } from "../state/address.js";
import { post, send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

const shelfPath = "/api/reviews";

/** A review as the screens have it: its lists by id, and what the shelf says of it. */
export interface OpenReview {
  shelved: ShelvedReview;
  view: View;
  review: Review;
}

const opened = new WeakMap<ReviewOutline, OpenReview>();

/** Every review there is. */
export function useShelf(): Answered<ReviewShelf> {
  return useAnswer<ReviewShelf>(shelfPath);
}

/** One review. What it leaves to be asked for one by one is empty in it. */
export function useReview(id: string | null): Answered<OpenReview> {
  const answered = useAnswer<ReviewOutline>(id === null ? null : `${shelfPath}/${id}`, { lasting: true });
  return { ...answered, value: answered.value && openReview(answered.value) };
}

export function useFinding(review: string, finding: string): Answered<FindingDetail> {
  return useAnswer<FindingDetail>(`${shelfPath}/${review}/findings/${encodeURIComponent(finding)}`, { lasting: true });
}

/** A reach with its evidence and every path, by its place in the review. */
export function useReach(review: string, number: number | null): Answered<ReachDetail> {
  return useAnswer<ReachDetail>(number === null ? null : `${shelfPath}/${review}/reaches/${number}`, { lasting: true });
}

export function useLeftOpen(review: string): Answered<ReviewLeftOpen> {
  return useAnswer<ReviewLeftOpen>(`${shelfPath}/${review}/left-open`, { lasting: true });
}

/** How a review differs from an earlier one; null asks for nothing. */
export function useComparison(review: string, earlier: string | null): Answered<ReviewComparison> {
  return useAnswer<ReviewComparison>(earlier === null ? null : `${shelfPath}/${review}/changes-since/${earlier}`, { lasting: true });
}

/** Whether the files that a review read are still as it read them. */
export function useFolderState(review: string): Answered<FolderState> {
  return useAnswer(`${shelfPath}/${review}/folder-state`);
}

/** What a cut-off breaks, scenario by scenario; null asks for nothing. */
export function useImpact(review: string, query: Readonly<Record<string, string | undefined>> | null): Answered<ReviewImpact> {
  return useAnswer(query === null ? null : impactPath(review, query), { lasting: true });
}

/** Where it is answered. */
export function impactPath(review: string, query: Readonly<Record<string, string | undefined>>): string {
  return addressOf(`${shelfPath}/${review}/impact`, query);
}

/** Makes a review and keeps it. */
export async function makeReview(
  asked: { example: true } | { folder: string; asOf?: string | undefined },
  key: string,
): Promise<ShelvedReview> {
  const made = await post<ShelvedReview>(shelfPath, asked, key);
  refreshAnswers(shelfPath);
  return made;
}

/** Reviews files that are sent, each with its path as its name. */
export async function reviewFiles(files: readonly { path: string; file: File }[], key: string): Promise<ShelvedReview> {
  const form = new FormData();
  for (const { path, file } of files) form.append("files", file, path);
  const made = await send<ShelvedReview>(`${shelfPath}/files`, form, { key });
  refreshAnswers(shelfPath);
  return made;
}

function openReview(outline: ReviewOutline): OpenReview {
  const known = opened.get(outline);
  if (known) return known;
  const review: Review = {
    ...outline.review,
    findings: outline.review.findings.map((one) => ({ ...one, evidence: [] })),
    reaches: outline.review.reaches.map((one) => ({
      ...one,
      alternatives: [],
      path: { ...one.path, steps: one.path.steps.map((step) => ({ ...step, because: "", evidence: [] })) },
    })),
    observations: [],
    unattributed: [],
    files: [],
    leftOut: [],
  };
  const open = { shelved: outline.shelved, review, view: viewOf(review) };
  opened.set(outline, open);
  return open;
}

/** The review as it would be if measures were in place, each `M04` or `M04=HOLDING_OR_SYSTEM`; none asks for nothing. */
export function useSupposed(review: string, measures: readonly string[]): Answered<OpenReview> {
  const path = measures.length === 0 ? null : addressOf(`${shelfPath}/${review}/suppose`, { with: measures.join(",") });
  const answered = useAnswer<ReviewOutline>(path, { lasting: true });
  return { ...answered, value: answered.value && openReview(answered.value) };
}
