import type { WhoAnswer } from "../model/who.js";
import type { RenderOptions } from "./report.js";
import { newSourceRegister, type SourceRegister, sourceText } from "./sources.js";
import { stepLines } from "./text/findings.js";
import { narrowest, pairs, wrap } from "./text/layout.js";
import { styleFor } from "./text/style.js";
import { legalNotice, listed } from "./words.js";

/** Answers to `who` as text, one after the other; as JSON, an object for one thing and a list for several; or one object a line. */
export function renderWho(answers: WhoAnswer[], format: "text" | "json" | "jsonl", options: RenderOptions): string {
  if (format === "jsonl") return answers.map((one) => `${JSON.stringify(one)}\n`).join("");
  if (format === "json") return `${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`;
  return `${answers.map((one) => whoText(one, options)).join("\n\n")}\n\n${wrap(legalNotice, { width: Math.max(narrowest, options.width) }).join("\n")}\n`;
}

function whoText(answer: WhoAnswer, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const sources = newSourceRegister();
  const heading = wrap(`${answer.thing} (read as ${articleFor(answer.understoodAs)})`, { width }).map(style.heading);
  const body = answer.provider
    ? [
        ...factLines(answer, width, sources),
        ...governmentLines(answer, width, sources),
        ...listingLines(answer, width),
        ...sourceLines(sources, width),
      ]
    : unknownLines(answer, width);
  const footer = wrap(`As of ${answer.asOf}; reference edition ${answer.reference.edition}.`, { width });
  return [...heading, ...body, "", ...footer].join("\n");
}

function articleFor(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind.replace("-", " ")}`;
}

/** The four facts, each by itself. */
function factLines(answer: WhoAnswer, width: number, sources: SourceRegister): string[] {
  const { attribution, parties } = answer;
  const name = (id: string | null) => {
    const party = parties.find((one) => one.id === id);
    return party ? `${party.name}${party.jurisdiction ? ` (${party.jurisdiction})` : ""}` : (id ?? "not known");
  };
  const where = [attribution.region, attribution.servedFrom].filter(Boolean).join(", ") || "not known";
  const cited = sources
    .cite(answer.evidence)
    .map((number) => ` [${number}]`)
    .join("");
  return pairs(
    [
      ["Provider", [answer.provider?.name ?? "", attribution.service].filter(Boolean).join(", ")],
      ["Served from", where],
      ["Operated by", name(attribution.operator)],
      ["Owned by", name(attribution.owner)],
      [
        "Written by",
        attribution.technology ? `${attribution.technology.author}: ${attribution.technology.basis}` : "the operator, as far as is known",
      ],
      [
        "Matched",
        `${attribution.signature?.kind} ${attribution.signature?.value} (${attribution.confidence} confidence)${attribution.signature?.note ? `: ${attribution.signature.note}` : ""}${cited}`,
      ],
    ],
    width,
    "  ",
  );
}

function governmentLines({ governments }: WhoAnswer, width: number, sources: SourceRegister): string[] {
  if (governments.length === 0) return ["", ...wrap("No path from a government is on file.", { width })];
  return governments.flatMap(({ code, name, effects, path, alternatives }) => [
    "",
    ...wrap(`${name === code ? code : `${name} (${code})`} ${path.confidence === "low" ? "may" : "can"} ${doings(effects)}`, {
      width,
      first: "  ",
    }),
    ...stepLines(path, { width, first: "    ", sources }),
    ...(alternatives.length > 0
      ? wrap(`and by ${alternatives.length === 1 ? "another path" : `${alternatives.length} other paths`}: see --format json`, {
          width,
          first: "    ",
        })
      : []),
  ]);
}

const effectWords = { access: "obtain data", disrupt: "cut off", tamper: "change software or data", launch: "attack from it" };

/** Each effect with its own confidence: what is sure of one is not sure of another. */
function doings(all: WhoAnswer["governments"][number]["effects"]): string {
  return listed(
    all.map(({ effect, confidence }) => `${effectWords[effect]} (${confidence} confidence${confidence === "low" ? ": a lead" : ""})`),
  );
}

function listingLines({ listings, parties }: WhoAnswer, width: number): string[] {
  if (listings.length === 0) return [];
  const rows = listings.map(
    (one) => [parties.find(({ id }) => id === one.party)?.name ?? one.party, `${one.list}, since ${one.from}: ${one.citation}`] as const,
  );
  return ["", "  Listed", ...pairs(rows, width, "    ")];
}

function sourceLines(sources: SourceRegister, width: number): string[] {
  const cited = sources.cited();
  if (cited.length === 0) return [];
  return [
    "",
    "  Sources",
    ...pairs(
      cited.map((one, index) => [`[${index + 1}]`, sourceText(one)]),
      width,
      "    ",
    ),
  ];
}

function unknownLines({ attribution }: WhoAnswer, width: number): string[] {
  return [
    ...wrap("Unknown: nobody on file stands behind it.", { width, first: "  " }),
    "",
    "  Tried",
    ...attribution.tried.flatMap((one) => wrap(one, { width, first: "    ", rest: "      " })),
  ];
}
