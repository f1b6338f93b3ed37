import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfInterest, faultOfListing, faultOfParty } from "../check-facts.js";
import { ImportError, type ImportFormat } from "../format.js";
import { importFormats } from "../registry.js";
import { readSample } from "../sample-sink.js";
import { sampleLists } from "./sample-lists.js";

const samples = sampleLists.map((sample) => ({ ...sample, reader: formatOf(sample.format) }));

function formatOf(id: string): ImportFormat {
  const format = importFormats.find((one) => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}

describe.each(samples)("$format: $name", ({ format, name, text, refusedLine, reader }) => {
  it("is recognised by one format alone, also under another name", () => {
    for (const head of [
      { name, text },
      { name: "download.dat", text: text.slice(0, 65_536) },
    ]) {
      const recognised = importFormats.filter((one) => one.recognises(head)).map(({ id }) => id);
      expect(recognised).toEqual([format]);
    }
  });

  it("tells the broken record by its line and reason, and reads the rest", async () => {
    const told = await readSample(reader, name, text);
    expect(told.refused.map(({ line }) => line)).toEqual([refusedLine]);
    expect(told.refused[0]?.reason.length).toBeGreaterThan(20);
    expect(told.parties.length).toBeGreaterThan(0);
  });

  it("gives sound facts only", async () => {
    const { parties, interests, listings, source } = await readSample(reader, name, text);
    expect(source?.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([...parties.map(faultOfParty), ...interests.map(faultOfInterest), ...listings.map(faultOfListing)].filter(Boolean)).toEqual([]);
    const known = new Set(parties.map(({ id }) => id));
    for (const { owner, owned } of interests) expect([known.has(owner), known.has(owned)]).toEqual([true, true]);
    for (const { party } of listings) expect(known.has(party)).toBe(true);
  });

  it("gives the same in pieces of any size", async () => {
    const whole = await readSample(reader, name, text, 1_000_000);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (size) => {
        expect(await readSample(reader, name, text, size)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });
});

describe.each(samples.filter(({ text }) => text.startsWith("<?xml")))("hostile XML: $format", ({ name, text, reader }) => {
  it("refuses a document type, so that no entity is ever expanded", async () => {
    const bomb = text.replace("?>", '?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>');
    await expect(readSample(reader, name, bomb)).rejects.toThrow(/DOCTYPE/);
  });

  it("refuses a file that ends too early, wherever", async () => {
    for (const part of [0.3, 0.6, 0.95])
      await expect(readSample(reader, name, text.slice(0, text.length * part))).rejects.toThrow(ImportError);
  });

  it("refuses another root under the same format", async () => {
    await expect(readSample(reader, name, "<html><body/></html>")).rejects.toThrow(/outermost element is <html>/);
  });
});

describe.each(samples.filter(({ text, format }) => !text.startsWith("<?xml") && format !== "csl-json"))(
  "hostile tables: $name",
  (sample) => {
    const { name, text, reader } = sample;

    it("refuses a line that runs on, of 100 MB in one of them, and reads the rest", async () => {
      const [first = "", ...rest] = text.split("\n");
      const piece = new Uint8Array(1_000_000).fill(0x61);
      async function* bytes() {
        yield Buffer.from(`${first}\n`);
        for (let count = 0; count < (name === "SDN.CSV" ? 100 : 6); count++) yield piece;
        yield Buffer.from(`\n${rest.join("\n")}`);
      }
      const normal = await readSample(reader, name, text);
      const lines: (number | undefined)[] = [];
      let parties = 0;
      const sink = {
        source: () => {},
        record: () => {},
        party: () => void parties++,
        interest: () => {},
        listing: () => {},
        passOver: () => {},
        refuse: ({ line }: { line?: number | undefined }) => void lines.push(line),
      };
      await reader.read({ name, text, bytes }, sink);
      expect(lines).toContain(2);
      expect(parties).toBe(normal.parties.length);
    });

    it("keeps letters of Latin-1 among UTF-8", async () => {
      const latin = "MU\u00d1OZ";
      const parts = text.split(/EXAMPLE|Example|EJEMPLO/).map((part) => Buffer.from(part, "utf8"));
      const told = await readSample(
        reader,
        name,
        Buffer.concat(parts.flatMap((part, at) => (at ? [Buffer.from(latin, "latin1"), part] : [part]))),
      );
      expect(JSON.stringify(told.parties)).toContain(latin);
    });
  },
);
