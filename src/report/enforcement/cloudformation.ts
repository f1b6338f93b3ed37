import type { EnforcementPlan } from "../../model/index.js";
import { type Kind, oneLine, originLines, sharedLines, withheldLines } from "./header.js";

export type Resource = { Type: string; Properties: Record<string, unknown> };

/** A CloudFormation template in JSON with what every file has to say in its metadata, since JSON has no comments. */
export function templateOf(
  plan: EnforcementPlan,
  kinds: readonly Kind[],
  remarks: readonly string[],
  parts: { Parameters: Record<string, unknown>; Resources: Record<string, Resource> },
): string {
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: description(`${plan.title}. From ${plan.from}, review ${plan.review}, expires ${plan.expires}`, 1024),
    Metadata: {
      Beholden: {
        Header: originLines(plan),
        Notes: [...plan.notes, ...remarks].map(oneLine),
        BlockedAlthoughShared: sharedLines(plan, kinds),
        Withheld: withheldLines(plan, kinds),
      },
    },
    ...parts,
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** In the characters that descriptions of AWS WAF allow: letters, digits, spaces and a few marks. */
export function description(text: string, most: number): string {
  return oneLine(text)
    .replace(/[^\w+=:#@/\-,. ]/g, "_")
    .slice(0, most)
    .trim();
}

/** Days by which a resource is found again when its time is over. */
export function tags(plan: EnforcementPlan): { Key: string; Value: string }[] {
  return [
    { Key: "beholden-from", Value: plan.from },
    { Key: "beholden-review", Value: plan.review },
    { Key: "beholden-expires", Value: plan.expires },
  ];
}
