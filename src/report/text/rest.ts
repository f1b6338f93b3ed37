import { sourceText } from "../sources.js";
import { counted, determinationWords, grouped, legalNotice, outcomeWords } from "../words.js";
import { type Context, indent, type Section } from "./context.js";
import { pairs, wrap } from "./layout.js";

const mostUnattributed = 20;
const mostLeftOut = 20;

/** The answer for the whole case, why, and what it depends on. */
export function determinationSection({ view, width }: Context): Section {
  const { outcome, reasons, measures, settle } = view.review.determination;
  return {
    heading: "Determination",
    lines: [
      `${indent}${determinationWords[outcome]}`,
      ...reasons.flatMap((one) => bullet(one, width)),
      ...(measures.length > 0 ? wrap(`Depends on: ${measures.map(view.measureName).join("; ")}`, { width, first: indent }) : []),
      ...(settle.length > 0
        ? wrap(`${counted(settle.length, "question")} would settle what is open: see "To settle" at the findings.`, {
            width,
            first: indent,
          })
        : []),
    ],
  };
}

/** Findings that do not count: somebody answers for them, or an earlier review had them. */
export function answeredSection({ view, width }: Context): Section {
  const answered = view.review.findings.filter((one) => one.status === "accepted" || one.status === "in-baseline");
  return {
    heading: `Accepted or known before (${answered.length})`,
    lines: answered.flatMap((one) => {
      const state = one.acceptance
        ? `accepted by ${one.acceptance.by} until ${one.acceptance.until}: ${one.acceptance.why}`
        : "in the baseline of an earlier review";
      return bullet(`${outcomeWords[one.outcome]}: ${one.title} (${view.providerName(one.provider)}, ${one.id}); ${state}`, width);
    }),
  };
}

export function measuresSection({ view, width }: Context): Section {
  const declared = (view.review.measures ?? []).filter((one) => one.declared.length > 0);
  return {
    heading: `Measures declared (${declared.length})`,
    lines: declared.flatMap((one) => {
      const states = one.declared.map(({ status, appliesTo }) => `${status} for ${appliesTo.join(", ") || "everything"}`);
      return bullet(`${one.id} ${one.name}: ${states.join("; ")}. What it leaves: ${one.leaves}`, width);
    }),
  };
}

/** What no provider could be named for: counted, and the first of it listed. */
export function unattributedSection({ view, width }: Context): Section {
  const { unattributed, summary } = view.review;
  const rest = unattributed.length - mostUnattributed;
  return {
    heading: `Not attributed (${counted(summary.unattributed, "observation")})`,
    lines: [
      ...unattributed.slice(0, mostUnattributed).flatMap((one) => {
        const [path, ...further] = one.paths;
        const places = further.length > 0 ? `${path} and ${counted(further.length, "other file")}` : path;
        return bullet(`${one.kind} ${one.value} (${one.count > 1 ? `${grouped(one.count)} times, ` : ""}${places})`, width);
      }),
      ...(rest > 0 ? wrap(`and ${grouped(rest)} more: --format json or html lists all`, { width, first: indent }) : []),
    ],
  };
}

export function problemsSection({ view, width }: Context): Section {
  return {
    heading: `Problems in reading the input (${view.review.problems.length})`,
    lines: view.review.problems.flatMap((one) => {
      const place = [one.path, one.line, one.column].filter((part) => part !== null).join(":");
      return bullet(`${one.severity}: ${place}: ${one.message}; expected ${one.expected}; ${one.action} [${one.code}]`, width);
    }),
  };
}

export function leftOutSection({ view, width }: Context): Section {
  const { leftOut, summary } = view.review;
  const rest = leftOut.slice(mostLeftOut).reduce((sum, one) => sum + one.count, 0);
  return {
    heading: `Left out (${counted(summary.leftOut, "file")})`,
    lines: [
      ...leftOut
        .slice(0, mostLeftOut)
        .flatMap((one) => bullet(`${one.path}${one.count > 1 ? ` (${counted(one.count, "file")})` : ""}: ${one.reason}`, width)),
      ...(rest > 0 ? wrap(`and ${counted(rest, "file")} more: --format json or html lists all`, { width, first: indent }) : []),
    ],
  };
}

export function assumptionsSection({ view, width }: Context): Section {
  return { heading: "Assumed", lines: view.review.assumptions.flatMap((one) => bullet(one, width)) };
}

/** The sources that findings cite by number. */
export function sourcesSection({ sources, width }: Context): Section {
  const cited = sources.cited();
  return {
    heading: `Sources (${cited.length})`,
    lines: pairs(
      cited.map((one, index) => [`[${index + 1}]`, sourceText(one)]),
      width,
      indent,
    ),
  };
}

/** What the review stands on: date, reference, rules, tool. */
export function methodSection({ view, width }: Context): Section {
  const { asOf, reference, rulePacks, tool, summary } = view.review;
  return {
    heading: "How this was made",
    lines: [
      ...pairs(
        [
          ["As of", `${asOf} (UTC)`],
          [
            "Read",
            `${counted(summary.files, "file")}, ${counted(summary.observations, "observation")}, ${grouped(summary.attributed)} attributed to ${counted(summary.providers, "provider in use", "providers in use")}`,
          ],
          ["Reference", `edition ${reference.edition}, SHA-256 ${reference.sha256}`],
          ...rulePacks.map((pack) => ["Rules", `${pack.id}: ${pack.title}, SHA-256 ${pack.sha256}`] as const),
          ["Tool", `${tool.name} ${tool.version}`],
        ],
        width,
        indent,
      ),
      "",
      ...wrap(legalNotice, { width, first: indent }),
    ],
  };
}

function bullet(text: string, width: number): string[] {
  return wrap(text, { width, first: `${indent}- `, rest: `${indent}  ` });
}
