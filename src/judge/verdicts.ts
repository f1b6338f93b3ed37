import type { Verdict } from "../model/index.js";

/** Yes where one is yes; no where all are no; open otherwise. */
export function anyOf(verdicts: Verdict[]): Verdict {
  if (verdicts.includes("yes")) return "yes";
  return verdicts.every((verdict) => verdict === "no") ? "no" : "cannot-be-excluded";
}

/** Yes where all are yes; no where one is no; open otherwise. */
export function allOf(verdicts: Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.every((verdict) => verdict === "yes") ? "yes" : "cannot-be-excluded";
}
