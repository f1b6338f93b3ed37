import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { publications } from "../update/publications.js";
import type { ImportFormat } from "./format.js";
import { importFormats } from "./registry.js";
import { readSample } from "./sample-sink.js";

const page = readPage("reference.md");

describe("docs/reference.md", () => {
  it("names every format with its specification", () => {
    for (const { title, specification } of importFormats) {
      const link = specification.startsWith("https://") ? specification : "imports.md#your-own-tables";
      expect(page).toContain(`| [${title}](${link}) |`);
    }
  });

  it("names every source that can be fetched, and from where", () => {
    for (const { source, title, url } of publications) expect(page).toContain(`| \`${source}\` | ${title} | <${url}> |`);
  });
});

describe("the table of one's own in docs/imports.md", () => {
  it("is read as it stands", async () => {
    const table = /^```csv\n(.*?)^```/ms.exec(readPage("imports.md"))?.[1] ?? "";
    const format = importFormats.find((one) => one.recognises({ name: "stakes.csv", text: table }));
    expect(format?.id).toBe("own-interests-csv");
    const { interests, refused } = await readSample(format as ImportFormat, "stakes.csv", table);
    expect(refused).toEqual([]);
    expect(interests).toMatchObject([
      { owner: "alibaba-group-holding", share: 60, from: "2021-03" },
      { owned: "gb-coh-01234567", shareMin: 25, shareMax: 50 },
    ]);
    expect(interests[1]?.owner).toBe(interests[0]?.owned);
  });
});

describe("the format in docs/reference.md", () => {
  it("reads its list, refuses what is none, and gives places", async () => {
    const format = await documentedFormat();
    const table = 'Barred No,Name,Country,Barred Since\r\n7,Acme Ltd,GB,2024-05-01\r\nx,Nobody,GB,2024\r\n8,"Open,FR,2024\r\n';
    expect(format.recognises({ name: "barred.csv", text: table })).toBe(true);
    for (const pieceBytes of [1, 1000]) {
      expect(await readSample(format, "barred.csv", table, pieceBytes)).toMatchObject({
        source: { id: "fd-barred" },
        records: 2,
        parties: [{ id: "fd-barred-7", name: "Acme Ltd", kind: "entity", jurisdiction: "GB" }],
        listings: [{ party: "fd-barred-7", list: "fd-barred", from: "2024-05-01", citation: "Barred suppliers, no. 7" }],
        refused: [
          { line: 3, reason: "x is no number of an entry. Expected digits." },
          { line: 4, reason: expect.stringContaining("a quote is opened and not closed") },
        ],
      });
    }
  });
});

async function documentedFormat(): Promise<ImportFormat> {
  const contents = /^<!-- A test compiles[^\n]*-->\n```ts\n(.*?)^```/ms.exec(page)?.[1] ?? "";
  const resolveDir = fileURLToPath(new URL("formats", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
  return module.freedoniaBarred;
}

function readPage(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), "utf8");
}
