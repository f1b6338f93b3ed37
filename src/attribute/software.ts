import { PackageURL } from "packageurl-js";
import { hostNameOf } from "./host-name.js";
import { lookUpName } from "./hosts.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import { canonicalPackageName } from "./package-name.js";
import type { PackageSignature, SignatureIndex } from "./signature-index.js";

/** Image reference: the registry that serves it; where the path names another origin, that one wrote it. */
export function lookUpImage({ value, context }: Question, index: SignatureIndex): Lookup {
  const host = hostNameOf(value.split("/", 1)[0] ?? "");
  if (!host) return notFound(`image ${value}: it names no registry`);
  if ("address" in host) return notFound(`image ${value}: its registry is an address, which may be anybody's`);
  const lookup = lookUpName(host.name, index, true);
  return lookup.match ? { ...lookup, match: { ...lookup.match, mirrorOf: context?.claimedOrigin } } : lookup;
}

/** Ecosystems by the type of a package URL (purl-spec). */
const ecosystems: Readonly<Record<string, string>> = { npm: "npm", pypi: "pypi", golang: "go", maven: "maven", cargo: "crates" };

/** Package URL: the provider that wrote the package, most often to call its own service. */
export function lookUpPackage({ value }: Question, index: SignatureIndex): Lookup {
  const named = packageName(value);
  if (!named) return notFound(`package ${value}: not a package URL`);
  const { ecosystem, name } = named;
  if (!ecosystem) return notFound(`package ${value}: no signatures are on file for its kind`);
  const { exact, prefixes } = index.packages(ecosystem);
  const fact = exact.get(name) ?? prefixes.find((prefix) => name.startsWith(prefix.name));
  if (!fact) return notFound(`${ecosystem} packages of providers: ${name} is none's`);
  return {
    match: { provider: fact.provider, signature: packageMatch(fact, ecosystem, name), placed: false },
    tried: [`package ${ecosystem} ${fact.name}: ${fact.provider.names.english}`],
  };
}

function packageMatch({ name, confidence, sources, what, note }: PackageSignature, ecosystem: string, matched: string) {
  const remark = what ?? note;
  return {
    kind: "package" as const,
    value: `${ecosystem}:${name}${name === matched ? "" : "*"}`,
    matched,
    confidence,
    sources,
    ...(remark ? { note: remark } : {}),
  };
}

/** Joins namespace and name as each ecosystem writes them: Maven with a colon, the others with a slash. */
function packageName(value: string): { ecosystem: string | undefined; name: string } | undefined {
  try {
    const { type, namespace, name } = PackageURL.fromString(value);
    const ecosystem = ecosystems[type ?? ""];
    const full = [namespace, name].filter(Boolean).join(ecosystem === "maven" ? ":" : "/");
    return { ecosystem, name: ecosystem ? canonicalPackageName(ecosystem, full) : full };
  } catch {
    return undefined;
  }
}
