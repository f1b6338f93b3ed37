import { createRequire } from "node:module";
import type * as PackageUrls from "packageurl-js";
import { lookUpImage } from "./images.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import { canonicalPackageName } from "./package-name.js";
import type { PackageNames, PackageSignature, SignatureIndex } from "./signature-index.js";

/** Types of package URLs whose packages the reference knows, with its word for the ecosystem. */
const ecosystems: Readonly<Record<string, string>> = { npm: "npm", pypi: "pypi", golang: "go", maven: "maven", cargo: "crates" };
const images = new Set(["docker", "oci"]);

/**
 * Package by its package URL. A provider's SDK means that the provider wrote the code, and that the code likely calls its services;
 * it does not say that anything is stored there. Source: https://github.com/package-url/purl-spec
 */
export function lookUpPackage(question: Question, index: SignatureIndex): Lookup {
  const purl = readPackageUrl(question.value);
  if (!purl) return notFound(`package ${question.value}: not a package URL`);
  if (images.has(purl.type)) return lookUpImage({ ...question, kind: "image", value: imageOf(purl) }, index);
  const ecosystem = Object.hasOwn(ecosystems, purl.type) ? ecosystems[purl.type] : undefined;
  if (!ecosystem) return notFound(`package type ${purl.type}: no packages of this kind are on file`);
  const name = canonicalPackageName(ecosystem, nameOf(purl, ecosystem));
  const fact = find(name, index.packages(ecosystem), ecosystem);
  if (!fact) return notFound(`packages of ${ecosystem}: ${name} is no provider's`);
  const { provider, confidence, sources, what } = fact;
  const note = [what, "wrote the software, which likely calls its services"].filter(Boolean).join("; ");
  return {
    match: {
      provider,
      signature: { kind: "package", value: `${ecosystem} ${fact.name}`, matched: name, confidence, sources, note },
      placed: false,
      mirrorOf: question.context?.claimedOrigin,
    },
    tried: [`package ${ecosystem} ${name}: ${provider.names.english}`],
  };
}

let packageUrls: typeof PackageUrls | undefined;

interface PackageName {
  type: string;
  namespace: string;
  name: string;
  repository: string | undefined;
}

/** A package of npm whose name holds nothing to decode or to put in lower case: most of what a large tree asks about. */
const plainNpm = /^pkg:npm\/(?:%40([a-z0-9-]+)\/)?([a-z0-9][a-z0-9._-]*)(?:@[\w.+-]*)?$/;

function readPackageUrl(text: string): PackageName | undefined {
  const [, scope, plain] = plainNpm.exec(text) ?? [];
  if (plain) return { type: "npm", namespace: scope ? `@${scope}` : "", name: plain, repository: undefined };
  // Loaded when the first package is asked about: loading takes longer than looking up a host does in all.
  packageUrls ??= createRequire(import.meta.url)("packageurl-js") as typeof PackageUrls;
  try {
    const { type, namespace, name, qualifiers } = packageUrls.PackageURL.fromString(text.trim());
    if (!type || !name) return undefined;
    return { type, namespace: namespace ?? "", name, repository: qualifiers?.repository_url };
  } catch {
    return undefined; // the caller says that it is none
  }
}

function nameOf({ namespace, name }: PackageName, ecosystem: string): string {
  if (namespace === "") return name;
  return `${namespace}${ecosystem === "maven" ? ":" : "/"}${name}`;
}

function imageOf({ namespace, name, repository }: PackageName): string {
  const path = namespace === "" ? name : `${namespace}/${name}`;
  return repository ? (repository.endsWith(`/${path}`) ? repository : `${repository.replace(/\/+$/, "")}/${path}`) : path;
}

/** A package inside a Go module has the module's path in front. */
function find(name: string, { exact, prefixes }: PackageNames, ecosystem: string): PackageSignature | undefined {
  for (let end = name.length; end > 0; end = ecosystem === "go" ? name.lastIndexOf("/", end - 1) : 0) {
    const found = exact.get(name.slice(0, end));
    if (found) return found;
  }
  return prefixes.find((prefix) => name.startsWith(prefix.name));
}
