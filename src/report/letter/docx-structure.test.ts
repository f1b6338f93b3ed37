import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { letterForms } from "./registry.js";
import { sampleLetter } from "./sample-letter.js";

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
}

/** Children in the order of ECMA-376 part 1, transitional; a type that is not here may have none. `*` stands for any number of what is before it in any order. */
const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
  "w:tbl": "tblPr tblGrid tr",
  "w:tr": "tblPrEx trPr tc",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
  "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
  "w:num": "abstractNumId lvlOverride",
  "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
  "w:numPr": "ilvl numId",
  "w:styles": "docDefaults latentStyles style",
  "w:docDefaults": "rPrDefault pPrDefault",
  "w:pBdr": "top left bottom right between bar",
  "w:tblBorders": "top left start bottom right end insideH insideV",
  "w:tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
};
/** What may stand in these, in any order, behind the properties that come first. */
const contents: Readonly<Record<string, string>> = {
  "w:p": "pPr r hyperlink fldSimple bookmarkStart bookmarkEnd proofErr ins del smartTag sdt",
  "w:r":
    "rPr t tab br cr sym fldChar instrText footnoteReference footnoteRef separator continuationSeparator noBreakHyphen softHyphen pgNum lastRenderedPageBreak",
  "w:body": "p tbl bookmarkStart bookmarkEnd sdt sectPr",
  "w:tc": "tcPr p tbl bookmarkStart bookmarkEnd",
  "w:hdr": "p tbl",
  "w:ftr": "p tbl",
  "w:footnote": "p tbl",
  "w:hyperlink": "r bookmarkStart bookmarkEnd fldSimple",
  "w:fldSimple": "r hyperlink",
};

function parsed(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const [all, closing, name = "", attributes = "", empty] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (all.startsWith("<?")) continue;
    if (closing) {
      open.pop();
      continue;
    }
    const one = {
      name,
      attributes: Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
      children: [],
    };
    open.at(-1)?.children.push(one);
    if (!empty) open.push(one);
  }
  return root.children[0] ?? root;
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

/** What of an element and everything in it is not as the schema has it. */
function faultsOf(element: Element, path = ""): string[] {
  const here = `${path}/${element.name}`;
  const names = element.children.map(({ name }) => name.replace(/^w:/, ""));
  const own: string[] = [];
  const order = orders[element.name]?.split(" ");
  const places = names.map((name) => order?.indexOf(name) ?? 0);
  for (const [at, place] of places.entries()) {
    if (place < 0) own.push(`${here}: ${names[at]} may not stand there`);
    if (at > 0 && place < (places[at - 1] ?? 0)) own.push(`${here}: ${names[at]} stands behind ${names[at - 1]}`);
  }
  const allowed = contents[element.name]?.split(" ");
  if (allowed) {
    for (const [at, name] of names.entries()) {
      if (!allowed.includes(name)) own.push(`${here}: ${name} may not stand there`);
      if (name.endsWith("Pr") && name !== "sectPr" && at > 0) own.push(`${here}: ${name} is not first`);
    }
  }
  if (element.name === "w:body" && names.indexOf("sectPr") !== names.length - 1) own.push(`${here}: sectPr is not last`);
  if (element.name === "w:tc" && names.at(-1) !== "p") own.push(`${here}: a cell ends with a paragraph`);
  return [...own, ...element.children.flatMap((one) => faultsOf(one, here))];
}

describe("a letter as a Word document, held against the schema of WordprocessingML", () => {
  let bytes: Uint8Array;
  const parts = new Map<string, string>();

  beforeAll(async () => {
    bytes = (await (await letterForms.docx()).render(sampleLetter(), { width: 80 })) as Uint8Array;
    const zip = await JSZip.loadAsync(bytes);
    for (const file of Object.values(zip.files)) if (!file.dir) parts.set(file.name, await file.async("string"));
  });
  const part = (name: string) => parsed(parts.get(name) ?? "");

  it("has everything in the order and place that the schema gives it", () => {
    const names = [...parts.keys()].filter((name) => /^word\/(document|styles|numbering|footnotes|header\d*|footer\d*)\.xml$/.test(name));
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const name of names) expect(faultsOf(part(name)), name).toEqual([]);
  });

  it("names a type for each part, and every relation leads to one that is there", () => {
    const types = all(part("[Content_Types].xml"));
    const endings = new Set(types.filter(({ name }) => name === "Default").map(({ attributes }) => attributes.Extension));
    const named = new Set(types.filter(({ name }) => name === "Override").map(({ attributes }) => attributes.PartName));
    for (const name of parts.keys()) {
      if (name === "[Content_Types].xml") continue;
      expect(named.has(`/${name}`) || endings.has(name.split(".").at(-1)), name).toBe(true);
    }
    for (const name of named) expect(parts.has(String(name).slice(1)), String(name)).toBe(true);
    for (const [name, xml] of parts) {
      const [, folder = "", of = ""] = /^(.*?)_rels\/(.*)\.rels$/.exec(name) ?? [];
      if (of === "" && !name.endsWith("_rels/.rels")) continue;
      const relations = all(parsed(xml)).filter((one) => one.name === "Relationship");
      expect(new Set(relations.map(({ attributes }) => attributes.Id)).size, name).toBe(relations.length);
      for (const { attributes } of relations) {
        if (attributes.TargetMode === "External") continue;
        const target = String(attributes.Target);
        expect(parts.has(target.startsWith("/") ? target.slice(1) : `${folder}${target}`), `${name}: ${target}`).toBe(true);
      }
      const used = [...(parts.get(`${folder}${of}`) ?? "").matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id);
      for (const id of used)
        expect(
          relations.some(({ attributes }) => attributes.Id === id),
          `${name}: ${id}`,
        ).toBe(true);
    }
  });

  it("refers to no style, list, footnote or bookmark that is not there, and gives no name twice", () => {
    const body = ["document", "footnotes", "header1", "footer1"].flatMap((name) => all(part(`word/${name}.xml`)));
    const values = (elements: Element[], name: string, key: string) =>
      elements.filter((one) => one.name === name).flatMap(({ attributes }) => attributes[key] ?? []);
    const styles = values(all(part("word/styles.xml")), "w:style", "w:styleId");
    for (const kind of ["w:pStyle", "w:rStyle", "w:tblStyle"])
      for (const used of values(body, kind, "w:val")) expect(styles, `${kind} ${used}`).toContain(used);
    const lists = values(all(part("word/numbering.xml")), "w:num", "w:numId");
    for (const used of values(body, "w:numId", "w:val")) expect(lists, `list ${used}`).toContain(used);
    const notes = values(all(part("word/footnotes.xml")), "w:footnote", "w:id");
    for (const used of values(body, "w:footnoteReference", "w:id")) expect(notes, `note ${used}`).toContain(used);
    const [starts, ends] = [values(body, "w:bookmarkStart", "w:id"), values(body, "w:bookmarkEnd", "w:id")];
    expect([...starts].sort()).toEqual([...ends].sort());
    for (const once of [styles, lists, notes, starts, values(body, "w:bookmarkStart", "w:name")])
      expect(new Set(once).size).toBe(once.length);
  });

  it("says in which language it is written, and has a title", () => {
    expect(all(part("word/styles.xml")).find(({ name }) => name === "w:lang")?.attributes["w:val"]).toBe("en-US");
    expect(parts.get("docProps/core.xml")).toMatch(/<dc:title>[^<]+<\/dc:title>/);
  });

  const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
  it.skipIf(!office)(
    "opens in LibreOffice with its words (skipped by name where it is not installed)",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "beholden-docx-"));
      writeFileSync(join(folder, "letter.docx"), bytes);
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      execFileSync(office ?? "", [profile, "--headless", "--convert-to", "txt:Text", "--outdir", folder, join(folder, "letter.docx")]);
      expect(readFileSync(join(folder, "letter.txt"), "utf8")).toContain(sampleLetter().title);
    },
    120_000,
  );
});
