import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { asSentence } from "../src/judge/words/sentences.js";
import { tellCondition } from "../src/judge/words/tell-condition.js";
import { commandsIn, fits, root, runBeholden } from "./document-commands.js";

const page = readFileSync(join(root, "docs/law.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "beholden-law-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of the page: blocks under the same name, one after another. */
function files(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", text = ""] of page.matchAll(/^<!-- ([\w.-]+) -->\n```\w+\n([\s\S]*?)^```/gm))
    found.set(name, (found.get(name) ?? "") + text);
  for (const [, name = "", of = "", now = "", was = ""] of page.matchAll(/^<!-- (\S+): (\S+) with (\S+) for (\S+) -->/gm)) {
    const spaced = (text: string) => text.replace("==", " ==");
    found.set(name, (found.get(of) ?? "").replace(spaced(was), spaced(now)));
  }
  return found;
}

describe("docs/law.md", () => {
  for (const [name, text] of files()) writeFileSync(join(folder, name), text);

  it("has the files that it speaks of", () => {
    expect([...files().keys()]).toEqual(["my-pack.yaml", "beholden.yaml", "main.tf", "misspelt.yaml", "unknown.yaml"]);
  });

  it.each(commandsIn(page).map((one) => [one.command, one.printed] as const))(
    "beholden %s prints what the page says",
    (command, printed) => {
      const { text } = runBeholden(command, folder);
      if (!fits(text, printed)) expect(text).toBe(printed);
    },
  );

  it("exits with 1 where the page says that a pipeline is held up", () => {
    expect(runBeholden("review --as-of 2026-11-01 --fail-on restricted", folder).status).toBe(1);
  });

  it("binds the pack to a schema that the package has", () => {
    const [, path = ""] = /\$schema=node_modules\/beholden\/(\S+)/.exec(page) ?? [];
    expect(readFileSync(join(root, path), "utf8")).toContain("urn:beholden:schema:1:rule-pack");
    expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).files).toContain("schemas");
  });

  it("says of each expression what it reads as", () => {
    const names = { government: (code: string) => ({ CN: "China" })[code] ?? code, ownSide: "Ireland" };
    const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].filter(([, cel = ""]) => /[=>!]|\bin\b/.test(cel));
    expect(rows.length).toBeGreaterThan(8);
    for (const [, cel = "", words] of rows) expect(asSentence(tellCondition(cel, names)), cel).toBe(words);
  });
});
