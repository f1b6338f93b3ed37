import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import JSZip from "jszip";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Docket, importCase, openDocket, writeBundle } from "../../src/docket/index.js";
import { listLetters, showLetter } from "../../src/letters.js";
import { namedActs } from "../../src/report/docket/record-words.js";
import { letterForms } from "../../src/report/letter/registry.js";
import { sceneFile } from "../../src/report/scene/file.js";
import type { Scene } from "../../src/report/scene/node.js";
import { sampleScenes } from "../../src/report/scene/sample-scenes.js";
import { plantedCase, plantedDocket } from "./planted/docket.js";
import { cameAlive, markOf, payload } from "./planted/payload.js";

const executablePath = "/usr/bin/chromium";
const text = payload(markOf("drawing"));
const steering = /[^\P{Cc}\n\t\r]|\u202e/u;
const at = new Date().toISOString();

/** A drawing in which every text, seen or read aloud, is planted. */
function planted<Part>(part: Part, name = ""): Part {
  if (typeof part === "string") return (name === "" || name === "aria-label" ? text : part) as Part;
  if (Array.isArray(part)) return part.map((one) => planted(one)) as Part;
  if (typeof part !== "object" || part === null) return part;
  const told = part as { attributes?: Record<string, unknown>; children?: unknown[] };
  const attributes = Object.fromEntries(Object.entries(told.attributes ?? {}).map(([key, value]) => [key, planted(value, key)]));
  return { ...part, attributes, ...(told.children ? { children: planted(told.children) } : {}) } as Part;
}

describe("every act of the record", () => {
  it("has its words, so that what is planted in one of each is planted in all", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (path) => /\.ts$/.test(path) && !/test|sample/.test(path),
    );
    const done = files.flatMap((path) =>
      [...readFileSync(join("src", path), "utf8").matchAll(/\bact: "([a-z-]+)"/g)].map(([, act]) => act ?? ""),
    );
    expect(done.length).toBeGreaterThan(20);
    expect(done.filter((act) => !namedActs.includes(act))).toEqual([]);
  });
});

describe.skipIf(!existsSync(executablePath) || !existsSync("dist/beholden.js"))(
  "what is planted, in files that are opened by themselves (needs /usr/bin/chromium and a build)",
  () => {
    let browser: Browser;
    let page: Page;
    let docket: Docket;
    let folder = "";
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "beholden-planted-"));
      const reviewed = ["review", "examples/meridian-retail", "--as-of", "2026-11-27", "--format", "json"];
      const result = spawnSync(process.execPath, ["dist/beholden.js", ...reviewed], { maxBuffer: 1 << 28 });
      docket = await openDocket(join(folder, "docket.db"), { create: true });
      await plantedDocket(docket, result.stdout);
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
      page = await browser.newPage();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await docket?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens a file where no policy holds; nothing of it may run, and it may ask for nothing. */
    async function inert(file: string): Promise<void> {
      const asked: string[] = [];
      const note = (one: { url(): string }) => asked.push(one.url());
      page.on("request", note);
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate(cameAlive), file).toEqual([]);
      expect(await page.evaluate("document.querySelector('parsererror') === null"), file).toBe(true);
      page.off("request", note);
      expect(asked, file).toEqual([pathToFileURL(file).href]);
    }

    it("is text in every drawing that is saved as SVG and opened as a document", async () => {
      for (const [index, scene] of sampleScenes().entries()) {
        const whole: Scene = { ...scene, title: text, root: planted(scene.root) };
        const drawn = sceneFile(whole);
        expect(drawn, scene.title).toContain(markOf("drawing"));
        const file = join(folder, `${index}.svg`);
        writeFileSync(file, drawn);
        await inert(file);
        expect(await page.evaluate("[document.contentType, document.documentElement.localName]")).toEqual(["image/svg+xml", "svg"]);
      }
    }, 60_000);

    it("is text in every letter as a Word document, which refers to nothing outside itself", async () => {
      const ids = (await docket.read((view) => listLetters(view, plantedCase))).letters.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(6);
      for (const id of ids) {
        const { letter, releaseOf } = await docket.read((view) => showLetter(view, plantedCase, id, at));
        const { files } = await JSZip.loadAsync(await (await letterForms.docx()).render(letter, { width: 80 }));
        let words = "";
        for (const { name, dir, async: _, ...part } of Object.values(files)) {
          if (dir || !/\.(xml|rels)$/.test(name)) continue;
          const xml = await (files[name] as typeof part & { async(form: "string"): Promise<string> }).async("string");
          words += xml;
          const told = await page.evaluate(
            `(() => {
              const parsed = new DOMParser().parseFromString(${JSON.stringify(xml)}, "application/xml");
              return [...parsed.querySelectorAll("parsererror, script, img, svg")].map((one) => one.nodeName);
            })()`,
          );
          expect(told, `${id} ${name}`).toEqual([]);
          expect(xml, `${id} ${name}`).not.toMatch(steering);
          const outside = [...xml.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(([, target = ""]) => target);
          expect(outside.filter((target) => !target.startsWith("https://"))).toEqual([]);
        }
        // Nothing that was planted is public, so that a version for the public has none of it.
        expect(words.includes(markOf("docket")), id).toBe(releaseOf === null);
      }
    }, 60_000);

    it("is the same text after a case went as a bundle into another docket, and is inert in its report there", async () => {
      const path = join(folder, "case.zip");
      await writeBundle(docket, { path, case: plantedCase, by: "Ben", at, version: "0.0.0" });
      const inside = Object.keys((await JSZip.loadAsync(readFileSync(path))).files);
      for (const name of inside) expect(name).toMatch(/^[a-z0-9./-]+$/i);
      const database = join(folder, "other.db");
      const other = await openDocket(database, { create: true });
      await importCase(other, { path, by: "Ben", at });
      const stated = async (from: Docket) =>
        (await from.read((view) => view.objects({ case: plantedCase })))
          .filter(({ kind }) => kind !== "import")
          .map(({ kind, id, state }) => JSON.stringify({ kind, id, state }))
          .sort();
      expect(await stated(other)).toEqual(await stated(docket));
      await other.close();
      const file = join(folder, "report.html");
      const asked = ["docket", "report", plantedCase, "--database", database, "--format", "html", "--output", file];
      spawnSync(process.execPath, ["dist/beholden.js", ...asked]);
      expect(readFileSync(file, "utf8")).toContain(markOf("docket"));
      await inert(file);
    }, 60_000);

    it("is told of every act without a character that steers", () => {
      const log = spawnSync(process.execPath, ["dist/beholden.js", "docket", "log", "--database", join(folder, "docket.db")], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      expect(log.stdout.match(/^ *\d+ .* planted /gm)?.length).toBe(namedActs.length);
      expect(log.stdout).not.toMatch(steering);
    });
  },
);
