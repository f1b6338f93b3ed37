import { z } from "zod";
import { Day } from "../model/index.js";

/** A day that there is: 2023-02-30 is none. */
export const RealDay = Day.refine((text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}, "there is no such day").meta({ format: "date", examples: ["2025-03-14"] });

/** The id of a case, in an address. */
export const CaseId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "expected letters, digits and . _ - only, such as ICTS-2026-04")
  .meta({ examples: ["ICTS-2026-04"] });

export const AsOf = RealDay.optional().describe("as of this day (default: today where the office is)");

/** On what grounds something is done. */
export const Why = z.string().trim().min(1).max(10_000);

/** A whole number in an address. */
export function numberFrom(least: number, most: number) {
  return z.coerce.number().int().min(least).max(most);
}
