import ipaddr from "ipaddr.js";
import type { Question } from "./lookup.js";

/** What a thing asked about was taken for. */
export interface UnderstoodThing {
  understoodAs: "host" | "address" | "network" | "image" | "package" | "terraform-type" | "name";
  observation: Question;
}

/**
 * Takes a thing for what it looks like, the surest sign first: package URL, AS number, address or network, URL, image with tag or
 * digest, host, Terraform type; anything else is a name.
 */
export function understand(thing: string): UnderstoodThing {
  const text = thing.trim();
  const as = (understoodAs: UnderstoodThing["understoodAs"], kind: Question["kind"], value = text): UnderstoodThing => ({
    understoodAs,
    observation: { kind, value },
  });
  if (/^pkg:/i.test(text)) return as("package", "package");
  if (/^AS\d{1,10}$/i.test(text)) return as("network", "address");
  const bare = text.replace(/^\[([^[\]]*)\]$/, "$1");
  if (ipaddr.isValidCIDR(bare)) return as("network", "address", bare);
  if (ipaddr.IPv4.isValidFourPartDecimal(bare) || (bare.includes(":") && ipaddr.IPv6.isValid(bare))) return as("address", "address", bare);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return as("host", "host");
  if (looksLikeImage(text)) return as("image", "image", withRegistry(text));
  if (/^(\*\.)?[^\s/@]+(\.[^\s/@.]+)+\.?(:\d+)?$/u.test(text) && !/\s/.test(text)) return as("host", "host");
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(text)) return as("terraform-type", "terraform-resource");
  return as("name", "vendor");
}

/** `host/path`, with a host that has a dot or port, or `name:tag` and `name@sha256:…` (the grammar of distribution references). */
function looksLikeImage(text: string): boolean {
  if (/\s/.test(text)) return false;
  const [first = "", ...path] = text.split("/");
  if (path.length > 0) return /[.:]/.test(first) || /[:@][\w.:-]+$/.test(text);
  // `redis:7` is an image; a name with dots and digits behind the colon is a host with its port.
  return /^[a-z0-9]+(?:[_-]+[a-z0-9]+)*(:\w[\w.-]*|@sha256:[0-9a-f]{64})$/.test(text) && !text.startsWith("localhost:");
}

/** Docker Hub serves what names no registry. */
function withRegistry(image: string): string {
  const [first = "", ...path] = image.split("/");
  if (path.length > 0 && /[.:]|^localhost$/.test(first)) return image;
  return path.length > 0 ? `docker.io/${image}` : `docker.io/library/${image}`;
}
