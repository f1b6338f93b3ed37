import { openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { blockedPackages, blockedScopes } from "./package-names.js";

/**
 * Overrides for package.json by which a blocked package cannot be installed, at whatever depth it is wanted: each is replaced by a file
 * that is not there. A version that does not exist would leave it to the package's publisher to publish it.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides
 */
export const npmOverrides: EnforcementFormat = {
  id: "npm-overrides",
  title: "npm overrides for package.json",
  specification: "https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides",
  fileName: "beholden-package.json",
  render(plan) {
    const { names, leftOut, grounds } = blockedPackages(plan, "npm");
    const { scopes, leftOut: open } = blockedScopes(plan);
    const whole = scopes.map((scope) => `npm ${scope}/*: overrides take whole names only; beholden.npmrc blocks the scope`);
    const opening = openingLines(plan, {
      kinds: ["package"],
      about: use,
      leftOut: [...leftOut, ...open, ...whole],
      grounds: grounds.filter(({ value }) => !value.endsWith("*")),
    });
    const overrides = Object.fromEntries(names.map((name) => [name, `file:///blocked-by-beholden/${name}.tgz`]));
    return `${JSON.stringify({ "//": opening, overrides }, null, 2)}\n`;
  },
};

const use = [
  "Merge the overrides into those of package.json at the root of the project; they count nowhere else.",
  "A direct dependency on one of them makes npm refuse with EOVERRIDE, one further down with ENOENT for /blocked-by-beholden.",
  "This holds for npm install and for npm ci, with a lock or without. It knows no calendar: take it out after the last day.",
];
