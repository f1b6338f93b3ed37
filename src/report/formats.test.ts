import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { ObservationLine, outcomes, Review } from "../model/index.js";
import { reports } from "./registry.js";
import { sampleReview } from "./sample-review.js";

const options = { width: 100, color: false };
const render = async (format: keyof typeof reports, review: Review = sampleReview) => (await reports[format]()).render(review, options);

describe("duties", () => {
  it.each(["text", "html", "md"] as const)("stand in %s with the day, what is past, the mark, and what stays open", async (format) => {
    const shown = (await render(format)).replace(/\s+/g, " ");
    for (const part of ["What has to be done, by when", "2026-11-16, past on the day of this review", "2026-12-31", "28 CFR 202.302(b)"])
      expect(shown).toContain(part);
    expect(shown).toMatch(/28 CFR 202\.1002 \(R\\?\*: [^)]*\); owed only if/);
    expect(await render("html")).not.toContain("<of the clause>");
  });

  it("are left out of the text where there are none", async () => {
    expect(await render("text", { ...sampleReview, duties: [] })).not.toContain("What has to be done");
  });
});

describe("SARIF", () => {
  it("validates against the official schema of the standard", async () => {
    // The schema is written in draft 4, which names itself by `id`.
    const { id, $schema, ...schema } = JSON.parse(readFileSync("src/report/fixtures/sarif-schema-2.1.0.json", "utf8"));
    expect([id, $schema].join(" ")).toMatch(/sarif.*draft-04/s);
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(await render("sarif")));
    expect(validate.errors).toBeNull();
  });

  it("keeps what code scanning asks for: rules, one place with four bounds, own fingerprints, waivers as suppressions", async () => {
    const log = JSON.parse(await render("sarif")) as Log;
    const [run] = log.runs;
    expect(run?.results).toHaveLength(sampleReview.findings.length);
    for (const result of run?.results ?? []) {
      const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1];
      expect(rule?.id).toBe(result.ruleId);
      expect(rule?.fullDescription?.text.length).toBeLessThanOrEqual(1024);
      const region = result.locations?.[0]?.physicalLocation?.region;
      expect([region?.startLine, region?.startColumn, region?.endLine, region?.endColumn].every((bound) => (bound ?? 0) >= 1)).toBe(true);
      expect(result.partialFingerprints).toEqual({ "beholdenFinding/v1": expect.any(String) });
      const finding = sampleReview.findings.find((one) => one.id === result.partialFingerprints?.["beholdenFinding/v1"]);
      expect(result.suppressions !== undefined).toBe(finding?.status === "accepted");
      expect(result.codeFlows?.[0]?.threadFlows[0]?.locations.length ?? 0).toBeGreaterThan(finding && finding.reaches.length > 0 ? 0 : -1);
    }
  });
});

describe("all formats say the same numbers", () => {
  const open = (outcome: string) => sampleReview.summary.findings[outcome] ?? 0;

  it("findings by outcome", async () => {
    const [text, html, md, csv] = [await render("text"), await render("html"), await render("md"), await render("csv")];
    const json = JSON.parse(await render("json")) as Review;
    const sarif = JSON.parse(await render("sarif")) as Log;
    for (const outcome of outcomes) {
      expect(json.summary.findings[outcome] ?? 0).toBe(open(outcome));
      expect(
        sarif.runs[0]?.results?.filter(
          (one) => one.properties?.outcome === outcome && ["open", "acceptance-expired"].includes(one.properties?.status),
        ).length,
      ).toBe(open(outcome));
      const word = outcome[0]?.toUpperCase() + outcome.slice(1);
      if (open(outcome) > 0) expect(text).toContain(`${word} (${open(outcome)})`);
      expect([...html.matchAll(new RegExp(`<article class="${outcome}"`, "g"))]).toHaveLength(open(outcome));
      expect([...md.matchAll(new RegExp(`^### ${word}:`, "gm"))]).toHaveLength(open(outcome));
      const rows = csv.trim().split("\r\n");
      const column = rows[0]?.split(",").indexOf(outcome) ?? -1;
      expect(Number(rows.at(-1)?.split(",")[column])).toBe(open(outcome));
    }
  });

  it("observations, transactions, reaches, problems, what was left out", async () => {
    const { summary } = sampleReview;
    const jsonl = (await render("jsonl"))
      .trim()
      .split("\n")
      .map((line) => ObservationLine.parse(JSON.parse(line)));
    expect(jsonl).toHaveLength(summary.observations);
    expect(jsonl.filter((one) => one.provider !== null)).toHaveLength(summary.attributed);
    const csv = (await render("csv")).trim().split("\r\n");
    expect(csv.filter((row) => row.startsWith("transaction,"))).toHaveLength(summary.transactions);
    const text = await render("text");
    expect(text).toContain(`Transactions (${summary.transactions})`);
    expect(text).toContain(`${summary.reaches} reaches, ${summary.residualReaches} not ended`);
    expect(text).toContain(`Problems in reading the input (${summary.problems})`);
    const html = await render("html");
    expect(html).toContain(`Transactions (${summary.transactions})`);
    expect(html).toContain(`${summary.reaches} reaches in all, ${summary.residualReaches} not ended`);
    expect(html).toContain(`Problems in reading (${summary.problems})`);
    expect(html).toContain(`Left out (${summary.leftOut} files)`);
    const sarif = JSON.parse(await render("sarif")) as Log;
    expect(sarif.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(summary.problems);
    expect(sarif.runs[0]?.properties?.summary).toEqual(summary);
  });

  it("providers in use, and the governments that reach through them", async () => {
    const providers = ["alibaba-cloud", "aws", "npmmirror", "tencent-cloud"];
    const governments = ["CN", "US"];
    const unique = (all: (string | undefined)[]) => [...new Set(all)].sort();
    const json = JSON.parse(await render("json")) as Review;
    expect(unique(json.transactions.map((one) => one.provider))).toEqual(providers);
    expect(unique(json.reaches.map((one) => one.government))).toEqual(governments);
    const rows: Record<string, string>[] = parse(await render("csv"), { columns: true });
    const transactions = rows.filter((row) => row.record === "transaction");
    expect(unique(transactions.map((row) => row.provider))).toEqual(providers);
    expect(unique(transactions.flatMap((row) => row.governments?.split(" ")))).toEqual(governments);
    const lines = (await render("jsonl"))
      .trim()
      .split("\n")
      .map((line) => ObservationLine.parse(JSON.parse(line)));
    const used = lines.filter((line) => (line.governments ?? []).length > 0);
    expect(unique(used.map((line) => line.provider ?? undefined))).toEqual(providers);
    expect(unique(used.flatMap((line) => line.governments ?? []))).toEqual(governments);
    const sarif = JSON.parse(await render("sarif")) as Log;
    expect(unique((sarif.runs[0]?.results ?? []).map((one) => one.properties?.provider))).toEqual(providers);
    for (const format of ["text", "html", "md"] as const) {
      const page = await render(format);
      for (const { name } of sampleReview.providers) expect(page).toContain(name);
    }
  });

  it("observations of every transaction, outside of any, and unattributed, in one table", async () => {
    const rows: Record<string, string>[] = parse(await render("csv"), { columns: true });
    const observations = (record: string) => rows.filter((row) => row.record === record).map((row) => Number(row.observations));
    expect(observations("transaction")).toEqual([3, 1, 1, 1, 1]);
    expect([observations("outside-transactions"), observations("unattributed"), observations("total")]).toEqual([[1], [2], [10]]);
    const summed = (column: string) =>
      rows.filter((row) => row.record === "transaction").reduce((total, row) => total + Number(row[column]), 0);
    const total = rows.find((row) => row.record === "total");
    for (const column of ["prohibited", "review", "note", "accepted", "acceptance_expired", "in_baseline", "reaches", "residual_reaches"]) {
      expect([column, summed(column)]).toEqual([column, Number(total?.[column])]);
    }
  });

  it("the sample itself fits the schema", () => {
    expect(Review.parse(sampleReview)).toEqual(sampleReview);
  });
});

describe("text from artefacts", () => {
  const hostile = `"><script>alert(1)</script>' onload=x {{x}} \`](javascript:x) \u202e`;
  const planted: Review = {
    ...sampleReview,
    subject: { ...sampleReview.subject, name: hostile },
    answer: [hostile],
    findings: sampleReview.findings.map((one) => ({
      ...one,
      title: hostile,
      explanation: hostile,
      settle: [hostile],
      location: { ...one.location, path: hostile },
    })),
    unattributed: [{ kind: "host", value: hostile, count: 1, paths: [hostile] }],
    problems: sampleReview.problems.map((one) => ({ ...one, message: hostile, path: hostile })),
    assumptions: [hostile],
  };

  it("is never markup", async () => {
    expect(await render("html", planted)).not.toMatch(/<script|<[a-z]+[^>]* onload=/i);
    // What stands between backticks is shown as it is.
    expect((await render("md", planted)).replace(/(?<!\\)`[^`]*`/g, "")).not.toMatch(/<script|\]\(javascript/i);
  });

  it("steers no terminal", async () => {
    expect(await render("text", planted)).not.toContain("\u202e");
  });

  it("runs as no formula", async () => {
    const csv = await render("csv", {
      ...sampleReview,
      transactions: sampleReview.transactions.map((one) => ({ ...one, services: ["=1+1"] })),
    });
    expect(csv).toContain("'=1+1");
  });
});

describe("the HTML report", () => {
  it("requests nothing and holds no script", async () => {
    const html = await render("html");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|url\(|@import/i);
    expect(html).toContain("default-src 'none'");
  });
});

describe("the text report", () => {
  it.each([40, 60, 80, 120])("keeps within %i columns", async (width) => {
    const { default: stringWidth } = await import("string-width");
    const text = (await reports.text()).render(sampleReview, { width, color: false });
    expect(text.split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
  });
});
