import type { Provider } from "../model/index.js";
import { matchPattern } from "./label-pattern.js";
import type { SignatureIndex } from "./signature-index.js";

/** A service that a host belongs to, and the region in its host pattern. */
export interface ServiceOfHost {
  name: string;
  region: string | undefined;
}

/** The service of a provider whose host pattern a host matches or stands below; of several the narrowest. */
export function serviceOfHost(host: string, provider: Provider, index: SignatureIndex): ServiceOfHost | undefined {
  let narrowest: (ServiceOfHost & { constants: number }) | undefined;
  for (const { service, patterns } of index.servicesOf(provider)) {
    for (const pattern of patterns) {
      if (narrowest && narrowest.constants >= pattern.constants) continue;
      const captures = matchPattern(pattern, host, true);
      if (captures) narrowest = { name: service.name, region: captures.get("region"), constants: pattern.constants };
    }
  }
  return narrowest;
}

/** The one service whose name, or abbreviation in its name, is among the words: `oss_bucket` is the Object Storage Service (OSS). */
export function serviceOfWords(words: string, provider: Provider, index: SignatureIndex): string | null {
  const services = index.servicesOf(provider).map(({ service }) => service.name);
  const plain = words.trim().toLowerCase();
  const named = services.filter(
    (name) =>
      name
        .replace(/\([^()]*\)/g, "")
        .trim()
        .toLowerCase() === plain || name.toLowerCase() === plain,
  );
  if (named.length === 1) return named[0] ?? null;
  for (const word of plain.split(/[^a-z0-9]+/)) {
    const abbreviated = word === "" ? [] : services.filter((name) => abbreviationsIn(name).includes(word));
    if (abbreviated.length === 1) return abbreviated[0] ?? null;
  }
  return null;
}

function abbreviationsIn(name: string): string[] {
  return (name.match(/\b[A-Z][A-Z0-9]{1,7}\b/g) ?? []).map((word) => word.toLowerCase());
}
