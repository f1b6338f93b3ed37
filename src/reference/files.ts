import { z } from "zod";
import {
  BreachConsequence,
  Government,
  GovernmentList,
  Instrument,
  Interest,
  Listing,
  Measure,
  MonitoringStatement,
  Party,
  Precedent,
  ProviderFile,
  ReviewPower,
  Source,
  Sources,
} from "../model/index.js";

const schemaVersion = z.literal("1");
const sources = z.array(Source).min(1);

/** `owners.yaml` and `listed-parties.yaml`: parties that belong to no provider's file. */
export const PartiesFile = z.object({ schemaVersion, parties: z.array(Party), interests: z.array(Interest).optional(), sources });
export type PartiesFile = z.infer<typeof PartiesFile>;

/** One file of `lists/`: a government list and the parties on it that no provider's file names already. */
export const ListFile = z.object({ schemaVersion, list: GovernmentList, listings: z.array(Listing).optional(), sources });
export type ListFile = z.infer<typeof ListFile>;

/** One file of `instruments/`: the laws of one government that let it compel. */
export const InstrumentsFile = z.object({ schemaVersion, instruments: z.array(Instrument).min(1), sources });
export type InstrumentsFile = z.infer<typeof InstrumentsFile>;

export const GovernmentsFile = z.object({ schemaVersion, governments: z.array(Government.extend({ sources: Sources })).min(1), sources });
export type GovernmentsFile = z.infer<typeof GovernmentsFile>;

/** `measures.yaml`: the catalogue of measures, and what a breach means under each instrument that they can be owed under. */
export const MeasuresFile = z.object({
  schemaVersion,
  measures: z.array(Measure).min(1),
  breaches: z.array(BreachConsequence).min(1),
  warning: MonitoringStatement.optional().describe("what stands beside every list of measures"),
  sources,
});
export type MeasuresFile = z.infer<typeof MeasuresFile>;

/** `reviewing-offices.yaml`: what offices may do to technology of other governments, by edition of the law, and what happened to others. */
export const ReviewingOfficesFile = z.object({
  schemaVersion,
  powers: z.array(ReviewPower).min(1),
  precedents: z.array(Precedent),
  sources,
});
export type ReviewingOfficesFile = z.infer<typeof ReviewingOfficesFile>;

/** The kinds of reference file, by where they lie below `reference/`. */
export const fileKinds = [
  { kind: "provider", example: "providers/ID.yaml", place: /^providers\/[a-z0-9-]+\.yaml$/, schema: ProviderFile },
  { kind: "parties", example: "owners.yaml, listed-parties.yaml", place: /^(owners|listed-parties)\.yaml$/, schema: PartiesFile },
  { kind: "list", example: "lists/ID.yaml", place: /^lists\/[a-z0-9-]+\.yaml$/, schema: ListFile },
  { kind: "instruments", example: "instruments/COUNTRY.yaml", place: /^instruments\/[a-z0-9-]+\.yaml$/, schema: InstrumentsFile },
  { kind: "governments", example: "governments.yaml", place: /^governments\.yaml$/, schema: GovernmentsFile },
  { kind: "measures", example: "measures.yaml", place: /^measures\.yaml$/, schema: MeasuresFile },
  { kind: "offices", example: "reviewing-offices.yaml", place: /^reviewing-offices\.yaml$/, schema: ReviewingOfficesFile },
] as const;

export type FileContent =
  | { kind: "provider"; value: ProviderFile }
  | { kind: "parties"; value: PartiesFile }
  | { kind: "list"; value: ListFile }
  | { kind: "instruments"; value: InstrumentsFile }
  | { kind: "governments"; value: GovernmentsFile }
  | { kind: "measures"; value: MeasuresFile }
  | { kind: "offices"; value: ReviewingOfficesFile };
