import { existsSync } from "node:fs";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { shippedProcedure } from "../docket/sample-case.js";
import { type Evidence, type HandlingMark, handlingMarks, type Letter, type LetterBlock, type LetterSentence } from "../model/index.js";
import { newLetterWriter } from "../report/letter/writer.js";
import { contentDigest, issuedLetter } from "./content.js";
import { issuedFiles } from "./files.js";
import { printPdf } from "./pdf.js";
import { publicVersion } from "./release.js";

const law = shippedProcedure("us-icts").withholding;
const chromium = "/usr/bin/chromium";
const issueOf = (letter: Letter) => ({
  number: "L-2026-0007",
  on: "2026-04-01",
  service: null,
  handling: "public" as const,
  content: contentDigest(letter),
  head: { number: 3, digest: "a".repeat(64) },
  deadlines: [],
});

/** Every layer of every file: the bytes, and what is packed in them. */
async function layersOf(letter: Letter, print: ((page: string) => Promise<Uint8Array>) | null): Promise<Map<string, string>> {
  const layers = new Map<string, string>();
  for (const { file, content } of await issuedFiles(issuedLetter(letter, issueOf(letter)), print)) {
    layers.set(`${file.role} name`, file.name);
    layers.set(`${file.role} bytes`, Buffer.from(content).toString("latin1"));
    layers.set(`${file.role} text`, Buffer.from(content).toString("utf8"));
    if (file.role === "docx") {
      const zip = await JSZip.loadAsync(content);
      for (const part of Object.values(zip.files)) {
        layers.set(`docx ${part.name} name and comment`, `${part.name} ${part.comment ?? ""}`);
        const xml = await part.async("string");
        layers.set(`docx ${part.name}`, xml);
        layers.set(`docx ${part.name} words`, xml.replace(/<[^>]*>/g, ""));
      }
    }
    if (file.role === "pdf") for (const [name, text] of await pdfLayers(content)) layers.set(name, text);
  }
  return layers;
}

/** The words of each page, the metadata, attachments, outline, annotations and structure of a PDF, and each of its streams as it is unpacked. */
async function pdfLayers(content: Uint8Array): Promise<[string, string][]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { inflateSync } = await import("node:zlib");
  const document = await getDocument({ data: Uint8Array.from(content), verbosity: 0 }).promise;
  const layers: [string, string][] = [
    ["pdf metadata", JSON.stringify(await document.getMetadata())],
    ["pdf attachments", JSON.stringify(await document.getAttachments())],
    ["pdf outline", JSON.stringify(await document.getOutline())],
  ];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    layers.push([`pdf page ${number}`, items.map((item) => ("str" in item ? item.str : "")).join("")]);
    layers.push([`pdf page ${number} notes`, JSON.stringify(await page.getAnnotations())]);
    layers.push([`pdf page ${number} structure`, JSON.stringify(await page.getStructTree())]);
  }
  const raw = Buffer.from(content).toString("latin1");
  for (const { index, 0: start } of raw.matchAll(/stream\r?\n/g)) {
    const from = index + start.length;
    const end = raw.indexOf("endstream", from);
    try {
      layers.push([`pdf stream at ${index}`, inflateSync(content.subarray(from, end)).toString("latin1")]);
    } catch {
      layers.push([`pdf stream at ${index}`, raw.slice(from, end)]);
    }
  }
  await document.destroy();
  return layers;
}

const source = (title: string, quote?: string): Evidence => ({
  kind: "reference",
  locator: `file ${title}`,
  title,
  ...(quote ? { quote } : {}),
});

interface Planned {
  handling: HandlingMark;
  cites: boolean;
}

/** A letter with one word of its own in every passage, heading and source. */
function markedLetter(plan: Planned[], titleHandling: HandlingMark): { letter: Letter; secrets: string[]; open: string[] } {
  const write = newLetterWriter();
  const words = plan.map(({ handling }, at) => ({ handling, word: `zq${handling === "public" ? "open" : "secret"}${at}xv` }));
  const sentences = plan.map(({ handling, cites }, at): LetterSentence => {
    const word = words[at]?.word ?? "";
    return {
      ...(cites ? write.fact(`It says ${word}.`, [source(`${word}title`, `${word}quote`)]) : write.statement(`It says ${word}.`)),
      handling,
    };
  });
  const third = Math.ceil(sentences.length / 3);
  const [one, two, three] = [sentences.slice(0, third), sentences.slice(third, 2 * third), sentences.slice(2 * third)];
  const blocks: LetterBlock[] = [
    { kind: "paragraph", sentences: one },
    { kind: "list", ordered: true, items: two.map((sentence) => [sentence]) },
    {
      kind: "table",
      caption: "Table",
      headings: ["One", "Two"],
      rows: three.map((sentence) => [[sentence], [{ ...write.statement("-"), handling: sentence.handling ?? "internal" }]]),
    },
  ];
  const letter = write.letter({
    title: "About zqtitlexv",
    titleHandling,
    stamp: "zqstampxv",
    on: "2026-04-01",
    head: [{ label: "To", sentences: one.slice(0, 1) }],
    sections: [{ id: "zqaddressxv", level: 2, heading: "Heading", handling: "public", blocks }],
  });
  const secrets = words.filter(({ handling }) => handling !== "public").map(({ word }) => word);
  return {
    letter: issuedLetter(letter, { ...issueOf(letter), handling: "restricted" }),
    secrets: [...secrets, "zqaddressxv", "zqstampxv", ...(titleHandling === "public" ? [] : ["zqtitlexv"])],
    open: words.filter(({ handling }) => handling === "public").map(({ word }) => word),
  };
}

const plan = fc.array(fc.record({ handling: fc.constantFrom(...handlingMarks), cites: fc.boolean() }), { minLength: 1, maxLength: 12 });

describe("a public version", () => {
  it("keeps nothing that was removed, in any layer of any form, and all that is public", async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...handlingMarks), async (planned, titleHandling) => {
        const { letter, secrets, open } = markedLetter(planned, titleHandling);
        const { letter: released } = publicVersion(letter, law);
        const layers = await layersOf(released, null);
        for (const [name, text] of layers) for (const secret of secrets) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
        for (const word of open) expect(layers.get("md text")).toContain(word);
        // A digest of the whole would let a guess at what was removed be tried.
        for (const [name, text] of layers) expect(text.includes(letter.issue?.content ?? "?"), name).toBe(false);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.skipIf(!existsSync(chromium))(
    "keeps nothing of it in a PDF either (skipped by name without Chromium)",
    async () => {
      const planned = handlingMarks.flatMap((handling): Planned[] => [
        { handling, cites: true },
        { handling, cites: false },
        { handling, cites: true },
      ]);
      const { letter, secrets, open } = markedLetter(planned, "restricted");
      const layers = await layersOf(publicVersion(letter, law).letter, (page) => printPdf(page, chromium));
      expect(layers.has("pdf page 1")).toBe(true);
      for (const [name, text] of layers) for (const secret of secrets) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
      const pages = [...layers].filter(([name]) => /^pdf page \d+$/.test(name)).map(([, text]) => text);
      for (const word of open) expect(pages.join("")).toContain(word);
      expect(layers.get("pdf bytes")).toMatch(/\/MarkInfo/);
      expect(layers.get("pdf outline")).toContain("Heading");
    },
    60_000,
  );

  it("is the same however much was removed", () => {
    const letterOf = (count: number, text: string) => {
      const secret = Array.from({ length: count }, (): Planned => ({ handling: "business-confidential", cites: true }));
      const { letter } = markedLetter([{ handling: "public", cites: true }], "public");
      const write = newLetterWriter();
      const removed = secret.map((_, at) => ({
        ...write.fact(`${text} ${at}`, [source(`s${at}`)]),
        handling: "business-confidential" as const,
      }));
      const kept = { ...write.fact("It stands.", [source("kept")]), handling: "public" as const };
      const blocks: LetterBlock[] = [
        { kind: "paragraph", sentences: [...removed, kept] },
        { kind: "list", ordered: false, items: [...removed.map((one) => [one]), [kept]] },
        { kind: "table", caption: "T", headings: ["A"], rows: [...removed.map((one) => [[one]]), [[kept]]] },
        ...removed.map((one): LetterBlock => ({ kind: "paragraph", sentences: [one] })),
      ];
      const parts = { title: "T", titleHandling: "public" as const, stamp: "", on: letter.on, head: [] };
      return publicVersion(write.letter({ ...parts, sections: [{ id: "a", level: 2, heading: "H", handling: "public", blocks }] }), law)
        .letter;
    };
    expect(letterOf(1, "Short.")).toEqual(letterOf(7, "A much longer sentence that says a great deal more than the other one does."));
  });

  it("finds what repeats a removed text in a public sentence, heading or source", () => {
    const write = newLetterWriter();
    const secret = {
      ...write.fact("Zebra Holdings owns it.", [source("register", "Zebra Holdings, sole owner")]),
      handling: "restricted" as const,
    };
    const open = [
      { ...write.fact("As was said, zebra  holdings owns it.", [source("kept")]), handling: "public" as const },
      { ...write.fact("A fact.", [source("The register says: Zebra Holdings, sole owner")]), handling: "public" as const },
    ];
    const letter = write.letter({
      title: "T",
      titleHandling: "public",
      stamp: "",
      on: "2026-04-01",
      head: [],
      sections: [
        {
          id: "a",
          level: 2,
          heading: "Why Zebra Holdings owns it.",
          handling: "public",
          blocks: [{ kind: "paragraph", sentences: [secret, ...open] }],
        },
      ],
    });
    const { letter: released, grounds } = publicVersion(letter, law);
    expect(JSON.stringify(released)).not.toMatch(/zebra/i);
    expect(grounds.map(({ ground }) => ground)).toEqual(["restricted"]);
    expect(JSON.stringify(released)).toContain("A fact.");
    // What a line of the letter was filled with is protected by itself.
    const line = publicVersion({ ...letter, sections: [], title: "About Yankee Corp" }, law, [
      { text: "Yankee Corp", handling: "internal" },
    ]);
    expect(line.letter.title).toBe("About [withheld: information of the case that nobody released, 15 CFR 791.102]");
  });

  it("keeps of a public sentence what does not repeat a short protected quote, with its sources", () => {
    const write = newLetterWriter();
    const sentence = { ...write.fact("Encryption keys are held by customers in Ohio.", [source("kept")]), handling: "public" as const };
    const parts = { title: "T", titleHandling: "public" as const, stamp: "", on: "2026-04-01", head: [] };
    const blocks: LetterBlock[] = [
      { kind: "paragraph", sentences: [sentence] },
      { kind: "list", ordered: false, items: [[sentence], [sentence]] },
    ];
    const letter = write.letter({ ...parts, sections: [{ id: "a", level: 2, heading: "H", handling: "public", blocks }] });
    const { letter: released, removals } = publicVersion(letter, law, [{ text: "encryption keys", handling: "internal" }]);
    const words = "[withheld: information of the case that nobody released, 15 CFR 791.102] are held by customers in Ohio.";
    const [paragraph, list] = released.sections[0]?.blocks ?? [];
    expect(paragraph).toMatchObject({ sentences: [{ text: words, notes: [1] }] });
    expect(list).toMatchObject({ items: [[{ text: words }], [{ text: words }]] });
    expect(removals.map(({ text }) => text)).toEqual(["Encryption keys", "Encryption keys", "Encryption keys"]);
  });

  it("is refused where its words bear or name a classified text", () => {
    const write = newLetterWriter();
    const sentences = [{ ...write.statement("The grounds are in the classified annex."), handling: "public" as const }];
    const letter = write.letter({
      title: "T",
      titleHandling: "public",
      stamp: "",
      on: "2026-04-01",
      head: [],
      sections: [{ id: "a", level: 2, heading: "H", handling: "public", blocks: [{ kind: "paragraph", sentences }] }],
    });
    expect(publicVersion(letter, law).refused).toEqual(["H: classified information, or a reference to it"]);
    const closed = letter.sections.map((one) => ({ ...one, heading: "Zebra Holdings", handling: "restricted" as const }));
    const { refused } = publicVersion({ ...letter, sections: closed }, law);
    expect(refused).toHaveLength(1);
    expect(refused.join()).not.toContain("Zebra");
  });
});
