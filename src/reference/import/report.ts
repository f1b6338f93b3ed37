import type { Day, PartialDate } from "../../model/index.js";
import type { RecordPlace } from "./format.js";

/** A record that should have been read and could not. */
export interface Refusal extends RecordPlace {
  /** The file, or the entry of an archive. */
  place: string;
  reason: string;
}

/** What became of one source in one import. */
export interface SourceReport {
  id: string;
  title: string;
  /** Ids of the formats it was read with. */
  formats: string[];
  /** `unchanged`: the same files are in force already, and nothing was read. */
  outcome: "imported" | "unchanged" | "failed";
  /** Why, where it failed: the edition that was in force before still is. */
  reason?: string | undefined;
  files: { name: string; bytes: number; sha256: string }[];
  /** Date that the data itself bears. */
  edition: PartialDate | null;
  importedOn: Day;
  /** The edition's own name, see `ImportedSource.sha256`. */
  sha256: string;
  counts: { records: number; parties: number; interests: number; listings: number; refused: number; passedOver: number };
  /** The first hundred of them. */
  refused: Refusal[];
  /** Sound records that beholden has no use for, by what they are. */
  passedOver: Record<string, number>;
  /** What a reader of the report should know besides. */
  notes: string[];
  seconds: number;
}

/** What became of everything that was given to one import. */
export interface ImportReport {
  schemaVersion: "1";
  sources: SourceReport[];
  /** Files that cannot be read, and why; `fault` where it is beholden's own. */
  failed: { place: string; reason: string; fault: boolean }[];
  /** Entries of archives that no format recognises or that cannot be unpacked. */
  left: { place: string; reason: string }[];
}
