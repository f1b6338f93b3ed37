/** A mirror of a whole registry or project: where it stands, what it copies, and why we take it for that. */
interface Mirror {
  /** Registry host; any where absent. */
  host?: string;
  /** First part of the path; any where absent. */
  namespace?: string;
  origin: string;
  because: string;
}

const kubernetesNamespace = "Kubernetes' own images are copied under this name, after their first home gcr.io/google_containers";
const daocloud = "DaoCloud's public mirror names the copied registry in its host (github.com/DaoCloud/public-image-mirror)";
const dockerMirror = "a published registry-mirror of Docker Hub";

const mirrors: readonly Mirror[] = [
  { namespace: "google_containers", origin: "registry.k8s.io", because: kubernetesNamespace },
  { namespace: "google-containers", origin: "registry.k8s.io", because: kubernetesNamespace },
  { namespace: "mirrorgooglecontainers", origin: "registry.k8s.io", because: kubernetesNamespace },
  { namespace: "k8sxio", origin: "registry.k8s.io", because: "an account that copies Kubernetes' own images only" },
  { host: "docker.m.daocloud.io", origin: "docker.io", because: daocloud },
  { host: "gcr.m.daocloud.io", origin: "gcr.io", because: daocloud },
  { host: "ghcr.m.daocloud.io", origin: "ghcr.io", because: daocloud },
  { host: "k8s.m.daocloud.io", origin: "registry.k8s.io", because: daocloud },
  { host: "quay.m.daocloud.io", origin: "quay.io", because: daocloud },
  { host: "hub-mirror.c.163.com", origin: "docker.io", because: dockerMirror },
  { host: "docker.mirrors.ustc.edu.cn", origin: "docker.io", because: dockerMirror },
  { host: "mirror.ccs.tencentyun.com", origin: "docker.io", because: dockerMirror },
  { host: "registry.docker-cn.com", origin: "docker.io", because: dockerMirror },
];

/** Former homes of Kubernetes' own images: there the namespace is the origin itself. */
const origins = new Set(["gcr.io", "k8s.gcr.io", "registry.k8s.io"]);

/** A part of a path that is a registry host: dots, and an ending that registries have. */
const registryHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(io|com|org|dev|net|co|cn|yandex|aws)$/;

/**
 * Where an image says that it comes from, by the path below its host (`mirror/docker.io/library/nginx`) or by a known mirror's name;
 * undefined where neither says anything. It is a claim: whoever runs the mirror decides what it serves.
 */
export function claimedOriginOf(host: string, path: string): string | undefined {
  const parts = path.split("/");
  const hostAt = parts.findIndex((part, at) => at < parts.length - 1 && registryHost.test(part) && part !== host);
  if (hostAt >= 0) return withLibrary(parts[hostAt] ?? "", parts.slice(hostAt + 1).join("/"));
  if (origins.has(host)) return undefined;
  const mirror = mirrors.find((one) => (one.host ?? host) === host && (one.namespace ?? parts[0]) === parts[0]);
  if (!mirror) return undefined;
  const rest = mirror.namespace ? parts.slice(1).join("/") : path;
  return rest ? withLibrary(mirror.origin, rest) : undefined;
}

/** Docker Hub's official images stand under `library/`, which nobody writes. */
export function withLibrary(host: string, path: string): string {
  return host === "docker.io" && !path.includes("/") ? `${host}/library/${path}` : `${host}/${path}`;
}
