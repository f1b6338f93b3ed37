import { linkService } from "./compose-links.js";
import { environmentOf, withDefaults } from "./compose-service.js";
import type { Findings, Format, InputFile, Seen } from "./format.js";
import { hostsIn } from "./hosts.js";
import { imageReference, isTemplated } from "./image-reference.js";
import { isSecretName, withoutSecrets } from "./secret-names.js";
import { entriesOf, readYaml, scalarText, under, type YamlDocument } from "./yaml-documents.js";

/** Docker Compose files: the images of the services and the hosts in their environment. */
export const compose: Format = {
  id: "compose",
  title: "Docker Compose file",
  specification: "https://github.com/compose-spec/compose-spec/blob/main/spec.md",
  recognises({ name, head }) {
    if (!/\.ya?ml$/i.test(name) || /^\s*apiVersion\s*:/m.test(head)) return false;
    return /^(docker-)?compose[^/]*\.ya?ml$/i.test(name) || (/^services\s*:/m.test(head) && /^\s+(image|build)\s*:/m.test(head));
  },
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  const { documents, unread } = readYaml(await file.text());
  for (const { problem } of unread) findings.problem({ ...problem, action: "Mend it, or review the output of `docker compose config`." });
  for (const document of documents) {
    // Version 1 had the services at the top.
    const services = under(document.root, "services") ?? document.root;
    const seen = new Set<string>();
    for (const [name, service] of entriesOf(services)) seeService({ name, service, document, findings, seen });
  }
}

interface Service {
  name: string;
  service: unknown;
  document: YamlDocument;
  findings: Findings;
  /** What was reported, by place: anchors lead to the same line from several services. */
  seen: Set<string>;
}

function seeService(one: Service): void {
  const image = under(one.service, "image");
  const written = scalarText(image);
  if (written) seeImage(written, image, one);
  linkService(one.name, one.service, one.document, one.findings);
  for (const { name: variable, node } of environmentOf(one.service)) {
    const value = scalarText(node)?.replace(/^[\w.-]+=/, "");
    if (!value || isSecretName(variable)) continue;
    for (const host of hostsIn(withoutSecrets(value))) observe({ kind: host.kind, value: host.value }, node, one);
  }
}

function seeImage(written: string, node: unknown, one: Service): void {
  const reference = imageReference(withDefaults(written));
  if (reference) {
    const origin = reference.claimedOrigin ? { claimedOrigin: reference.claimedOrigin } : {};
    observe({ kind: "image", value: reference.normalised, context: origin }, node, one);
    return;
  }
  one.findings.problem({
    ...one.document.at(node),
    severity: "note",
    code: "image-unread",
    message: isTemplated(written) ? "the registry of this image is filled in later" : "this is no image reference",
    expected: "a literal host/path:tag",
    action: "Review the output of `docker compose config`.",
  });
}

/** At its own place; where another service was told of it there, as both merge the same anchor, at the service's. */
function observe(
  seen: Pick<Seen, "kind" | "value" | "context">,
  node: unknown,
  { name, service, document, findings, seen: told }: Service,
): void {
  for (const place of [document.at(node), document.at(service)]) {
    const key = `${place.line}:${place.column}:${seen.kind}:${seen.value}`;
    if (told.has(key)) continue;
    told.add(key);
    findings.observe({ ...place, ...seen, context: { address: `compose/${name}`, ...seen.context } });
    return;
  }
}
