import { describe, expect, it } from "vitest";
import { TracedParty } from "../../model/index.js";
import { ownershipChart } from "./chart.js";
import { renderTrace, type TraceFormat } from "./report.js";
import { sampleTraced } from "./sample-traced.js";

const options = { width: 100, color: false };
const render = (format: TraceFormat) => renderTrace(sampleTraced, format, options);

describe("the forms of a trace", () => {
  it("say the same verdicts and figures", () => {
    const forms = [render("text"), render("md"), visibleText(render("html"))].map((text) =>
      text.replace(/\\(.)/g, "$1").replace(/\s+/g, " "),
    );
    for (const text of forms) {
      for (const words of [
        "china-half",
        "Covered",
        "listed-only",
        "Not covered",
        "30 %",
        "25 %",
        "60 %",
        "40 %",
        "10 to less than 15 %",
        "100 %",
        "List of 2024",
      ]) {
        expect(text).toContain(words);
      }
      for (const { shareMin, shareMax } of sampleTraced.regimes)
        expect(text).toContain(shareMin === shareMax ? `${shareMin} %` : `${shareMin} to ${shareMax} %`);
      const plain = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      for (const one of sampleTraced.regimes.flatMap(({ proof }) => proof)) expect(plain).toContain(one);
    }
  });

  it("is one JSON object of the published schema", () => {
    expect(TracedParty.parse(JSON.parse(render("json")))).toEqual(sampleTraced);
  });

  it("fits text to the width asked for, in no colour", () => {
    for (const width of [40, 72, 100]) {
      const lines = renderTrace(sampleTraced, "text", { width, color: false }).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    expect(render("text")).not.toContain("\u001b");
    expect(renderTrace(sampleTraced, "text", { width: 80, color: true })).toContain("\u001b[1m");
  });

  it("takes text of records as text", () => {
    expect(render("html")).not.toContain("<b>Cloud");
    expect(render("html")).toContain("Target &lt;b&gt;Cloud&lt;/b&gt; &amp; Co");
    expect(render("md")).not.toContain("<b>Cloud");
  });

  it("has no script and asks for nothing", () => {
    expect(render("html")).not.toMatch(/<script|<link|<img|src=|url\((?!#arrow)|@import/);
  });

  it("gives the same bytes each time", () => {
    for (const format of ["text", "json", "html", "md"] as const) expect(render(format)).toBe(render(format));
  });
});

describe("the chart", () => {
  const { drawing, leftOut } = ownershipChart(sampleTraced);

  it("draws each party and interest once, verdicts as shape and word, kinds as line and label", () => {
    expect(leftOut).toBe(0);
    expect(drawing.text.match(/<g class="box /g)).toHaveLength(7);
    expect(drawing.text.match(/class="box covered/g)).toHaveLength(5);
    expect(drawing.text.match(/class="box withheld/g)).toHaveLength(1);
    expect(drawing.text).toContain('class="box covered subject"');
    expect(drawing.text.match(/<g class="equity">/g)).toHaveLength(6);
    expect(drawing.text.match(/<g class="voting">/g)).toHaveLength(1);
    expect(drawing.text).toContain("1: 40 % votes");
    expect(drawing.text).toContain("4: 10 to less than 15 %");
    expect(drawing.text).toContain("Withheld");
    expect(drawing.text).toContain("Covered: china-half");
    expect(drawing.text).toContain("as of 2026-06-01");
  });

  it("puts owners above the party and holdings below", () => {
    const height = (name: string) => Number(new RegExp(`y="([\\d.]+)">${name}`).exec(drawing.text)?.[1]);
    expect(height("Beijing Parent")).toBeLessThan(height("Holding SA"));
    expect(height("Holding SA")).toBeLessThan(height("Target"));
    expect(height("Target")).toBeLessThan(height("Child Ltd"));
  });

  it("draws a share on no record apart from a withheld owner", () => {
    const regimes = sampleTraced.regimes.map((one) => ({ ...one, unrecorded: [{ party: "target", share: 45 }] }));
    const { text } = ownershipChart({ ...sampleTraced, regimes }).drawing;
    expect(text.match(/class="box unrecorded/g)).toHaveLength(1);
    expect(text).toContain("Not on file");
    expect(text).toContain("45 % on no record");
  });

  it("breaks a broad row into rows and leaves out what is beyond sixty", () => {
    const [link] = sampleTraced.holdings;
    const [node] = sampleTraced.parties;
    if (!link || !node) throw new Error("the sample has a holding");
    const ids = Array.from({ length: 80 }, (_, at) => `child-${at}`);
    const many = {
      ...sampleTraced,
      owners: [],
      parties: [node, ...ids.map((id) => ({ ...node, id, name: id }))],
      holdings: ids.map((id, at) => ({ ...link, number: at + 1, owned: id })),
    };
    const chart = ownershipChart(many);
    expect(chart.leftOut).toBe(21);
    expect(chart.drawing.text.match(/<g class="box /g)).toHaveLength(60);
    expect(Number(/width="(\d+)"/.exec(chart.drawing.text)?.[1])).toBeLessThan(1100);
  });
});

/** The text of a page without its style and markup, entities resolved. */
function visibleText(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
