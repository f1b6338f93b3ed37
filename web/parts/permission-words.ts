import { allowed } from "../../src/model/access.js";
import type { Permission, Role } from "../../src/model/index.js";
import { roles } from "../../src/model/order.js";

/** What each permission lets somebody do, as it follows "may". */
export const permissionWords = {
  "tools:use": "ask who runs, owns or reaches something",
  "review:read": "read reviews",
  "review:keep": "make reviews, and accept or reject changes",
  "case:read": "read cases",
  "case:write": "open and keep cases",
  "evidence:write": "file evidence, quotes and facts",
  "run:attach": "attach reviews to a case",
  "decision:draft": "propose decisions",
  "decision:approve": "approve decisions",
  "letter:draft": "draft letters",
  "letter:review": "review letters",
  "letter:approve": "approve letters",
  "letter:issue": "issue letters",
  "release:make": "make public versions",
  "bundle:export": "take cases out as bundles",
  "bundle:import": "take in bundles",
  "record:read": "read the record",
  "record:verify": "verify the record",
  "template:write": "change templates",
  "people:read": "see who is let in",
  "people:write": "let people in and give roles",
  "settings:write": "change settings",
  "store:maintain": "back up and check the store",
} satisfies Record<Permission, string>;

/** Roles that may do something, in the order of the table of roles. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => allowed[role].includes(permission));
}
