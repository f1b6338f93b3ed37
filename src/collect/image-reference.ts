/** A container image reference with its defaults made explicit. */
export interface ImageReference {
  /** Host, with port if given: docker.io where none is. */
  host: string;
  /** Repository path below the host. */
  path: string;
  /** `host/path:tag@digest`, with `library/` and docker.io written out. */
  normalised: string;
  /** For a mirror whose path names another origin: that origin, such as registry.k8s.io/pause. */
  claimedOrigin?: string;
}

/** Namespaces of mirrors that copy a whole registry or project, and what they copy. */
const mirroredNamespaces: Readonly<Record<string, string>> = {
  // minikube and kubeadm users in China pull Kubernetes' own images under this name.
  google_containers: "registry.k8s.io",
  "google-containers": "registry.k8s.io",
  k8sxio: "registry.k8s.io",
  "kubernetes-sigs": "registry.k8s.io",
};

/** A part that is filled in later: Helm, shell, make and placeholder styles. */
const template = /\{\{|\$\{|\$\(|\$[A-Za-z_]|__[A-Z][A-Z0-9_]*__|<[a-z][^>]*>/;
const component = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const tagPart = /^\w[\w.-]{0,127}$/;
const digestPart = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;

/**
 * Reads an image reference as container engines do (github.com/distribution/reference): the first part is a host only if it has a
 * dot, a colon or upper case, or is localhost. With templates in path or tag the constant host is kept. Null where it is no reference
 * or its host is not literal.
 */
export function imageReference(text: string): ImageReference | null {
  const written = text.trim();
  if (!written || written.length > 512 || /\s/.test(written.replace(/\{\{.*?\}\}|\$\{[^}]*\}/g, ""))) return null;
  const slash = written.indexOf("/");
  const first = slash < 0 ? "" : written.slice(0, slash);
  const hasHost = first !== "" && (/[.:A-Z]/.test(first) || first === "localhost");
  if (template.test(first) || (!hasHost && template.test(written))) return null;
  const host = hasHost ? first.toLowerCase() : "docker.io";
  const rest = hasHost ? written.slice(slash + 1) : written;
  if (template.test(rest)) return { host, path: constantPath(rest), normalised: `${host}/${constantPath(rest)}` };
  return parseRest(host, rest);
}

/** Whether a text is an image reference with a part that is filled in later. */
export function isTemplated(text: string): boolean {
  return template.test(text);
}

function parseRest(host: string, rest: string): ImageReference | null {
  const [named = "", digest] = rest.split("@", 2);
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  const path = hasTag ? named.slice(0, colon) : named;
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  if (!path.split("/").every((part) => component.test(part))) return null;
  if ((tag !== undefined && !tagPart.test(tag)) || (digest !== undefined && !digestPart.test(digest))) return null;
  const full = host === "docker.io" && !path.includes("/") ? `library/${path}` : path;
  const origin = originOf(host, full);
  const normalised = `${host}/${full}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`;
  return { host, path: full, normalised, ...(origin ? { claimedOrigin: origin } : {}) };
}

/** The path up to the first part that is filled in. */
function constantPath(rest: string): string {
  return rest.slice(0, rest.search(template)).replace(/[/:@-]*$/, "");
}

/** A mirror's path holds the host that it copies, or a namespace known to copy one. */
function originOf(host: string, path: string): string | undefined {
  const parts = path.split("/");
  const hostAt = parts.findIndex(
    (part, at) => at < parts.length - 1 && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(io|com|org|dev|net|co)$/.test(part) && part !== host,
  );
  if (hostAt >= 0) return parts.slice(hostAt).join("/");
  const origin = mirroredNamespaces[parts[0] ?? ""];
  return origin && parts.length > 1 && host !== origin ? `${origin}/${parts.slice(1).join("/")}` : undefined;
}
