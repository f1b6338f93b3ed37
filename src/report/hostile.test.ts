import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Review } from "../model/index.js";
import { reports } from "./registry.js";
import { sampleReview } from "./sample-review.js";

const options = { width: 100, color: false };

/** Keys whose values come from closed sets or refer to another part of the review; everything else is text that an artefact can hold. */
const fixed = new Set([
  "schemaVersion",
  "kind",
  "outcome",
  "certainty",
  "confidence",
  "mark",
  "status",
  "join",
  "effect",
  "severity",
  "covered",
  "asOf",
  "id",
  "transaction",
  "reaches",
  "observations",
  "findings",
  "residualReaches",
]);

/** The sample with every free text in it replaced. */
function plantedWith(text: string): Review {
  const plant = (value: unknown, key: string): unknown => {
    if (fixed.has(key) && !Array.isArray(value)) return value;
    if (typeof value === "string") return text;
    if (Array.isArray(value))
      return value.map((one) => (typeof one === "string" && fixed.has(key) ? one : plant(one, fixed.has(key) ? "" : key)));
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plant(inner, name)]));
    return value;
  };
  return plant(sampleReview, "") as Review;
}

const breakouts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title></style></head><script>alert(1)</script>",
  "--><svg onload=alert(1)>",
  "javascript:alert(1)",
  'https://a.example/"onclick=alert(1)',
  "&lt;script&gt;",
  "{{7*7}} ${7*7} `${x}`",
];
const anyHostile = fc.oneof(
  fc.constantFrom(...breakouts),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(...breakouts),
      fc.string({ unit: fc.constantFrom(..."<>\"'`&=/\\ \u0000\u202e@#|[](){}-".split("")), maxLength: 20 }),
    )
    .map(([first, second]) => second + first + second),
);

/** Element and attribute names of a page, in order: what a planted text must not change. */
function skeleton(page: string): string {
  const body = page.replace(/<style>.*?<\/style>/s, "");
  const tags = body.match(/<[^>]*>/g) ?? [];
  // How many lines a text of a drawing takes depends on its length: a line is one element, always the same.
  const line = /^<(?:text class="" x="" y=""|\/text)>$/;
  return tags
    .map((tag) => tag.replace(/"[^"]*"/g, '""'))
    .filter((tag) => !line.test(tag))
    .join("");
}

describe("text from artefacts, planted in every field", () => {
  it("adds no element and no attribute to the page", async () => {
    const html = await reports.html();
    const plain = skeleton(html.render(plantedWith("plain"), options));
    fc.assert(
      fc.property(anyHostile, (text) => {
        // An empty text is told as not known, in other markup: so none is empty here.
        expect(skeleton(html.render(plantedWith(`x${text}`), options)) === plain).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("becomes no address but one of the web over TLS", async () => {
    const html = await reports.html();
    for (const text of breakouts) {
      const addresses = [...html.render(plantedWith(text), options).matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
      expect(addresses.filter((address) => !/^(#[\w-]+|https:\/\/[^\s<>"']+)$/.test(address))).toEqual([]);
    }
  });

  it("steers no terminal and keeps within the width", async () => {
    const text = await reports.text();
    const { default: stringWidth } = await import("string-width");
    fc.assert(
      fc.property(anyHostile, (planted) => {
        const lines = text.render(plantedWith(planted), options).split("\n");
        expect(lines.join("")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(lines.filter((line) => stringWidth(line) > options.width)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("is one field of a table, and no formula", async () => {
    const csv = await reports.csv();
    const rows = (text: string): string[][] => parse(csv.render(plantedWith(text), options));
    fc.assert(
      fc.property(anyHostile, (planted) => {
        const table = rows(planted);
        expect(new Set(table.map((row) => row.length))).toEqual(new Set([table[0]?.length]));
      }),
      { numRuns: 40 },
    );
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
      expect(
        rows(`${start}cmd`)
          .flat()
          .filter((cell) => cell.startsWith(start)),
      ).toEqual([]);
    }
  });

  it("is text in JSON, JSON Lines and SARIF, whatever it is", async () => {
    const [json, jsonl, sarif] = await Promise.all([reports.json(), reports.jsonl(), reports.sarif()]);
    fc.assert(
      fc.property(anyHostile, (planted) => {
        const review = plantedWith(planted);
        expect(JSON.parse(json.render(review, options)).subject.name).toBe(planted);
        expect(jsonl.render(review, options).trimEnd().split("\n")).toHaveLength(sampleReview.observations.length);
        expect(JSON.parse(sarif.render(review, options)).runs[0].results).toHaveLength(sampleReview.findings.length);
      }),
      { numRuns: 40 },
    );
  });

  it("is neither markup, link nor mention in Markdown", async () => {
    const markdown = await reports.md();
    const rendered = (text: string) => markdown.render(plantedWith(text), options).replace(/`[^`\n]*`/g, "");
    expect(rendered("<script>x</script> <img src=x>")).not.toMatch(/<(?!!-- -->)/);
    expect(rendered("[click](https://evil.example) ![x](y)")).not.toMatch(/(?<!\\)\]\(/);
    expect(rendered("@octocat fixes #1")).not.toMatch(/@octocat|#1/);
  });
});
