import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  DeclaredContract,
  DeclaredDeal,
  DeclaredEgress,
  DeclaredMeasure,
  DeclaredNeed,
  Holding,
  Inventory,
  ObservationLine,
  observationKinds,
  Review,
  SubjectEntity,
  System,
  stepKinds,
} from "../src/model/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "bench/README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(root, "examples")).map((name) => `examples/${name}/README.md`),
];

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

describe("the documents", () => {
  it.each(documents)("%s links only to files and headings that exist", (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]*)(#[^)]+)?\)/g)];
    for (const [link, target = "", heading] of links) {
      const file = target === "" ? path : join(dirname(path), target);
      expect(existsSync(join(root, file)), `${path}: ${link}`).toBe(true);
      if (heading) expect(headings(read(file)), `${path}: ${link}`).toContain(heading.slice(1));
    }
  });

  it("docs/inventory.md explains every field of beholden.yaml", () => {
    const text = read("docs/inventory.md");
    const schemas = [Inventory.shape.subject, Inventory, System, Holding, DeclaredDeal, DeclaredMeasure];
    const continuity = [SubjectEntity, DeclaredNeed, DeclaredContract, DeclaredEgress];
    const fields = [...schemas, ...continuity].flatMap((schema) => Object.keys(schema.shape));
    for (const field of fields.filter((one) => one !== "schemaVersion")) expect(text).toContain(`\`${field}\``);
  });

  it("docs/json.md explains every key of a review and of an observation line, and every kind", () => {
    const text = read("docs/json.md");
    for (const name of [...Object.keys(Review.shape), ...Object.keys(ObservationLine.shape), ...observationKinds])
      expect(text).toContain(`\`${name}\``);
  });

  it("docs/reach.md explains every kind of step", () => {
    for (const kind of stepKinds) expect(read("docs/reach.md")).toContain(`| ${kind} |`);
  });

  it("README.md names the two commands, one line each", () => {
    expect(read("README.md").split("\n")).toEqual(expect.arrayContaining(["npm ci && npm run example", "npm ci && npm test"]));
  });
});

/** Anchors as GitHub makes them from headings. */
function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}
