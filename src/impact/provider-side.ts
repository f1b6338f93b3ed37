import { dossier } from "../dossier.js";
import type { Day, ProviderSide, Reference } from "../model/index.js";

/**
 * What of a provider's business in the United States a prohibition touches, as a dossier of that day has it: every fact with its source and its date,
 * nothing dated later.
 */
export function providerSide(provider: string, reference: Reference, asOf: Day): ProviderSide {
  const found = dossier(provider, { regimes: [], reference, asOf });
  const business = found.market.filter(({ measure, statement }) => isAmerican(measure, statement.text));
  const partners = found.relations.filter(({ country }) => country === "US");
  const missing = [
    ...(business.length > 0
      ? []
      : ["What it earns in the United States, and from how many customers there, is not on file up to that day."]),
    ...(found.usSites.length > 0 ? [] : ["No site of it in the United States is on file for that day."]),
    ...(partners.length > 0 ? [] : ["No customer or partner of it in the United States is on file up to that day."]),
  ];
  return {
    provider: found.provider.id,
    name: found.provider.name,
    business,
    market: found.market.filter((one) => !business.includes(one)),
    sites: found.usSites,
    partners,
    disclosures: found.disclosures,
    missing,
  };
}

function isAmerican(measure: string, text: string): boolean {
  return measure.startsWith("us-") || /\b(U\.S\.|US|United States|American?)\b/.test(text);
}
