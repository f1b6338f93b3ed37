import { describe, expect, it } from "vitest";
import { reports } from "./registry.js";
import { sampleReview } from "./sample-review.js";

const render = async (format: keyof typeof reports, review = sampleReview) =>
  (await reports[format]()).render(review, { width: 110, color: false });

describe("criteria in the reports", () => {
  it("stand in the text in one line a group, with possibilities, caps and what is open", async () => {
    const text = await render("text");
    expect(text).toContain("us-icts: Alibaba Cloud us-west-1, Order archive (hosting)");
    expect(text).toContain("risk  raises the risk: c7; possibly: lowers the risk: c8; open: c10");
    expect(text).toContain("sovereignty  limits it: sov-2 (at most SEAL-1 (Jurisdictional sovereignty))");
  });

  it("open in HTML as a table with every answer, what weakens it, and what to ask of whom", async () => {
    const html = await render("html");
    expect(html).toContain("1 answered, 1 in part, 1 open</summary>");
    expect(html).toContain("raises the risk: China has paths to Orders older than 90 days (订单档案).");
    expect(html).toContain("Not confirmed (mark UNCONFIRMED).");
    expect(html).toContain("<li>Analyst: How often were such powers used?</li>");
    expect(html).toContain("only upper bounds are given, no level is claimed");
  });

  it("are a table in Markdown", async () => {
    expect(await render("md")).toMatch(
      /\| Alibaba Cloud us-west-1, Order archive \\?\(hosting\\?\) \| us-icts \| Finding 3, risk \| raises the risk: c7;/,
    );
  });

  it("are left out of the text where no use is concerned, and told in HTML", async () => {
    const { criteria, ...older } = sampleReview;
    for (const review of [older, { ...sampleReview, criteria: criteria?.map((one) => ({ ...one, transactions: [] })) ?? [] }]) {
      expect(await render("text", review)).not.toContain("Criteria that the laws weigh");
      expect(await render("html", review)).toContain("No rule pack of this review has criteria for the uses found.");
    }
  });
});
