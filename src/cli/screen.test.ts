import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { queryFromValue } from "./screen-body.js";
import { columnsOf, queryFromRow } from "./screen-columns.js";
import { readScreenFile } from "./screen-file.js";

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "screen-")), name);
  await writeFile(path, text);
  return path;
}

async function read(name: string, text: string) {
  return readScreenFile(await fileOf(name, text));
}

describe("files of names", () => {
  it("reads a vendor list as people keep it", async () => {
    const text = [
      "Vendor Name;HQ Country;Type;LEI;Registration No.;Date of birth;Owner",
      "Huawei Technologies;China;company;5299001A2B3C4D5E6F78;9144;;finance",
      '"Badege; Eric";CD;person;;;1971-05-06;finance',
      ";;;;;;",
      ";FR;;;;;",
    ].join("\r\n");
    const file = await read("vendors.csv", text);
    expect(file.format).toBe("csv");
    expect([...file.queries]).toEqual([
      [
        "line-2",
        {
          schema: "Company",
          properties: {
            name: ["Huawei Technologies"],
            country: ["China"],
            leiCode: ["5299001A2B3C4D5E6F78"],
            registrationNumber: ["9144"],
          },
        },
      ],
      ["line-3", { schema: "Person", properties: { name: ["Badege; Eric"], country: ["CD"], birthDate: ["1971-05-06"] } }],
    ]);
    expect(file.faults).toEqual([{ line: 5, message: "it has no name and no identifier" }]);
    expect(file.columnsNotRead).toEqual(["Owner"]);
  });

  it("keeps what is good beside a hostile row", async () => {
    const text = `name,country\n"never closed,US\nGood One,US\n=cmd|'/c calc'!A1,GB\nToo,many,cells,here\n`;
    const file = await read("hostile.csv", text);
    const names = [...file.queries.values()].map(({ properties }) => properties.name?.[0]);
    expect(names).toContain("Good One");
    expect(names).toContain("=cmd|'/c calc'!A1");
    expect(names).toContain("Too");
  });

  it("reads one name a line, JSON Lines, and a body of yente's /match, by what is in them", async () => {
    expect([...(await read("names.txt", "\uFEFFHuawei\n\n阿里云\n")).queries.values()].map(({ properties }) => properties.name)).toEqual([
      ["Huawei"],
      ["阿里云"],
    ]);
    const lines = '{"name": "Huawei", "country": "CN"}\n{"id": "v1", "schema": "Person", "properties": {"name": "Eric Badege"}}\n{"name"\n';
    const jsonl = await read("names.jsonl", lines);
    expect([...jsonl.queries.keys()]).toEqual(["line-1", "v1"]);
    expect(jsonl.queries.get("v1")).toEqual({ id: "v1", schema: "Person", properties: { name: ["Eric Badege"] } });
    expect(jsonl.faults).toEqual([{ line: 3, message: expect.stringContaining("no JSON object") }]);
    const body = { weights: {}, queries: { q1: { schema: "Company", properties: { name: ["Huawei"], jurisdiction: ["cn"] } }, q2: 7 } };
    const yente = await read("request.json", JSON.stringify(body, null, 1));
    expect(yente.format).toBe("yente");
    expect([...yente.queries]).toEqual([["q1", body.queries.q1]]);
    expect(yente.faults).toHaveLength(1);
  });

  it("gives each query a key of its own, and says what no column of a table says", async () => {
    const file = await read("a.csv", "id,name\n7,Huawei\n7,Haige\n");
    expect([...file.queries.keys()]).toEqual(["7", "7 (line 3)"]);
    await expect(read("b.csv", "colour,size\nred,1\n")).rejects.toThrow(/b\.csv, line 1: no column holds names/);
    await expect(read("c.json", '{"other": [\n1]}')).rejects.toThrow(/neither JSON Lines nor a request/);
    await expect(readScreenFile("/nowhere/at/all.csv")).rejects.toThrow(/Expected a file with names/);
  });

  it("equal facts in different forms are equal queries", () => {
    const fromRow = queryFromRow(["Huawei", "CN", "company"], columnsOf(["Company name", "Country", "Kind"]));
    expect(queryFromValue({ "company name": "Huawei", COUNTRY: "CN", kind: "company" })).toEqual(fromRow);
    expect(queryFromValue({ schema: "Company", properties: { name: ["Huawei"], country: "CN" } })).toEqual(fromRow);
  });

  it("keeps a kind that it does not know where the answer tells it", () => {
    expect(queryFromRow(["Huawei", "SaaS"], columnsOf(["name", "type"]))).toEqual({
      schema: "LegalEntity",
      properties: { name: ["Huawei"], kind: ["SaaS"] },
    });
  });
});

describe("beholden screen", () => {
  it("writes a whole answer, a gate and decisions", async () => {
    const { Command } = await import("commander");
    const { addScreenCommand } = await import("./screen.js");
    const folder = await mkdtemp(join(tmpdir(), "screen-"));
    const vendors = await fileOf("vendors.csv", "name,country\nHUAWEI TECH CO LTD,China\nAcme Widgets of Ohio,US\n");
    const run = async (...args: string[]) => {
      process.exitCode = 0;
      const program = new Command().exitOverride();
      addScreenCommand(program);
      await program.parseAsync(["screen", ...args, "--data", folder, "--quiet"], { from: "user" });
      const status = process.exitCode;
      process.exitCode = 0;
      return status;
    };
    const output = join(folder, "out.csv");
    expect(await run(vendors, "--as-of", "2026-11-23", "--format", "csv", "--output", output, "--fail-on", "listed")).toBe(1);
    const rows = (await readFile(output, "utf8")).split("\r\n");
    const row = rows.find((one) => one.includes(",open,1,"));
    expect(row).toContain("huawei-technologies");
    const id = /q[0-9a-f]{12}:huawei-technologies:[a-z0-9.]+/.exec(row ?? "")?.[0] ?? "";
    expect(await run("decide", id, "--as", "different", "--by", "A. Analyst", "--why", "a shop of the same name")).toBe(0);
    expect(await readFile(join(folder, "decisions.jsonl"), "utf8")).toContain('"decision":"different"');
    const json = join(folder, "out.json");
    await run(vendors, "--as-of", "2026-11-23", "--format", "json", "--output", json);
    const answer = JSON.parse(await readFile(json, "utf8"));
    expect(answer.responses["line-2"].dismissed).toBe(1);
    expect(answer.run.matches.dismissed).toBe(1);
    for (const format of ["text", "html", "jsonl"]) {
      await run(vendors, "--as-of", "2026-11-23", "--format", format, "--output", output);
      expect(await readFile(output, "utf8")).toContain("Acme Widgets of Ohio");
    }
    await run(vendors, "--as-of", "2026-11-23", "--format", "md", "--output", output);
    expect(await readFile(output, "utf8")).toContain("2 names screened: 0 with a match");
  });
});
