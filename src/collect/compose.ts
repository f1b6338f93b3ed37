import type { Findings, Format, InputFile } from "./format.js";
import { hostsIn } from "./hosts.js";
import { imageReference, isTemplated } from "./image-reference.js";
import { isSecretName } from "./secret-names.js";
import { entriesOf, itemsOf, readYaml, scalarText, under, type YamlDocument } from "./yaml-documents.js";

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
  for (const { problem } of unread) findings.problem(problem);
  for (const document of documents) {
    // Version 1 had the services at the top.
    const services = under(document.root, "services") ?? document.root;
    for (const [name, service] of entriesOf(services)) seeService(name, service, document, findings);
  }
}

function seeService(name: string, service: unknown, document: YamlDocument, findings: Findings): void {
  const address = `compose/${name}`;
  const image = under(service, "image");
  const written = scalarText(image);
  if (written) {
    const reference = imageReference(withDefaults(written));
    const place = document.at(image);
    if (reference) {
      const origin = reference.claimedOrigin ? { claimedOrigin: reference.claimedOrigin } : {};
      findings.observe({ ...place, kind: "image", value: reference.normalised, context: { address, ...origin } });
    } else {
      const message = isTemplated(written) ? "the registry of this image is filled in later" : "this is no image reference";
      findings.problem({
        ...place,
        severity: "note",
        code: "image-unread",
        message,
        expected: "a literal host/path:tag",
        action: "Review the output of `docker compose config`.",
      });
    }
  }
  for (const { name: variable, node } of environmentOf(service)) {
    const value = scalarText(node)?.replace(/^[\w.-]+=/, "");
    if (!value || isSecretName(variable)) continue;
    for (const host of hostsIn(value)) findings.observe({ ...document.at(node), kind: host.kind, value: host.value, context: { address } });
  }
}

/** `${VAR:-default}` names what is used unless told otherwise. */
function withDefaults(written: string): string {
  return written.replace(/\$\{[A-Za-z_]\w*:?-([^${}]*)\}/g, "$1");
}

/** The environment as a map, or as a list of NAME=value. */
function environmentOf(service: unknown): { name: string; node: unknown }[] {
  const environment = under(service, "environment");
  const mapped = entriesOf(environment).map(([name, node]) => ({ name, node }));
  return [...mapped, ...itemsOf(environment).map((node) => ({ name: scalarText(node)?.split("=", 1)[0] ?? "", node }))];
}
