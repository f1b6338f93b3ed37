import { hostNameOf, isAddress } from "./host-name.js";
import type { Question } from "./lookup.js";

/** What a thing asked about was taken for. */
export interface UnderstoodThing {
  understoodAs: "host" | "address" | "network" | "image" | "package" | "terraform-type" | "name";
  observation: Question;
}

const imageScheme = /^(docker|oci|docker-pullable):\/\//i;
const network = /^[0-9a-f:.]+\/\d{1,3}$/i;
const terraformProvider = /^registry\.(terraform\.io|opentofu\.org)\/[\w-]+\/[\w-]+$/i;
/** A resource type, alone or in an address: `module.a.data.aws_ami.b[0]`. */
const terraformAddress = /^(?:module\.[\w-]+(?:\[[^[\]]*\])?\.)*(data\.)?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?:\.[\w-]+(?:\[[^[\]]*\])?)?$/;
/** The grammar of distribution references for what has no registry in front. */
const taggedImage = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\w[\w.-]*|@sha256:[0-9a-f]{64})$/;

/**
 * Takes a thing for what it looks like, the surest sign first: package URL, AS number, network, address, image with a scheme, URL,
 * Terraform provider, Terraform type or resource address, host (a name with dots), image (a path behind a registry, a tag or a digest);
 * anything else is a name.
 */
export function understand(thing: string): UnderstoodThing {
  const text = thing.trim();
  if (/^pkg:/i.test(text)) return understood("package", "package", text);
  if (/^AS\d{1,10}$/i.test(text)) return understood("network", "address", text);
  const bare = text.replace(/^\[([^[\]]*)\]$/, "$1");
  if (network.test(bare)) return understood("network", "address", bare);
  if (isAddress(bare)) return understood("address", "address", bare);
  if (imageScheme.test(text)) return understood("image", "image", withRegistry(text.replace(imageScheme, "")));
  if (text.includes("://")) return understood("host", "host", text);
  if (terraformProvider.test(text)) return understood("terraform-type", "terraform-provider", text);
  const [, data, type] = terraformAddress.exec(text) ?? [];
  if (type) return understood("terraform-type", data ? "terraform-data" : "terraform-resource", type);
  if (looksLikeHost(text)) return understood("host", "host", text);
  if (looksLikeImage(text)) return understood("image", "image", withRegistry(text));
  return understood("name", "vendor", text);
}

function understood(understoodAs: UnderstoodThing["understoodAs"], kind: Question["kind"], value: string): UnderstoodThing {
  return { understoodAs, observation: { kind, value } };
}

function looksLikeHost(text: string): boolean {
  if (/[\s/@,()]/.test(text)) return false;
  const [name = "", port] = text.split(":");
  if (port !== undefined && !/^\d{1,5}$/.test(port)) return false;
  if (!name.replace(/^\*\./, "").replace(/\.$/, "").includes(".")) return name === "localhost" && port !== undefined;
  return hostNameOf(text) !== null;
}

function looksLikeImage(text: string): boolean {
  if (/\s/.test(text)) return false;
  const slash = text.indexOf("/");
  if (slash < 0) return taggedImage.test(text);
  return slash > 0 && slash < text.length - 1;
}

/** Docker Hub serves what names no registry. */
function withRegistry(image: string): string {
  const slash = image.indexOf("/");
  if (slash < 0) return `docker.io/library/${image}`;
  return /[.:]|^localhost$/.test(image.slice(0, slash)) ? image : `docker.io/${image}`;
}
