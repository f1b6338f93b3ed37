import { sideBySideText } from "../side-by-side.js";
import { type Context, indent, type Section } from "./context.js";
import { wrap } from "./layout.js";

/** With `--side-by-side`: every regime about every counterparty, one table each. */
export function sideBySideSection({ view, width, style }: Context): Section {
  const compared = view.review.sideBySide ?? [];
  return {
    heading: "Regimes side by side",
    lines: compared.flatMap(({ name, party, regimes, asOf }) => [
      ...wrap(`${name} (${party}), on ${asOf}`, { width, first: indent }).map(style.heading),
      ...sideBySideText(regimes, width),
      "",
    ]),
  };
}
