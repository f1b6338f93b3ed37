import type { DossierStatement, ImpactedAsset, ImpactedSystem } from "../../model/index.js";
import { newSourceRegister, sourceText } from "../sources.js";
import { pairs, wrap } from "../text/layout.js";
import { counted } from "../words.js";
import { part, type TextContext, timesText } from "./text-context.js";
import { chainClaim, placeOf, touchedAssets } from "./words.js";

const indent = "  ";
const deeper = "    ";

/** Every chain of a system or an asset, step by step. */
export function chainLines(
  { name, times, chains }: Pick<ImpactedSystem | ImpactedAsset, "name" | "times" | "chains">,
  { width }: TextContext,
): string[] {
  return [
    ...wrap(`${name}: ${timesText(times)}`, { width, first: indent }),
    ...chains.flatMap((chain) => [
      ...wrap(`${chainClaim(chain)}:${chain.hops.length === 0 ? ` ${chain.blockedName} is itself cut off` : ""}`, { width, first: deeper }),
      ...chain.hops.flatMap((hop) => {
        const place = placeOf(hop);
        const relief = hop.fallback ? `; ${hop.fallback} would take over` : "";
        return wrap(`- ${hop.fromName} needs ${hop.toName} (${hop.need}${relief}): ${hop.because}${place ? ` [${place}]` : ""}`, {
          width,
          first: `${deeper}${indent}`,
          rest: `${deeper}${deeper}`,
        });
      }),
    ]),
  ];
}

/** In full: all that does not go on, each with its chains, and the circles. */
export function assetLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  if (!full) return [];
  const { cycles } = impact;
  const circles = cycles.flatMap(({ names }) => wrap(`- ${names.join(", ")}`, { width, first: indent, rest: deeper }));
  return [
    ...part(
      "Assets that do not go on",
      touchedAssets(impact).flatMap((one) => chainLines(one, context)),
      context,
    ),
    ...part("What needs each other in a circle, and stops and is switched together", circles, context),
  ];
}

/** What of the provider's own business in the United States a prohibition touches: on the page the figures, in full with the sources. */
export function providerSideLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const sources = newSourceRegister();
  const cited = (one: DossierStatement) => {
    if (!full) return "";
    const numbers = sources.cite(one.evidence).map((number) => ` [${number}]`);
    return numbers.join("");
  };
  const said = (one: DossierStatement) => {
    const about = [one.saidBy && !one.text.includes(one.saidBy) ? one.saidBy : "", one.date ?? "undated", one.confidence].filter(Boolean);
    return `${one.text} (${about.join(", ")})${cited(one)}`;
  };
  const shown = <Item>(items: readonly Item[], few: number) => (full ? items : items.slice(0, few));
  const rows = impact.providerSide.flatMap((side) => [
    ...shown(side.business, 2).map((one) => [side.name, said(one.statement)] as const),
    ...(full ? side.market.map((one) => [side.name, said(one.statement)] as const) : []),
    ...(side.sites.length === 0
      ? []
      : full
        ? side.sites.map((one) => [side.name, said(one.statement)] as const)
        : [
            [
              side.name,
              `${counted(side.sites.length, "site")} in the United States: ${side.sites.map(({ place }) => place).join(", ")}`,
            ] as const,
          ]),
    ...(side.partners.length === 0
      ? []
      : full
        ? side.partners.map((one) => [side.name, said(one.statement)] as const)
        : [
            [
              side.name,
              `Customers and partners there: ${side.partners.map(({ party, statement }) => `${party} (${statement.date ?? "undated"})`).join(", ")}`,
            ] as const,
          ]),
    ...(full ? side.disclosures.map((one) => [side.name, said(one)] as const) : []),
    ...(full ? side.missing.map((one) => [side.name, one] as const) : []),
  ]);
  if (rows.length === 0) return [];
  const once = rows.map(([label, text], at) => [label === rows[at - 1]?.[0] ? "" : label, text] as const);
  const list = sources.cited().map((one, at) => [`[${at + 1}]`, sourceText(one)] as const);
  return [
    ...part(
      `What it touches of the provider's business in the United States, as on file up to ${impact.asOf}`,
      pairs(once, width, indent),
      context,
    ),
    ...(list.length > 0 ? part("Sources", pairs(list, width, indent), context) : []),
  ];
}
