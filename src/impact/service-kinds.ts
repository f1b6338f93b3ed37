import type { Asset, Provider } from "../model/index.js";

/** A kind of service that can be moved to another provider: how it is recognised in what is used, and which kinds of providers offer it. */
interface ServiceKind {
  id: string;
  /** In the name of a service, or in the type of a resource. */
  words: RegExp;
  /** Kinds of the catalogue; the first is the service itself, others offer it beside more. */
  offeredBy: readonly string[];
}

/** In the order of asking. A new kind is one line. */
const serviceKinds: readonly ServiceKind[] = [
  {
    id: "container-registry",
    words: /container registry|(^|_)(ecr|acr|cr|tcr|swr)_/i,
    offeredBy: ["container-registry", "registry", "cloud"],
  },
  {
    id: "object-storage",
    words: /object storage|blob storage|_oss_|_s3_|_cos_|_obs_|storage_bucket|_storage_/i,
    offeredBy: ["object-storage", "cloud"],
  },
  { id: "cdn", words: /\bcdn\b|content delivery|_cdn_|dcdn|cloudfront/i, offeredBy: ["cdn"] },
  { id: "dns", words: /\bdns\b|_dns|route53|alidns|dnspod|_pvtz_/i, offeredBy: ["dns"] },
  {
    id: "database",
    words: /database|\b(rds|polardb|redis|mysql|postgres)|_(db|rds|sql|polardb|mongodb|redis|kvstore|dynamodb)_/i,
    offeredBy: ["cloud", "data-saas"],
  },
  {
    id: "kubernetes",
    words: /kubernetes|_(eks|tke|gke|ack)_|cs_(managed_|serverless_)?kubernetes|container_cluster/i,
    offeredBy: ["cloud"],
  },
  { id: "key-management", words: /key management|\bkms\b|_kms_/i, offeredBy: ["cloud"] },
  { id: "identity", words: /access management|\b(ram|iam|cam)\b|_(ram|iam|cam)_/i, offeredBy: ["cloud"] },
  { id: "certificates", words: /certificate|_(ssl|acm|cas)_/i, offeredBy: ["cloud", "security"] },
  { id: "messaging", words: /message (queue|service)|_(mq|mns|ons|sqs|sns|kafka|alikafka|ckafka)_/i, offeredBy: ["cloud", "messaging"] },
  { id: "monitoring", words: /log service|monitor|_(log|sls|cms|cloudwatch)_/i, offeredBy: ["cloud"] },
  { id: "functions", words: /function compute|serverless|_(fc|lambda|scf)_/i, offeredBy: ["cloud", "paas"] },
  { id: "email", words: /\be-?mail|direct ?mail|_(dm|ses)_/i, offeredBy: ["email"] },
  { id: "payments", words: /payment|alipay|wechat pay/i, offeredBy: ["payments", "fintech"] },
  { id: "ai-model", words: /model studio|dashscope|qwen|large language|_(pai|bedrock)_/i, offeredBy: ["ai-model-api"] },
  { id: "security", words: /firewall|\bwaf\b|anti-?ddos|_(waf|ddos)/i, offeredBy: ["security"] },
  {
    id: "network",
    words: /virtual private cloud|load balanc|_(vpc|vswitch|subnet|security_group|slb|alb|nlb|lb|eip|nat|route)/i,
    offeredBy: ["cloud"],
  },
  {
    id: "compute",
    words: /elastic compute|virtual machine|_(instance|ecs|cvm|ec2|compute)/i,
    offeredBy: ["cloud", "hosting", "bare-metal"],
  },
];

/** What can be said by the kind of an asset alone. */
const byAssetKind: Record<string, { id: string; offeredBy: readonly string[] }> = {
  package: { id: "software", offeredBy: [] },
  "package-source": { id: "package-registry", offeredBy: ["package-registry", "registry"] },
  image: { id: "container-registry", offeredBy: ["container-registry", "registry", "cloud"] },
  "terraform-provider": { id: "software", offeredBy: [] },
  "terraform-module": { id: "software", offeredBy: [] },
  "terraform-backend": { id: "object-storage", offeredBy: ["object-storage", "cloud"] },
};

const registryNames = /(^|\.)(npm|pypi|registry\.npm|npmmirror|rubygems|crates|maven|proxy\.golang)/i;

/** The kind of service that an asset uses; its own kind where that is all that is known. */
export function serviceKindOf({ kind, service, name }: Pick<Asset, "kind" | "service" | "name">): string {
  if (kind === "registry") return registryNames.test(name) ? "package-registry" : "container-registry";
  const plain = byAssetKind[kind];
  const found = service === null ? undefined : serviceKinds.find(({ words }) => words.test(service));
  if (found) return found.id;
  if (plain) return plain.id;
  const resource = name.split(".").find((part) => part.includes("_")) ?? "";
  return serviceKinds.find(({ words }) => words.test(resource))?.id ?? "other";
}

const withoutProvider: Record<string, string> = {
  software: "Software is moved to no other provider: keep a copy of what is used, or take another in its place.",
  other: "What is used of it is not told by the artefacts.",
};

/** Why nobody offers it, where none does. */
export function withoutOffer(service: string): string {
  return withoutProvider[service] ?? "No provider on file that offers it passes the rules.";
}

/** Why a provider counts as one that offers a kind of service; undefined where nothing on file says so. */
export function offering(provider: Provider, service: string): string | undefined {
  const named = serviceKinds.find(({ id }) => id === service);
  const { offeredBy = [] } = named ?? Object.values(byAssetKind).find(({ id }) => id === service) ?? {};
  const own = named && provider.services?.find(({ name, what, confidence }) => confidence !== "low" && named.words.test(`${name} ${what}`));
  if (own) return `It offers ${own.name} (${own.what}).`;
  const [kind] = offeredBy.filter((one) => provider.kinds.includes(one));
  if (kind === undefined) return undefined;
  if (kind === offeredBy[0] && kind !== "cloud") return `The catalogue has it as a provider of ${kind.replaceAll("-", " ")}.`;
  return `The catalogue has it as ${kind.replaceAll("-", " ")}; that it offers this service itself is not on file.`;
}
