import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { blockedPackages, blockedScopes } from "./package-names.js";
import { isBlocked } from "./public-registry.js";

/** A host that exists nowhere (RFC 6761): what is asked of it cannot be fetched, and the error names the reason. */
const nowhere = "https://blocked-by-beholden.invalid/";

/**
 * npm's configuration for a project: packages come from one registry, and those of a blocked scope from nowhere. Scopes are within their
 * grammar, so no line of it can be ended by one.
 * @see https://docs.npmjs.com/cli/v11/using-npm/config
 */
export const npmrc: EnforcementFormat = {
  id: "npmrc",
  title: "npm registry pins",
  specification: "https://docs.npmjs.com/cli/v11/using-npm/config#replace-registry-host",
  fileName: "beholden.npmrc",
  render(plan) {
    const { scopes, leftOut } = blockedScopes(plan);
    const { leftOut: unread, grounds } = blockedPackages(plan, "npm");
    const pins = isBlocked(plan, "registry.npmjs.org")
      ? ["# registry.npmjs.org is blocked itself: name the registry to be used instead.", "# registry="]
      : ["registry=https://registry.npmjs.org/"];
    const opening = openingLines(plan, {
      kinds: ["package"],
      about: [...use, ...scopes.map(lockCheck)],
      grounds: grounds.filter(({ value }) => scopes.some((scope) => value === `npm ${scope}/*`)),
      leftOut: [...unread, ...leftOut],
    });
    const lines = [...pins, "replace-registry-host=always", ...scopes.map((scope) => `${scope}:registry=${nowhere}`)];
    return `${commented(opening)}\n${lines.join("\n")}\n`;
  },
};

const use = [
  "Add these lines to .npmrc beside package.json. Where a registry of your own is used, write that for the first of them.",
  "With replace-registry-host, an address of another registry in package-lock.json, such as a mirror's, is not asked: the pinned one is.",
  "npm knows no calendar: put it in place on the first day and take it out after the last.",
  "What npm cannot do: an option of the command line or of the environment overrules this file; a dependency by address or from git is",
  "fetched from whatever host it names (newer npm, such as 11.19, refuses them all with allow-remote=none and allow-git=none); single packages",
  "are blocked by the overrides of package.json (beholden-package.json) and not here.",
];

function lockCheck(scope: string): string {
  return `A package of ${scope} that package-lock.json has by its address is still fetched. This must print []: npm query --package-lock-only '[name^="${scope}/"]'`;
}
