import type { EnforcementPlan } from "../../model/index.js";

/** A form in which a plan is carried out. A new one is one file with one of these and one line in `registry.ts`. */
export interface EnforcementFormat {
  readonly id: string;
  readonly title: string;
  /** Address of the format's specification. */
  readonly specification: string;
  /** Name of the file in a folder of several. */
  readonly fileName: string;
  /** The whole file: the same plan gives the same bytes. */
  render(plan: EnforcementPlan): string;
}
