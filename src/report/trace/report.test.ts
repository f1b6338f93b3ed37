import { describe, expect, it } from "vitest";
import { TracedParty } from "../../model/index.js";
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
    expect(render("html")).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  it("gives the same bytes each time", () => {
    for (const format of ["text", "json", "html", "md"] as const) expect(render(format)).toBe(render(format));
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
