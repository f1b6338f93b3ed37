import { describe, expect, it } from "vitest";
import { knownProcedures } from "../docket/index.js";
import { shippedProcedure } from "../docket/sample-case.js";
import { letterKinds } from "../model/index.js";
import type { TextFault } from "./language.js";
import { readPassage } from "./passage.js";
import { shippedTemplates } from "./shipped.js";
import { placeFaults, readTemplate, TemplateError } from "./template.js";

const front = (more = "") => `---
schemaVersion: "1"
id: sample
title: Sample
kind: other
says: A sample.
${more}---
`;

function faultsOf(text: string): string[] {
  try {
    readTemplate(text, "sample.md");
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

const fields = `fields:
  to: { asks: to whom }
  outcome: { asks: what, kind: choice, choices: [yes-it-is, no-it-is-not] }
  facts: { asks: the facts, kind: passages }
`;

describe("the templates that come with beholden", () => {
  it("are one for each kind of letter, and hold what the procedure in force asks of the papers that they are", () => {
    const all = shippedTemplates();
    expect(all.map(({ id }) => id)).toEqual(letterKinds.filter((kind) => kind !== "other"));
    const { moves } = shippedProcedure("us-icts");
    for (const { template } of all) {
      const { event } = template.front;
      const asked = moves.find((move) => move.event === event?.name)?.contents.map(({ id }) => id) ?? [];
      expect(Object.keys(event?.holds ?? {}), template.front.id).toEqual(expect.arrayContaining(asked));
    }
  });

  it("tell no law themselves: it is the procedure's, with a provision and its mark behind each sentence", () => {
    for (const { template, text } of shippedTemplates()) expect(text, template.front.id).not.toContain("[law ");
    const told = [...knownProcedures().values()].flatMap(({ id, letters, moves }) =>
      Object.entries(letters).flatMap(([kind, letter]) => {
        const front = shippedTemplates().find((one) => one.template.front.kind === kind)?.template.front;
        if (letter.event)
          expect(
            moves.map(({ event }) => event),
            `${id} ${kind}`,
          ).toContain(letter.event);
        return Object.entries(letter.law).map(([name, text]) => ({ where: `${id} ${kind} ${name}`, name, text, front }));
      }),
    );
    for (const { where, name, text, front } of told) {
      expect(Object.keys(front?.law ?? {}), where).toContain(name);
      const faults: TextFault[] = [];
      const passage = readPassage(text, 0, text.length, faults);
      expect([...faults, ...placeFaults([passage], front ?? { fields: {}, law: {} })], where).toEqual([]);
      for (const { parts, references } of passage.sentences) {
        const law = references.filter((one) => one.kind === "law");
        expect(
          law.every((one) => one.kind === "law" && one.mark !== null),
          where,
        ).toBe(true);
        expect(law.length > 0 || parts.some((part) => part.kind === "place"), `${where}: ${JSON.stringify(parts)}`).toBe(true);
      }
    }
  });

  it("say of every sentence what it rests on, or what it is", () => {
    for (const { template } of shippedTemplates()) {
      const passages = template.sections.flatMap(({ blocks }) =>
        blocks.flatMap(({ block }) => (block.kind === "place" ? [] : block.kind === "list" ? block.items : [block.passage])),
      );
      // Nothing in a template is a fact by itself: a sentence has a source, a place that brings one, or says what it is.
      for (const { parts, references } of passages.flatMap(({ sentences }) => sentences))
        expect(references.length > 0 || parts.some((part) => part.kind === "place"), JSON.stringify(parts)).toBe(true);
    }
  });
});

describe("a wrong template is told with line and column", () => {
  it.each([
    ["no front", "# Title\n", ["1:1 it does not begin with what it is"]],
    ["an unknown key", `${front("colour: red\n")}# T\n`, ['7:1 the document: Unrecognized key: "colour"']],
    ["a field that is none", `${front(fields)}# T\n\n## A {#a}\n\nTo {{field.too}}. [statement]\n`, ["16:4 there is no field too"]],
    [
      "an event that no procedure has",
      `${front()}# T\n\n## A {#a}\n\nOn {{event.review-begun.on}}.\n`,
      ["12:4 there is no event of a procedure review-begun"],
    ],
    ["a source that is none", `${front()}# T\n\n## A {#a}\n\nIt is so. [evnet 4]\n`, ["12:11 [evnet 4] is no source"]],
    [
      "a mark that is none",
      `${front()}# T\n\n## A {#a}\n\n(confidential) It is so. [event 4]\n`,
      ["12:1 (confidential) is no handling mark"],
    ],
    ["braces that do not pair", `${front()}# T\n\n## A {#a}\n\nIt is {{case.id. [statement]\n`, ["12:7 braces that do not pair"]],
    ["a bracket alone", `${front()}# T\n\n## A {#a}\n\nIt is so. [event 4\n`, ["12:11 brackets that do not pair"]],
    ["a heading without an address", `${front()}# T\n\n## A\n\nIt is so. [statement]\n`, ["10:1 the heading has no address"]],
    ["two headings of one address", `${front()}# T\n\n## A {#a}\n\n## B {#a}\n`, ["12:1 a heading has the address a already"]],
    [
      "a condition on what is never",
      `${front(fields)}# T\n\n{{when field.outcome == "yes"}}\n## A {#a}\n{{end}}\n`,
      ['14:8 field.outcome is never "yes"'],
    ],
    [
      "a condition on a field that is none",
      `${front(fields)}# T\n\n{{when field.outcom == "yes-it-is"}}\n## A {#a}\n{{end}}\n`,
      ["14:14 No such key: outcom"],
    ],
    [
      "a condition that is no yes or no",
      `${front(fields)}# T\n\n{{when field.to}}\n## A {#a}\n{{end}}\n`,
      ["14:8 the condition gives string"],
    ],
    ["a condition that never ends", `${front()}# T\n\n{{when kind == "x"}}\n## A {#a}\n`, ["10:8 this condition is never ended"]],
    ["an end of nothing", `${front()}# T\n\n## A {#a}\n{{end}}\n`, ["11:1 nothing is open that this could end"]],
    [
      "passages in a sentence",
      `${front(fields)}# T\n\n## A {#a}\n\nSo: {{field.facts}} [statement]\n`,
      ["16:5 the field facts holds passages"],
    ],
    [
      "contents in no section",
      `${front("event: { name: demand, holds: { sworn: b } }\n")}# T\n\n## A {#a}\n`,
      ["7:33 there is no heading with the address b"],
    ],
    [
      "text before a heading",
      `${front()}# T\n\nIt is so, is it.\n\n## A {#a}\n`,
      ["10:1 this stands between the title and the first heading"],
    ],
    ["no title", `${front()}## A {#a}\n`, ["8:1 the letter has no title"]],
  ])("%s", (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected.map((one) => expect.stringContaining(one)));
  });

  it("tells all that is wrong at once, in the order of the text", () => {
    expect(faultsOf(`${front()}# T\n\n## A\n\nOne. [x]\n\nTwo {{y}}. [statement]\n`).map((one) => one.split(" ")[0])).toEqual([
      "10:1",
      "12:6",
      "14:5",
    ]);
  });

  it("lets remarks to its editors stay out of the letter, and keeps its lines", () => {
    expect(faultsOf(`${front()}# T\n\n<!-- {{a}}\n[b] -->\n## A {#a}\n\nOne {{c}}. [statement]\n`)).toEqual([
      expect.stringContaining("14:5 "),
    ]);
  });
});
