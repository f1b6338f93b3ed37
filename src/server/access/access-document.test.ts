import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allowed, OidcSettings, roles, seesUpTo } from "../../model/index.js";
import { packageRoot } from "../../package-root.js";

const text = readFileSync(join(packageRoot(), "docs", "access.md"), "utf8");

describe("docs/access.md", () => {
  it.each(roles)("says of %s what the data says", (role) => {
    const may = allowed[role].map((permission) => `\`${permission}\``).join(", ");
    expect(text).toContain(`| ${role} | ${may} | ${seesUpTo[role] ?? "nothing of a case"} |`);
  });

  it("explains every field of the settings", () => {
    for (const field of Object.keys(OidcSettings.shape)) expect(text).toContain(`\`${field}\``);
  });

  it("names tests that there are, for each threat", () => {
    const [, threats = ""] = text.split("## What each can and cannot do");
    const rows = [...threats.matchAll(/\| `(src\/[^`]+)`: (.+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(8 - 1);
    for (const [, path = "", title = ""] of rows) expect(readFileSync(join(packageRoot(), path), "utf8"), path).toContain(title);
  });
});
