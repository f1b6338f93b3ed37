import { z } from "zod";
import { RealDay } from "../fields.js";
import type { UploadField } from "../upload.js";

/** Fields that several tools have, by the names that the command line knows them by. */
export const Today = RealDay.optional().describe("as of this day, UTC (default: today)");

/** A built-in rule pack. A file of rules is sent, never named: a name must lead to no file of the server. */
export const PackId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the id of a built-in pack or set, such as us-dsp");
export const Rules = z
  .array(PackId)
  .max(50)
  .optional()
  .describe("built-in packs to apply (default: what beholden.yaml says, else us-dsp and us-icts)");
export const Regimes = z.array(PackId).max(50).optional().describe("rule packs whose regimes are asked (default: every built-in one)");

/** A name of something on file. It is no path, so it names no file of the server. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^/\\\p{Cc}.-][^/\\\p{Cc}]*$/u, "expected a name without slashes");
export const Names = z.array(Name).max(100).optional();

export const Folder = z
  .string()
  .min(1)
  .max(1_000)
  .optional()
  .describe("on your own machine, instead of files: a folder below the one that `beholden serve` was started in; . is that one itself");

export const files: UploadField = {
  description: "what is reviewed: each file with its path as its name, beholden.yaml among them",
  many: true,
};
export const packs: UploadField = { description: "rule packs of your own, as YAML, to apply", many: true };

export function formats<const Format extends readonly [string, ...string[]]>(all: Format) {
  return z
    .enum(all)
    .default("json" as never)
    .describe("form of the answer");
}
