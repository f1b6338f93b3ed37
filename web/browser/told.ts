import type { Review } from "../../src/model/index.js";

/** What the command line tells of the sample, and where the workbench has it. */
export interface Told {
  /** The JSON that a command prints; asked once. */
  cli<Answer>(...words: string[]): Promise<Answer>;
  /** The same of the sample docket. */
  docket<Answer>(...words: string[]): Promise<Answer>;
  review: Review;
  /** Id of the kept review. */
  kept: string;
  asOf: string;
}

/** A screen with numbers: its address, and what has to stand there by what the command line says; or why it has no number. */
export type ScreenNumbers =
  | { none: string }
  | {
      at(told: Told): string;
      /** Words with numbers, as the screen writes them. */
      says?(told: Told): Promise<string[]> | string[];
      /** Rows that tables have, by the name of the table. */
      rows?(told: Told): Promise<Record<string, number>> | Record<string, number>;
    };

/** A number as the screens write it. */
export const grouped = (number: number) => number.toLocaleString("en");
/** How many of a list are shown, as it says so itself. */
export const of = (count: number, what: string, among = count) => `${grouped(count)} of ${grouped(among)} ${what}`;
export const counted = (count: number, one: string, more = `${one}s`) => `${grouped(count)} ${count === 1 ? one : more}`;
