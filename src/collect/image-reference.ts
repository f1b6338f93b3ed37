import { claimedOriginOf, withLibrary } from "./image-mirrors.js";

/** A container image reference with its defaults made explicit. */
export interface ImageReference {
  /** Host, with port if given: docker.io where none is. */
  host: string;
  /** `host/path:tag@digest`, with `library/` and docker.io written out; without the parts that are filled in later. */
  normalised: string;
  /** For a mirror whose path names another origin: that origin, such as registry.k8s.io/pause. */
  claimedOrigin?: string;
}

/** A part that is filled in later: Helm, shell, make and placeholder styles. */
const template = /\{\{|\$\{|\$\(|\$[A-Za-z_]|__[A-Z][A-Z0-9_]*__|<[a-z][^>]*>/;
const templates = /\{\{.*?\}\}|\$\{[^}]*\}/g;
const hostPart = /^(?:localhost|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const component = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const tagPart = /^\w[\w.-]{0,127}$/;
const digestPart = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const longest = 512;

/** Names that the engines themselves take for Docker Hub. */
const dockerHub = new Set(["index.docker.io", "registry-1.docker.io"]);

/**
 * Reads an image reference as container engines do (github.com/distribution/reference): the first part is a host only if it has a
 * dot, a colon or upper case, or is localhost. With templates in path, tag or digest the constant part is kept. Null where it is no
 * reference, or where its host is not literal.
 */
export function imageReference(text: string): ImageReference | null {
  const written = text.trim();
  if (!written || written.length > longest || /\s/.test(written.replace(templates, ""))) return null;
  const slash = written.indexOf("/");
  const first = slash < 0 ? "" : written.slice(0, slash);
  if (template.test(first)) return null;
  const hasHost = first !== "" && (/[.:A-Z]/.test(first) || first === "localhost");
  const host = hasHost ? first.toLowerCase() : "docker.io";
  if (!hostPart.test(host)) return null;
  const rest = hasHost ? written.slice(slash + 1) : written;
  return referenceTo(dockerHub.has(host) ? "docker.io" : host, rest, hasHost);
}

/** Whether a text is an image reference with a part that is filled in later. */
export function isTemplated(text: string): boolean {
  return template.test(text);
}

function referenceTo(host: string, rest: string, hasHost: boolean): ImageReference | null {
  const hole = rest.search(template);
  const constant = hole < 0 ? rest : rest.slice(0, hole);
  const [named = "", digest] = constant.split("@", 2);
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const nameIsWhole = hole < 0 || colon >= 0 || digest !== undefined;
  // Without a host of its own, an open name could still become one.
  if (!nameIsWhole) return hasHost ? withOpenName(host, path) : null;
  if (!path.split("/").every((part) => component.test(part))) return null;
  if (hole < 0 && ((tag !== undefined && !tagPart.test(tag)) || (digest !== undefined && !digestPart.test(digest)))) return null;
  const origin = claimedOriginOf(host, path);
  const version = hole < 0 ? `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}` : "";
  return { host, normalised: withLibrary(host, path) + version, ...(origin ? { claimedOrigin: origin } : {}) };
}

/** The name itself is filled in further on: its whole parts are kept. */
function withOpenName(host: string, begun: string): ImageReference | null {
  const whole = begun.split("/").slice(0, -1);
  if (!whole.every((part) => component.test(part))) return null;
  return { host, normalised: [host, ...whole].join("/") };
}
