import type { Review } from "../model/index.js";

/** What the place that a report is shown in allows. */
export interface RenderOptions {
  /** Columns of the terminal; at least 40 are used. */
  width: number;
  /** Whether to add colour. Words carry the meaning either way. */
  color: boolean;
}

/** One form of a review: a pure function of it. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  render(review: Review, options: RenderOptions): string;
}
