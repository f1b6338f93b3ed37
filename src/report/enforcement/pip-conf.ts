import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { pipConstraints } from "./pip-constraints.js";
import { isBlocked } from "./public-registry.js";

/**
 * pip's configuration: one index and no other, and the constraints by which blocked packages cannot be installed. It holds no text of a
 * plan but in comments.
 * @see https://pip.pypa.io/en/stable/topics/configuration/
 */
export const pipConf: EnforcementFormat = {
  id: "pip-conf",
  title: "pip registry pins",
  specification: "https://pip.pypa.io/en/stable/topics/configuration/",
  fileName: "beholden-pip.conf",
  render(plan) {
    const opening = openingLines(plan, {
      kinds: ["package"],
      about: [
        `Put it into /etc/pip.conf, or name it in PIP_CONFIG_FILE, and ${pipConstraints.fileName} where the constraint line says.`,
        "Where an index of your own is used, write that for index-url. The empty lines take away what a lower configuration adds.",
        "pip knows no calendar: put it in place on the first day and take it out after the last.",
        "What pip cannot do: an option of the command line or of the environment, and an --index-url in a requirements file, overrule this;",
        "a requirement by address is fetched from whatever host it names before its name is known. Other installers do not read this file.",
      ],
    });
    const index = isBlocked(plan, "pypi.org")
      ? ["# pypi.org is blocked itself: name the index to be used instead.", "no-index = true"]
      : ["index-url = https://pypi.org/simple"];
    const constraints = `/etc/${pipConstraints.fileName}`;
    const lines = [
      "[global]",
      ...index,
      "extra-index-url =",
      "find-links =",
      `constraint = ${constraints}`,
      `build-constraint = ${constraints}`,
    ];
    return `${commented(opening)}\n${lines.join("\n")}\n`;
  },
};
