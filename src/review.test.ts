import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Review } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { reports } from "./report/registry.js";
import { review } from "./review.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const retail = "examples/meridian-retail";
const reviewed = async (path: string, asOf = "2026-11-23", rules: string[] = []) =>
  review([path], { asOf, reference, packs: await loadRulePacks(rules) });

describe("the retailer of the example", () => {
  let result: Review;
  beforeAll(async () => {
    result = await reviewed(retail);
  });
  const determinationOf = (id: string) => result.determinations.find((one) => one.transaction === id);
  const findingsOn = (id: string) =>
    result.findings.filter((one) => one.transaction === id).map((one) => `${one.outcome} ${one.pack}/${one.rule} ${one.certainty}`);

  it("fits the published schema", () => {
    expect(Review.parse(result)).toEqual(result);
  });

  it("is restricted in its order archive: 2.4 million persons, a covered operator, a region on U.S. soil", () => {
    const archive = result.transactions.find((one) => one.id === "hosting:alibaba-cloud:us-west-1:order-archive");
    expect(archive).toMatchObject({
      operator: "alibaba-cloud-computing",
      owner: "alibaba-group-holding",
      servedFrom: "US",
      holdings: ["archived-orders", "warranty-claims"],
      join: "declared-and-seen",
    });
    expect(findingsOn("hosting:alibaba-cloud:us-west-1:order-archive")).toContain("restricted us-dsp/restricted-bulk-access established");
    expect(determinationOf("hosting:alibaba-cloud:us-west-1:order-archive")).toMatchObject({
      outcome: "permitted-with-measures",
      measures: expect.arrayContaining(["cisa-security-requirements"]),
    });
  });

  it("cannot be judged where it does not say what a covered host stores, and asks", () => {
    const cdn = determinationOf("hosting:tencent-cloud:any-region:storefront");
    expect(cdn?.outcome).toBe("cannot-be-judged");
    expect(cdn?.settle[0]).toContain("Declare it as a holding in beholden.yaml");
  });

  it("keeps keys of its own on one holding: that ends access to it and not the cut-off", () => {
    const reaches = result.reaches.filter((one) => one.target.id === "warranty-claims" && one.government === "CN");
    expect(reaches.map(({ effect, residual }) => [effect, residual])).toEqual([
      ["access", false],
      ["disrupt", true],
    ]);
  });

  it("sends traffic that nobody declared to a Russian cloud, and ignores who only knocked", () => {
    expect(result.transactions.filter((one) => one.kind === "traffic").map(({ provider, join: joined }) => [provider, joined])).toEqual([
      ["yandex-cloud", "seen-never-declared"],
    ]);
    expect(result.assumptions.some((one) => /only opened connections to the subject/.test(one))).toBe(true);
  });

  it("is not prohibited in its own country's cloud", () => {
    expect(result.determinations.filter((one) => one.transaction?.includes(":aws:")).map((one) => one.outcome)).toEqual(
      expect.arrayContaining(["not-prohibited"]),
    );
    expect(result.determinations.filter((one) => one.transaction?.includes(":aws:") && one.outcome !== "not-prohibited")).toEqual([]);
  });

  it("gives no finding without a path or evidence, and no path without evidence", () => {
    const ids = new Set(result.reaches.map((one) => one.id));
    for (const finding of result.findings) {
      expect(finding.evidence.length).toBeGreaterThan(0);
      for (const id of finding.reaches) expect(ids.has(id)).toBe(true);
    }
    for (const { path, alternatives } of result.reaches)
      for (const { steps } of [path, ...alternatives]) for (const step of steps) expect(step.evidence.length).toBeGreaterThan(0);
  });

  it("carries findings on who gets access by paths of access alone: a cut-off is another law's question", () => {
    const effectOf = new Map(result.reaches.map(({ id, effect }) => [id, effect]));
    const carrying = result.findings.filter(({ rule }) => rule === "restricted-bulk-access").flatMap(({ reaches }) => reaches);
    expect(carrying.length).toBeGreaterThan(0);
    expect(carrying.map((id) => effectOf.get(id)).filter((effect) => effect !== "access")).toEqual([]);
  });

  it("lets no secret into any output", async () => {
    for (const load of Object.values(reports)) {
      const output = (await load()).render(result, { width: 100, color: false });
      expect(output).not.toMatch(/not-a-real-|bm90LWEtcmVhbC/);
    }
  });

  it("gives the same bytes elsewhere, whatever order the files were written in", async () => {
    const folder = await mkdtemp(join(tmpdir(), "review-"));
    for (const part of [
      "vendors.csv",
      "terraform",
      "sbom.cdx.json",
      "package-lock.json",
      "logs",
      "kubernetes",
      "package.json",
      "docker-compose.yml",
      "beholden.yaml",
      "README.md",
    ]) {
      await cp(join(retail, part), join(folder, part), { recursive: true });
    }
    const { json } = reports;
    const render = (await json()).render;
    const options = { width: 100, color: false };
    expect(render(await reviewed(folder), options)).toBe(render(result, options));
  });

  it("counts an accepted finding no more while it is accepted, and aloud after that", async () => {
    const finding = result.findings.find((one) => one.outcome === "restricted" && one.certainty === "established");
    const folder = await mkdtemp(join(tmpdir(), "review-"));
    await cp(retail, folder, { recursive: true });
    const declared = await readFile(join(folder, "beholden.yaml"), "utf8");
    await writeFile(
      join(folder, "beholden.yaml"),
      declared.replace("accepted: []", `accepted:\n  - { finding: ${finding?.id}, by: A. Officer, why: moving out, until: 2026-12-31 }`),
    );
    expect((await reviewed(folder, "2026-12-31")).findings.find((one) => one.id === finding?.id)?.status).toBe("accepted");
    const after = await reviewed(folder, "2027-01-01");
    expect(after.findings.find((one) => one.id === finding?.id)?.status).toBe("acceptance-expired");
    expect(after.answer.join(" ")).toContain("1 acceptance has expired and counts as open again.");
  });
});

describe("the model case, as of 2022-01-18", () => {
  it("is a review under part 7: no data security program yet, no listing yet, three questions open", async () => {
    const result = await reviewed("examples/alibaba-cloud-2022", "2022-01-18");
    expect(new Set(result.findings.map((one) => one.pack))).toEqual(new Set(["us-icts"]));
    expect(result.findings.map((one) => one.rule)).toEqual(expect.arrayContaining(["access", "disrupt", "launch"]));
    expect(result.findings.every((one) => one.citation.startsWith("15 CFR 7."))).toBe(true);
    const today = await reviewed("examples/alibaba-cloud-2022", "2026-11-23");
    expect(today.findings.some((one) => one.pack === "us-dsp")).toBe(true);
    expect(today.findings.filter((one) => one.pack === "us-icts").every((one) => one.citation.startsWith("15 CFR 791."))).toBe(true);
  });
});

describe("another perspective", () => {
  it("needs no code: for a German subject the EU's pack asks about the United States, and the U.S. packs about nobody", async () => {
    const folder = await mkdtemp(join(tmpdir(), "review-"));
    await writeFile(join(folder, "hosts.txt"), "orders.s3.eu-central-1.amazonaws.com\n");
    await writeFile(join(folder, "beholden.yaml"), "subject: { name: Hansa Versand GmbH, jurisdiction: DE, principalPlace: DE }\n");
    const european = await reviewed(folder, "2026-11-23", ["eu-sovereignty"]);
    expect(new Set(european.findings.flatMap((one) => one.governments))).toEqual(new Set(["US"]));
    expect((await reviewed(folder)).findings).toEqual([]);
  });
});

describe("without a declaration", () => {
  it("still runs, and says what it had to assume", async () => {
    const folder = await mkdtemp(join(tmpdir(), "review-"));
    await writeFile(join(folder, "hosts.txt"), "oss-us-west-1.aliyuncs.com\n");
    const result = await reviewed(folder);
    expect(result.transactions.map((one) => one.id)).toEqual(["hosting:alibaba-cloud:us-west-1:undeclared"]);
    expect(result.assumptions[0]).toMatch(/^No beholden.yaml was read/);
    expect(result.determination.outcome).toBe("cannot-be-judged");
  });

  it("says so where nothing was found at all", async () => {
    const result = await reviewed(await mkdtemp(join(tmpdir(), "review-")));
    expect(result.answer[0]).toMatch(/no service of a known provider was found/);
  });
});
