import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { usualLimits } from "../../src/server/limits.js";
import { boundWords, mostBytes, tooLargeWords } from "../parts/upload-bound.js";
import { mostFiles } from "../reviews/picked-files.js";

describe("the bound of uploads", () => {
  it("is the server's", () => {
    expect([mostBytes, mostFiles]).toEqual([usualLimits.upload, usualLimits.files]);
    expect(boundWords).toContain(`${usualLimits.upload >> 20} MiB`);
  });

  it("is told of a file that is larger, with what to do", () => {
    expect(tooLargeWords({ name: "a.zip", size: mostBytes })).toBeNull();
    expect(tooLargeWords({ name: "a.zip", size: mostBytes + (1 << 20) })).toBe(
      "a.zip has 65.0 MiB. Expected at most 64 MiB; the command line takes more.",
    );
  });

  it("is said before and after wherever a file is picked", () => {
    const screens = (readdirSync("web", { recursive: true, encoding: "utf8" }) as string[]).filter((name) => name.endsWith(".tsx"));
    const picking = screens.filter((name) => readFileSync(join("web", name), "utf8").includes('type="file"'));
    expect(picking.length).toBeGreaterThan(4);
    for (const name of picking)
      expect(readFileSync(join("web", name), "utf8"), name).toMatch(/boundWords|mostBytes|at most \d[\d,]* (MB|files)/i);
  });
});
