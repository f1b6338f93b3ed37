import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../package-root.js";
import { chromiumPlaces } from "./chromium.js";
import { sourceKinds } from "./language.js";
import { wholePlaces } from "./places.js";
import { shippedTemplates } from "./shipped.js";
import { readTemplate } from "./template.js";

const page = readFileSync(join(packageRoot(), "docs/letters.md"), "utf8");

describe("docs/letters.md", () => {
  it("shows a template that can be used", () => {
    const [, text = ""] = /```markdown\n([\s\S]*?)```/.exec(page) ?? [];
    expect(readTemplate(text, "docs/letters.md").sections.map(({ id }) => id)).toEqual(["about", "when"]);
  });

  it("names every place, source and shipped template", () => {
    for (const place of wholePlaces) expect(page).toContain(`\`{{${place}}}\``);
    for (const kind of sourceKinds) expect(page).toMatch(new RegExp(`\`\\[${kind} `));
    for (const { id, template } of shippedTemplates()) expect(page).toContain(`| \`${id}\` | \`${template.front.event?.name}\``);
  });

  it("says where a Chromium is looked for", () => {
    const names = chromiumPlaces({ platform: "linux", named: undefined, path: "/bin" }).map((place) => place.replace("/bin/", ""));
    for (const name of names) expect(page).toContain(`\`${name}\``);
    expect(chromiumPlaces({ platform: "linux", named: "/opt/chrome", path: "/bin" })).toEqual(["/opt/chrome"]);
    expect(chromiumPlaces({ platform: "linux", named: "none", path: "/bin" })).toEqual([]);
    expect(chromiumPlaces({ platform: "win32", named: undefined, path: "" }).every((place) => place.endsWith(".exe"))).toBe(true);
  });
});
