import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandsIn, fits, root, runBeholden } from "./document-commands.js";

const documents = ["README.md", "docs/consequences.md", "docs/impact.md", "docs/measures.md", "docs/ownership.md"];

describe.each(documents)("%s", (document) => {
  // A page's commands may write files that its later ones read.
  const folder = mkdtempSync(join(tmpdir(), "beholden-page-"));
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  const shown = commandsIn(readFileSync(join(root, document), "utf8"));

  it("shows commands with what they print", () => {
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(shown.map((one) => [one.command, one.printed] as const))("beholden %s prints what the page says", (command, printed) => {
    const { text } = runBeholden(command, folder);
    if (!fits(text, printed)) expect(text).toBe(printed);
  });
});

it("a text fits only what is shown of it, in its order", () => {
  expect(fits("a\nb\nc\n", "a\n[…]\nc\n")).toBe(true);
  expect(fits("a\nb\nc\n", "a\n…")).toBe(true);
  expect(fits("a\nb\nc\n", "b\n[…]\n")).toBe(false);
  expect(fits("a\nb\nc\n", "c\n[…]\na\n")).toBe(false);
  expect(fits("1 of 20\n", "1 of 21\n")).toBe(false);
});
