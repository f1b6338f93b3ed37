import { z } from "zod";
import type { HandlingMark } from "./handling.js";
import { roles } from "./order.js";

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What may be allowed. Every route names one. */
export const permissions = [
  "tools:use",
  "review:read",
  "review:keep",
  "case:read",
  "case:write",
  "evidence:write",
  "run:attach",
  "decision:draft",
  "decision:approve",
  "letter:draft",
  "letter:review",
  "letter:approve",
  "letter:issue",
  "release:make",
  "bundle:export",
  "bundle:import",
  "record:read",
  "record:verify",
  "template:write",
  "people:read",
  "people:write",
  "settings:write",
  "store:maintain",
] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

const reading = ["tools:use", "review:read", "case:read", "record:read", "record:verify"] as const;

/** Who may do what. An administrator sees people and settings and no case; an auditor the record alone. */
export const allowed: Readonly<Record<Role, readonly Permission[]>> = {
  reader: reading,
  analyst: [...reading, "review:keep", "case:write", "evidence:write", "run:attach", "decision:draft", "letter:draft", "bundle:export"],
  reviewer: [...reading, "letter:review"],
  approver: [...reading, "decision:approve", "letter:approve"],
  clerk: [...reading, "case:write", "evidence:write", "letter:issue", "release:make", "bundle:export", "bundle:import", "template:write"],
  auditor: ["record:read", "record:verify"],
  administrator: ["people:read", "people:write", "settings:write", "store:maintain"],
};

/** Up to which mark a role sees what stands in a case; null: nothing of it. */
export const seesUpTo: Readonly<Record<Role, HandlingMark | null>> = {
  reader: "internal",
  analyst: "restricted",
  reviewer: "restricted",
  approver: "restricted",
  clerk: "restricted",
  auditor: null,
  administrator: null,
};

/** Whether any of a person's roles allows something. */
export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => allowed[role].includes(permission));
}
