import { existsSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { letterForms } from "../report/letter/registry.js";
import { sampleLetter } from "../report/letter/sample-letter.js";
import { visible } from "../report/visible.js";
import { printPdf } from "./pdf.js";

const chromium = "/usr/bin/chromium";
type Opened = Awaited<ReturnType<typeof getDocument>["promise"]>;

/** Chromium leaves spaces out where a title breaks. */
const even = (text: string) => text.replace(/\s/g, "");
/** The running head and foot of a page, and the address that print sets behind a link: none of them is in the page's own text. */
const isGenerated = (text: string) =>
  /^\d+( \/ \d+)?$|^\/$|^\(?https?:|\)$/.test(text.trim()) || visible(sampleLetter().stamp).startsWith(text.trim());

interface Node {
  role?: string;
  children?: Node[];
}

describe.skipIf(!existsSync(chromium))("a letter as a PDF, read by pdf.js (needs /usr/bin/chromium)", () => {
  let opened: Opened;
  const letter = sampleLetter();
  beforeAll(async () => {
    const page = String(await (await letterForms.html()).render(letter, { width: 80 }));
    opened = await getDocument({ data: await printPdf(page, chromium), verbosity: 0 }).promise;
  }, 90_000);

  it("is tagged, with its title and its language, and an outline of its sections", async () => {
    expect(await opened.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = (await opened.getMetadata()) as { info: { Title?: string; Language?: string } };
    expect(info.Title).toBe(visible(letter.title));
    expect(info.Language).toMatch(/^en/);
    const outline = even(JSON.stringify(await opened.getOutline()));
    for (const { heading, level } of letter.sections.filter((one) => one.level === 2))
      expect(outline, String(level)).toContain(even(JSON.stringify(visible(heading)).slice(1, -1)));
  });

  it("has tags for headings, paragraphs, lists, tables and links, and every mark of text belongs to one", async () => {
    const roles = new Set<string>();
    const walk = (node: Node) => {
      if (node.role) roles.add(node.role);
      node.children?.forEach(walk);
    };
    for (let number = 1; number <= opened.numPages; number += 1) {
      const page = await opened.getPage(number);
      const tree = (await page.getStructTree()) as Node | null;
      expect(tree, `page ${number}`).not.toBeNull();
      if (tree) walk(tree);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const depth = { now: 0 };
      for (const item of items) {
        if ("type" in item) depth.now += item.type === "endMarkedContent" ? -1 : 1;
        else if (item.str.trim() !== "" && !isGenerated(item.str)) expect(depth.now, `page ${number}: ${item.str}`).toBeGreaterThan(0);
      }
    }
    for (const role of ["H1", "H2", "P", "L", "LI", "Link"]) expect([...roles], role).toContain(role);
    const tables = letter.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "table"));
    if (tables) for (const role of ["Table", "TR", "TH", "TD"]) expect([...roles], role).toContain(role);
  });
});
