import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LeftOut } from "../model/index.js";
import { LeftOutLedger } from "./left-out.js";
import { sampleFolder } from "./sample-folder.js";
import { walk } from "./walk.js";

function walked(inputs: string[], exclude: string[] = []): { files: string[]; leftOut: LeftOut[]; problems: string[] } {
  const ledger = new LeftOutLedger();
  const { files, problems } = walk(inputs, exclude, ledger);
  return { files: files.map((file) => file.path), leftOut: ledger.list(), problems: problems.map((one) => `${one.code} ${one.path}`) };
}

function reasons(leftOut: LeftOut[]): Record<string, string> {
  return Object.fromEntries(leftOut.map((one) => [one.path, one.reason]));
}

describe("walk", () => {
  it("gives the files of a folder in the order of their paths, dot folders too", () => {
    const folder = sampleFolder({ "b.tf": "", "a/z.tf": "", "a.tf": "", ".github/workflow.yml": "" });
    expect(walked([folder]).files).toEqual([".github/workflow.yml", "a.tf", "a/z.tf", "b.tf"]);
  });

  it("leaves out installed packages, history and Terraform's copies, and says so", () => {
    const folder = sampleFolder({ "main.tf": "", "node_modules/x/main.tf": "", ".git/config": "", "net/.terraform/modules/x/main.tf": "" });
    const { files, leftOut } = walked([folder]);
    expect(files).toEqual(["main.tf"]);
    expect(leftOut.map((one) => one.path)).toEqual([".git/", "net/.terraform/", "node_modules/"]);
  });

  it("obeys .gitignore files as Git does: the nearest one decides, and a folder left out stays out", () => {
    const folder = sampleFolder({
      ".gitignore": "*.tfstate\nbuild/\n!build/keep.tf\n/top.tf\n",
      "top.tf": "",
      "x.tfstate": "",
      "build/keep.tf": "",
      "sub/.gitignore": "!wanted.tfstate\n*.csv\n",
      "sub/top.tf": "",
      "sub/wanted.tfstate": "",
      "sub/other.tfstate": "",
      "sub/deep/list.csv": "",
    });
    const { files, leftOut } = walked([folder]);
    expect(files).toEqual([".gitignore", "sub/.gitignore", "sub/top.tf", "sub/wanted.tfstate"]);
    expect(reasons(leftOut)).toEqual({
      "build/": "named by .gitignore (the folder as a whole)",
      "sub/deep/list.csv": "named by sub/.gitignore",
      "sub/other.tfstate": "named by .gitignore",
      "top.tf": "named by .gitignore",
      "x.tfstate": "named by .gitignore",
    });
  });

  it("leaves out what the reviewer excludes", () => {
    const folder = sampleFolder({ "a.tf": "", "old/b.tf": "", "old/keep.tf": "" });
    expect(walked([folder], ["old/*", "!old/keep.tf"]).files).toEqual(["a.tf", "old/keep.tf"]);
  });

  it("names paths from the deepest folder that holds all inputs, and reads each file once", () => {
    const folder = sampleFolder({ "a/one.tf": "", "a/b/two.tf": "", "c/three.tf": "", ".gitignore": "*" });
    expect(walked([join(folder, "a"), join(folder, "a/b"), join(folder, "c/three.tf")]).files).toEqual([
      "a/b/two.tf",
      "a/one.tf",
      "c/three.tf",
    ]);
    expect(walked([join(folder, "a/one.tf")]).files).toEqual(["one.tf"]);
  });

  it("never follows a link out of the folder, goes round no loop, and reads a linked file once", () => {
    const outside = sampleFolder({ "secret.tf": "" });
    const folder = sampleFolder({ "a/main.tf": "", "hidden/state.tf": "", ".gitignore": "hidden/\n" });
    symlinkSync(outside, join(folder, "out"));
    symlinkSync(join(outside, "secret.tf"), join(folder, "out.tf"));
    symlinkSync("..", join(folder, "a/loop"));
    symlinkSync("self", join(folder, "self"));
    symlinkSync("a/main.tf", join(folder, "same.tf"));
    symlinkSync("hidden/state.tf", join(folder, "first.tf"));
    symlinkSync("hidden/state.tf", join(folder, "second.tf"));
    const { files, leftOut } = walked([folder]);
    expect(files).toEqual([".gitignore", "a/main.tf", "first.tf"]);
    expect(reasons(leftOut)).toMatchObject({
      "a/loop": "link to a folder inside, which is read under its own name",
      out: "link that leads out of the reviewed folder",
      "out.tf": "link that leads out of the reviewed folder",
      "same.tf": "link to a file that is read under another name",
      "second.tf": "link to a file that is read under another name",
      self: "link that leads nowhere or in a circle",
    });
  });

  it("takes a folder that is named like a file for a folder", () => {
    const folder = sampleFolder({ "main.tf/inner.tf": "" });
    mkdirSync(join(folder, "terraform.tfstate"));
    expect(walked([folder])).toEqual({ files: ["main.tf/inner.tf"], leftOut: [], problems: [] });
  });

  it("says which input is missing and reads the others", () => {
    const folder = sampleFolder({ "a.tf": "" });
    const { files, problems } = walked([join(folder, "none"), folder]);
    expect(files).toEqual(["a.tf"]);
    expect(problems).toEqual([`path-missing ${join(folder, "none")}`]);
  });
});

describe("LeftOutLedger", () => {
  it("names a few files and sums up many", () => {
    const ledger = new LeftOutLedger();
    for (let number = 0; number < 1000; number += 1) ledger.file(`docs/${number}.md`, "no format recognises it");
    ledger.file("Makefile", "no format recognises it");
    ledger.file("a/one.css", "no format recognises it");
    expect(ledger.list()).toEqual([
      { path: "**/*.md", reason: "no format recognises it", count: 1000 },
      { path: "Makefile", reason: "no format recognises it", count: 1 },
      { path: "a/one.css", reason: "no format recognises it", count: 1 },
    ]);
  });

  it("loses no file and stays short, whatever the endings", () => {
    const ledger = new LeftOutLedger();
    for (let number = 0; number < 5000; number += 1) ledger.file(`x/file.${number}`, "no format recognises it");
    const list = ledger.list();
    expect(list.length).toBeLessThan(100);
    expect(list.reduce((sum, one) => sum + one.count, 0)).toBe(5000);
  });
});
