import { join } from "node:path";
import type { Screening } from "../screen/index.js";
import { dataFolder, referenceFrom } from "./data-folder.js";

/** What a screening is made with; plain values, so that another thread can be told. */
export interface SessionSettings {
  data: string;
  decisions: string;
  asOf: string;
  limit: number;
  threshold: number | undefined;
  /** Whether results that were decided to be somebody else are shown too. */
  dismissed: boolean;
}

/** Opens the reference with what was imported, indexes it, and reads the decisions. */
export async function openSession({ data, decisions, asOf, limit, threshold, dismissed }: SessionSettings): Promise<Screening> {
  const { openScreening, readDecisions, screenIndex } = await import("../screen/index.js");
  const [reference, book] = await Promise.all([referenceFrom({ data }), readDecisions(decisions)]);
  return openScreening({ reference, asOf, index: screenIndex(reference), limit, threshold, dismissed, decisions: book });
}

/** Where decisions are kept: the file asked for, else one in the folder of data. */
export function decisionsFile(options: { decisions?: string; data?: string }): string {
  return options.decisions ?? join(dataFolder(options), "decisions.jsonl");
}
