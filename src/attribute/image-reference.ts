/** Where an image is pulled from, and what it is called there. */
export interface ImageReference {
  registry: string;
  repository: string;
}

/**
 * Reads an image reference: the first part is a registry when it has a dot or a port or is `localhost`; else it is Docker Hub.
 * Source: https://github.com/distribution/reference (the grammar in reference.go)
 */
export function imageReferenceOf(written: string): ImageReference {
  const bare = written.trim().replace(/^(docker|oci|docker-pullable|containerd):\/\//, "");
  const [named = ""] = bare.split("@");
  const slash = named.indexOf("/");
  const first = slash < 0 ? "" : named.slice(0, slash);
  const isRegistry = /[.:]/.test(first) || first === "localhost";
  const rest = isRegistry ? named.slice(slash + 1) : named;
  const repository = rest.replace(/:[\w.-]+$/, "");
  if (isRegistry) return { registry: first.toLowerCase().replace(/:\d+$/, ""), repository };
  return { registry: "docker.io", repository: repository.includes("/") ? repository : `library/${repository}` };
}
