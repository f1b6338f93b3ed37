import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importFormats } from "../registry.js";

function recognisedBy(name: string, text: string): string[] {
  return importFormats.filter((format) => format.recognises({ name, text })).map(({ id }) => id);
}

const lei = "001GPB6A9XPE8XJICC14";

describe("what registers and own tables publish", () => {
  it.each<[string, string]>([
    ["gb-psc", '{"company_number":"1","data":{"kind":"persons-with-significant-control-statement","statement":"x"}}\n'],
    ["gleif-lei", '"LEI","Entity.LegalName","Entity.LegalJurisdiction","Registration.RegistrationStatus"\n'],
    ["gleif-lei", `<?xml version="1.0"?><lei:LEIData xmlns:lei="x"><lei:LEIRecords/></lei:LEIData>`],
    ["gleif-lei", `{\n  "records": [\n{"LEI":{"$":"${lei}"},"Entity":{"LegalName":{"$":"X"}}}]}`],
    ["gleif-rr", "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType\n"],
    ["gleif-rr", `<rr:RelationshipData xmlns:rr="x"></rr:RelationshipData>`],
    ["gleif-rr", `{"relations":[{"RelationshipRecord":{"Relationship":{"RelationshipType":{"$":"X"}}}}]}`],
    ["gleif-exceptions", "LEI,Exception.Category,Exception.Reason.1,Exception.Reference.1\n"],
    ["gleif-exceptions", `<repex:ReportingExceptionData xmlns:repex="x"/>`],
    ["gleif-exceptions", `{"exceptions":[{"LEI":{"$":"${lei}"},"ExceptionCategory":{"$":"X"}}]}`],
    ["ftm", '{"id":"a","schema":"Company","properties":{"name":["A"]}}\n'],
    ["ftm", '[{"id":"a","caption":"A","schema":"Company","properties":{"name":["A"]}}]'],
    ["bods", '[{"statementId":"a","recordType":"entity","recordId":"b","recordDetails":{}}]'],
    ["bods", '{"statementID":"a","statementType":"entityStatement","entityType":"registeredEntity"}\n'],
    ["own-parties-csv", "id,name,kind\n"],
    ["own-interests-csv", "owner,owned,share\n"],
  ])("is recognised by %s and by no other format: %s", (id, text) => expect(recognisedBy("file", text)).toEqual([id]));

  it.each(["", "\n", "<html><body>", "{}", "[]", "PK\u0003\u0004", "name\n", "hello, world\n", '{"name":"x"}'])(
    "is not seen in %j",
    (text) => expect(recognisedBy("file", text)).toEqual([]),
  );
});

const corpus = "../shared/corpus/screening";

describe.skipIf(!existsSync(corpus))("files of registers in ../shared (skipped without it)", () => {
  it.each<[string, string, RegExp]>([
    ["gleif-lei", "gleif", /^lei-data/],
    ["gleif-rr", "gleif", /^rr-data/],
    ["gleif-exceptions", "gleif", /^repex-data/],
    ["ftm", "ftm", /(zala|donations)/],
    ["bods", "bods/examples", /./],
  ])("are recognised by %s alone", (id, folder, names) => {
    const files = readdirSync(`${corpus}/${folder}`).filter((file) => names.test(file));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(`${corpus}/${folder}/${file}`, "utf8").slice(0, 65_536);
      expect([file, recognisedBy(file, text)]).toEqual([file, [id]]);
    }
  });

  it("of lists are not taken for a register or an own table", () => {
    const ours = new Set(["gb-psc", "gleif-lei", "gleif-rr", "gleif-exceptions", "ftm", "bods", "own-parties-csv", "own-interests-csv"]);
    const folders = readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory());
    for (const { name: folder } of folders) {
      if (["gleif", "ftm", "bods", "uk-psc"].includes(folder)) continue;
      for (const file of readdirSync(`${corpus}/${folder}`, { recursive: true, encoding: "utf8" })) {
        if (!/\.(csv|json|jsonl|xml|txt)$/i.test(file)) continue;
        const text = readFileSync(`${corpus}/${folder}/${file}`).subarray(0, 65_536).toString("utf8");
        expect([folder, file, recognisedBy(file, text).filter((id) => ours.has(id))]).toEqual([folder, file, []]);
      }
    }
  });
});
