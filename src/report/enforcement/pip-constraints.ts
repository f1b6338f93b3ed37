import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { blockedPackages } from "./package-names.js";

/**
 * Constraints by which pip can install no version of a blocked package, at whatever depth it is wanted: each is held to a version that a
 * public index takes from nobody, for it has a local part.
 * @see https://pip.pypa.io/en/stable/user_guide/#constraints-files
 */
export const pipConstraints: EnforcementFormat = {
  id: "pip-constraints",
  title: "pip constraints",
  specification: "https://pip.pypa.io/en/stable/user_guide/#constraints-files",
  fileName: "beholden-constraints.txt",
  render(plan) {
    const { names, prefixes, leftOut, grounds } = blockedPackages(plan, "pypi");
    const opening = openingLines(plan, {
      kinds: ["package"],
      about: [
        "pip install -c beholden-constraints.txt …, or the constraint line of beholden-pip.conf. uv takes it too: UV_CONSTRAINT.",
        "Whoever wants one of these is refused with ResolutionImpossible. It knows no calendar: take it out after the last day.",
      ],
      grounds: grounds.filter(({ value }) => !value.endsWith("*")),
      leftOut: [...leftOut, ...prefixes.map((prefix) => `pypi ${prefix}*: constraints take whole names only`)],
    });
    return `${commented(opening)}\n${names.map((name) => `${name}==0+blocked.by.beholden\n`).join("")}`;
  },
};
