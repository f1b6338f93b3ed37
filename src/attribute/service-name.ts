import type { Provider } from "../model/index.js";
import { matchPattern } from "./label-pattern.js";
import type { Match } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";

/** The provider's service that a host belongs to, or that a Terraform type or a declared service names; null where none is told. */
export function serviceOf({ host, serviceWords }: Match, provider: Provider, index: SignatureIndex): string | null {
  const services = index.servicesOf(provider);
  if (host) {
    const fitting = services.flatMap(({ service, patterns }) =>
      patterns.filter((pattern) => matchPattern(pattern, host, true)).map((pattern) => ({ service, constants: pattern.constants })),
    );
    const narrowest = fitting.sort((left, right) => right.constants - left.constants)[0];
    if (narrowest) return narrowest.service.name;
  }
  const word = serviceWords?.toLowerCase().split(/[_\s/-]/, 1)[0];
  if (!word) return null;
  return services.find(({ service }) => abbreviationsIn(service.name).includes(word))?.service.name ?? null;
}

/** Abbreviations in parentheses, and the words of a name that are one: `Object Storage Service (OSS)` is known as oss. */
function abbreviationsIn(name: string): string[] {
  const bracketed = [...name.matchAll(/\(([^()]*)\)/g)].flatMap((match) => (match[1] ?? "").split(/[/,\s]+/));
  const capitals = name.split(/[\s/()]+/).filter((word) => /^[A-Z0-9]{2,6}$/.test(word));
  return [...bracketed, ...capitals].map((word) => word.toLowerCase()).filter(Boolean);
}
