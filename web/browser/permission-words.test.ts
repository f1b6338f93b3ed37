import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { notAllowed } from "../api/session.js";
import { permissionWords, rolesWith } from "../parts/permission-words.js";

describe("what somebody may do, in words", () => {
  it("names those who may, and keeps the name of the permission beside", () => {
    expect(notAllowed("letter:issue")).toBe("Your roles do not let you issue letters. Those of a clerk do (letter:issue).");
    expect(notAllowed("case:write")).toBe("Your roles do not let you open and keep cases. Those of an analyst or clerk do (case:write).");
  });

  it("gives each permission to those roles that the document on access gives it to", () => {
    const document = readFileSync("docs/access.md", "utf8");
    const rows = [...document.matchAll(/^\| ([a-z]+) \| (`[a-z:`, ]+) \|/gm)].map(([, role = "", held = ""]) => ({ role, held }));
    expect(rows.length).toBeGreaterThan(5);
    for (const permission of Object.keys(permissionWords) as (keyof typeof permissionWords)[])
      expect(rolesWith(permission), permission).toEqual(
        rows.filter(({ held }) => held.includes(`\`${permission}\``)).map(({ role }) => role),
      );
  });

  it("says something else of each", () => {
    const words = Object.values(permissionWords);
    expect(new Set(words).size).toBe(words.length);
  });
});
