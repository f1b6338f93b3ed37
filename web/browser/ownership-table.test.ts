import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { families, options } from "../../src/report/scene/ownership/sample-families.js";
import { ownershipScene } from "../../src/report/scene/ownership/scene.js";
import { ownershipView } from "../../src/report/scene/ownership/view.js";
import { drawnParts, sorted, tableRows } from "../../src/report/scene/sample-reading.js";
import { OwnershipTable } from "../ownership/table.js";

describe("a family, drawn and as a table", () => {
  it("says the same of each interest, share on no record, and group, whatever the family and whatever is hidden", () => {
    fc.assert(
      fc.property(families, options, (traced, shown) => {
        const family = { traced, options: shown, view: ownershipView(traced, shown) };
        const page = renderToStaticMarkup(createElement(OwnershipTable, { family, selected: "", onSelect: () => {} }));
        const rows = tableRows(page, "Interests");
        const drawn = drawnParts(ownershipScene(traced, shown));
        const labels = (kind: string) => drawn.filter((one) => one.kind === kind);
        const isInterest = ([number = ""]: string[]) => /^\d+$/.test(number);
        // In the drawing the line's own look says that it is equity.
        const told = rows
          .filter(isInterest)
          .map(([number = "", owner = "", holds = "", of = ""]) => [`${number}: ${holds.replace(/ equity$/, "")}`, owner, of]);
        const endsOf = (name: string) => /^(?:Interest \d+: )?(P\d+) .* (P\d+)\b/.exec(name)?.slice(1) ?? [name];
        expect(sorted(labels("interest").map(({ texts, name }) => [texts.join(" "), ...endsOf(name)]))).toEqual(sorted(told));
        const gaps = rows.filter(([first]) => first === "unknown").map(([, , share = "", of = ""]) => [share, of]);
        const drawnGaps = labels("gap").flatMap(({ texts, id }) =>
          texts.flatMap((text) => (/%/.test(text) ? [[text.replace(" unknown", ""), id.replace(/^share /, "").toUpperCase()]] : [])),
        );
        expect(sorted(drawnGaps)).toEqual(sorted(gaps));
        const groups = rows.filter(([first]) => first === "group").map(([, words = ""]) => [words]);
        const drawnGroups = labels("group").map(({ texts }) => [
          texts
            .slice(1)
            .join(" ")
            .replace(/: P\d+( …)?$/, ""),
        ]);
        expect(sorted(drawnGroups)).toEqual(sorted(groups));
      }),
      { numRuns: 100 },
    );
  });
});
