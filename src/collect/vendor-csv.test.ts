import { describe, expect, it } from "vitest";
import { readSample, sampleFile } from "./sample-file.js";
import { vendorCsv } from "./vendor-csv.js";

const read = (text: string) => readSample(vendorCsv, sampleFile("vendors.csv", text));

describe("a vendor list", () => {
  it("gives each vendor with its line, use, claimed country and website", async () => {
    const { seen, problems } = await read(
      'vendor,service,country,website\n"Alibaba Cloud US, LLC",Order archive,CN,https://www.alibabacloud.com/us\nOther,,,\n',
    );
    expect(problems).toEqual([]);
    const context = {
      address: "vendor/Alibaba Cloud US, LLC",
      use: "Order archive",
      claimedProvider: { name: "Alibaba Cloud US, LLC", country: "CN" },
    };
    expect(seen).toEqual([
      { line: 2, kind: "vendor", value: "Alibaba Cloud US, LLC", context },
      { line: 2, kind: "host", value: "www.alibabacloud.com", context },
      { line: 3, kind: "vendor", value: "Other", context: { address: "vendor/Other" } },
    ]);
  });

  it.each([
    ["semicolons", "Supplier Name;Purpose\nAcme;Mail\n"],
    ["tabs", "Supplier Name\tPurpose\nAcme\tMail\n"],
    ["a byte-order mark and CRLF", "\uFEFFSupplier Name,Purpose\r\nAcme,Mail\r\n"],
  ])("is read with %s", async (_, text) => {
    expect((await read(text)).seen).toMatchObject([{ line: 2, kind: "vendor", value: "Acme", context: { use: "Mail" } }]);
  });

  it("places a vendor whose row runs over several lines, and the row after it", async () => {
    const { seen } = await read('vendor,use\n"A","two\nlines"\nB,x\n');
    expect(seen.map(({ value, line }) => [value, line])).toEqual([
      ["A", 2],
      ["B", 4],
    ]);
  });

  it("says which rows are wrong and reads the others", async () => {
    const { values, problems } = await read('vendor,use\nA,x\n,y\nB,x,extra\n"C""\nD,z\n');
    expect(values("vendor").slice(0, 2)).toEqual(["A", "B"]);
    expect(
      problems
        .map(({ line, code }) => [line, code])
        .sort()
        .slice(0, 2),
    ).toEqual([
      [3, "vendor-csv-row"],
      [4, "vendor-csv-row"],
    ]);
    expect(problems.length).toBeGreaterThanOrEqual(3);
  });

  it("loses no row to a quote that never closes, and quotes none of it", async () => {
    const { values, seen, problems } = await read('vendor,use\nA,x\n\n"B not-for-reports,y\nC,z\n"D\nE,"two\nlines"\n');
    expect(values("vendor")).toEqual(["A", "C", "E"]);
    expect(seen.map(({ line }) => line)).toEqual([2, 5, 7]);
    expect(problems.map(({ line }) => line)).toEqual([4, 6]);
    expect(JSON.stringify(problems)).not.toContain("not-for-reports");
  });

  it("gives up on what is no CSV, and says where", async () => {
    const { problems } = await read(`vendor,use\n${'"x,y\n'.repeat(5000)}`);
    expect(problems.at(-1)).toMatchObject({ severity: "error", code: "vendor-csv-faults" });
  });

  it("needs a column that names the vendor", async () => {
    expect((await read("a,b\n1,2\n")).problems[0]).toMatchObject({ severity: "error", code: "vendor-csv-header", line: 1 });
  });

  it("is told from other tables by its header or name", () => {
    expect(vendorCsv.recognises(sampleFile("x.csv", "Vendor Name,Country\n"))).toBe(true);
    expect(vendorCsv.recognises(sampleFile("subprocessors.csv", "Name,Country\n"))).toBe(true);
    expect(vendorCsv.recognises(sampleFile("people.csv", "Name,Country\n"))).toBe(false);
    expect(vendorCsv.recognises(sampleFile("vendors.md", "vendor\n"))).toBe(false);
  });
});
