/** A service by its name within a cluster or a Compose network. */
export interface NameInNetwork {
  name: string;
  /** Of Kubernetes, where it is written. */
  namespace?: string;
}

const inCluster = /(?:^|[^\w.-])([a-z0-9][a-z0-9-]{0,62})\.([a-z0-9][a-z0-9-]{0,62})\.svc(?:\.cluster\.local)?(?=$|[^\w.-])/g;
const authority = /[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#\s]{1,500})/g;
const oneWord = /^([a-z0-9][a-z0-9-]{0,62})(?::\d{1,5})?$/;
const hostAndPort = /^([a-z0-9][a-z0-9-]{0,62}):\d{1,5}$/;

/** The services that a value names without a public host: `cache.shop.svc.cluster.local`, `redis://cache:6379`, `cache:6379`. */
export function namesInNetwork(text: string): NameInNetwork[] {
  if (text.length > 2048) return [];
  const found = [...text.matchAll(inCluster)].map(([, name = "", namespace = ""]): NameInNetwork => ({ name, namespace }));
  for (const [, named = ""] of text.matchAll(authority)) {
    // What stands before the last @ is a user and a password.
    const name = oneWord.exec(named.slice(named.lastIndexOf("@") + 1))?.[1];
    if (name) found.push({ name });
  }
  const only = hostAndPort.exec(text)?.[1];
  if (only) found.push({ name: only });
  return found;
}
