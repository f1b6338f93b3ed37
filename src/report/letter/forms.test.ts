import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { Letter } from "../../model/index.js";
import { readXml } from "../../reference/import/xml.js";
import { visible } from "../visible.js";
import { letterForms } from "./registry.js";
import { planted, sampleLetter } from "./sample-letter.js";
import { gapMark, gapText, noteMark, noteText } from "./words.js";
import { newLetterWriter, sentencesOf } from "./writer.js";

const letter = sampleLetter();
const plain = (text: string) => visible(text).replace(/\s+/g, " ").trim();

/** What each form says, without its own marks of layout: the words that a reader reads. */
const wordsOf: Record<keyof typeof letterForms, (letter: Letter) => Promise<string>> = {
  text: async (one) => plain(String(await (await letterForms.text()).render(one, { width: 100_000 }))),
  md: async (one) => {
    const raw = String(await (await letterForms.md()).render(one, { width: 80 }));
    const bare = raw
      .replace(/<!-- -->/g, "")
      .replace(/(?<!\\)\*\*/g, "")
      .replace(/\\([\\`*_{}[\]#|~+.)=-])/g, "$1")
      .replace(/(?<!\\)\\\(/g, "(");
    return plain(bare.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))));
  },
  html: async (one) => {
    const raw = String(await (await letterForms.html()).render(one, { width: 80 }));
    const body = raw.slice(raw.indexOf("<body"));
    return plain(decoded(body.replace(/<(?:\/?(?:p|li|td|th|h\d|dt|dd|caption|tr|div))\b[^>]*>/g, " ").replace(/<[^>]*>/g, "")));
  },
  docx: async (one) => plain(documentText(await partsOf(await (await letterForms.docx()).render(one, { width: 80 })))),
};

function decoded(text: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|apos|amp);/g, (_, name) => entities[name] ?? "");
}

async function partsOf(bytes: string | Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async("string")] as const)));
}

function documentText(parts: Map<string, string>): string {
  const xml = `${parts.get("word/document.xml") ?? ""} ${parts.get("word/footnotes.xml") ?? ""}`;
  const numbered = xml.replace(/<w:footnoteReference w:id="(\d+)"\/>/g, "$1");
  return decoded(numbered.replace(/<w:p[ >]/g, " $&").replace(/<[^>]*>/g, ""));
}

const forms = Object.keys(letterForms) as (keyof typeof letterForms)[];

describe.each(forms)("a letter as %s", (form) => {
  it("holds every sentence with its gap and the numbers of its sources, every note and every gap at the end", async () => {
    const words = await wordsOf[form](letter);
    for (const sentence of letter.sections.flatMap(sentencesOf)) {
      const parts = [sentence.text, sentence.gap ? gapMark(sentence.gap) : "", noteMark(sentence)].filter(Boolean).map(plain);
      // Word's own notes stand right behind the words, each by its number.
      const asWord =
        [sentence.text, sentence.gap ? gapMark(sentence.gap) : ""].filter(Boolean).map(plain).join(" ") + sentence.notes.join(", ");
      expect(words).toContain(form === "docx" ? asWord : parts.join(" "));
    }
    for (const note of letter.notes)
      expect(words).toContain(plain(form === "html" ? (note.evidence.title ?? note.evidence.locator) : noteText(note)));
    for (const gap of letter.gaps) expect(words).toContain(plain(gapText(gap)));
    expect(words).toContain("4 gaps: 3 missing sources, 1 passage to be completed by a person.");
    expect(words).toContain("DRAFT for counsel. Not legal advice.");
  });

  it.runIf(form === "html")("breaks no day at its hyphens, and a long address where it has to", async () => {
    const write = newLetterWriter();
    const address = "https://example.org/a/very/long/address/that/goes/on";
    const rows = [[[write.statement("Due 2026-03-01, seen at")], [write.statement(address)]]];
    const sections = [
      { id: "a", level: 2 as const, heading: "A", blocks: [{ kind: "table" as const, caption: "T", headings: ["On", "Where"], rows }] },
    ];
    const page = String(
      await (await letterForms.html()).render(write.letter({ title: "T", stamp: "S", on: "2026-03-01", head: [], sections }), {
        width: 80,
      }),
    );
    expect(page).toContain('Due <span class="day">2026-03-01</span>, seen at');
    expect(page).toContain(`<span class="address">${address}</span>`);
  });

  it("is the same bytes for the same letter", async () => {
    const { render } = await letterForms[form]();
    const [one, other] = [await render(letter, { width: 80 }), await render(sampleLetter(), { width: 80 })];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("shows what artefacts planted, and lets nothing of it act", async () => {
    const bytes = await (await letterForms[form]()).render(letter, { width: 80 });
    const raw = form === "docx" ? ((await partsOf(bytes)).get("word/document.xml") ?? "") : String(bytes);
    expect(await wordsOf[form](letter)).toContain(plain(planted));
    for (const steering of ["\u202e", "\u0007"]) expect(raw).not.toContain(steering);
    if (form === "text") return;
    expect(raw).not.toContain("<script");
    if (form === "md") expect(raw).not.toMatch(/(?<!\\)\]\(https:/);
    expect(raw).not.toContain('href="https://evil');
    if (form === "docx") expect(raw).not.toContain("]]>");
  });
});

describe("a letter as HTML", () => {
  it("highlights each gap, asks for nothing and runs nothing", async () => {
    const page = String(await (await letterForms.html()).render(letter, { width: 80 }));
    expect(page.match(/<mark class="gap">/g)).toHaveLength(4);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(script|img|link|iframe)/);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });
});

describe("a letter as a Word document", () => {
  it("is well-formed in every part, highlights each gap, and dates nothing by the clock", async () => {
    const bytes = await (await letterForms.docx()).render(letter, { width: 80 });
    const parts = await partsOf(bytes);
    for (const [name, xml] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const text = async function* () {
        yield new TextEncoder().encode(xml);
      };
      await expect(readXml(text(), { start: () => undefined, end: () => undefined }), name).resolves.toBeUndefined();
    }
    const body = parts.get("word/document.xml") ?? "";
    // The stamp, four gaps in the text, four in the list at the end.
    expect(body.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(9);
    expect(parts.get("docProps/core.xml")).toContain("2026-11-23T00:00:00Z");
    expect(parts.get("word/header1.xml")).toContain("DRAFT for counsel");
    expect(parts.get("word/footer1.xml")).toContain("NUMPAGES");
    // Each source is one footnote; what cites it again is a field that leads to it.
    const footnotes = parts.get("word/footnotes.xml") ?? "";
    for (const { number } of letter.notes) {
      expect(body.match(new RegExp(`<w:footnoteReference w:id="${number}"/>`, "g"))).toHaveLength(1);
      expect(footnotes).toContain(`w:id="${number}"`);
    }
    const fields = [...body.matchAll(/w:instr=" NOTEREF (\S+) /g)].map(([, name]) => name);
    // The register and the three filings are cited twice, the law three times.
    expect(fields).toHaveLength(6);
    for (const name of fields) expect(body).toContain(`w:name="${name}"`);
    // Lists are numbered by Word: the ordered one, the bullets, and the gaps at the end.
    expect(body.match(/<w:numPr>/g)).toHaveLength(3 + letter.gaps.length);
    expect(parts.get("word/numbering.xml")).toContain('<w:numFmt w:val="decimal"/>');
    expect(new Set([...body.matchAll(/<w:bookmarkStart w:name="[^"]*" w:id="(\d+)"/g)].map(([, id]) => id)).size).toBe(letter.notes.length);
  });
});

describe("the writer of a letter", () => {
  it("makes a gap of a fact without evidence, and numbers a source once", () => {
    const write = newLetterWriter();
    const source = { kind: "reference" as const, locator: "https://example.org/", title: "Page" };
    expect(write.fact("One.", [source])).toMatchObject({ notes: [1], gap: null });
    expect(
      write.law("Two.", [
        { ...source, note: "said of another step" },
        { kind: "law", locator: "§ 1" },
      ]).notes,
    ).toEqual([1, 2]);
    expect(write.fact("Three.", [])).toMatchObject({ notes: [], gap: { kind: "source", what: "no evidence on file" } });
  });

  it("tells runs of sources as ranges", () => {
    expect(noteMark({ notes: [1, 2, 3, 7] })).toBe("[1-3, 7]");
    expect(noteMark({ notes: [4] })).toBe("[4]");
    expect(noteMark({ notes: [] })).toBe("");
  });
});
