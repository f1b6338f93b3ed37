import { z } from "zod";
import type { NeedRuleId } from "./need-rules.js";

/** When a need is felt: a package registry at build time, an image registry when a container is placed, a database while it runs. */
export const dependencyTimes = ["build", "deploy", "run", "restore"] as const;
export const DependencyTime = z.enum(dependencyTimes);
export type DependencyTime = z.infer<typeof DependencyTime>;

/** `required`: it fails without; `partial`: it goes on with less; `unknown`: the artefact names it and does not say which. */
export const dependencyNeeds = ["required", "partial", "unknown"] as const;
export const DependencyNeed = z.enum(dependencyNeeds);
export type DependencyNeed = z.infer<typeof DependencyNeed>;

export const dependencyKinds = [
  "reference",
  "module",
  "provider",
  "image",
  "package",
  "registry",
  "host",
  "dns",
  "member",
  "declared",
] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** One thing that can stop: a resource, a workload, a package, a host, a vendor, or a declared system. */
export const Asset = z.object({
  id: z.string(),
  name: z.string(),
  kind: z
    .string()
    .describe("kind of the observation; or `workload`, `kubernetes-object`, `project`, `registry`, `terraform-value` or `system`"),
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
  systems: z.array(z.string()).describe("ids of declared systems that it belongs to"),
  provider: z.string().nullable(),
  service: z.string().nullable(),
  operator: z.string().nullable().describe("party id"),
  region: z.string().nullable(),
  observations: z.array(z.string()).describe("ids"),
});
export type Asset = z.infer<typeof Asset>;

/** `from` needs `to`. */
export const Dependency = z.object({
  from: z.string().describe("id of the asset that needs"),
  to: z.string().describe("id of the asset that is needed"),
  kind: z.enum(dependencyKinds),
  times: z.array(DependencyTime).min(1),
  need: DependencyNeed.describe("as if nothing took over"),
  fallback: z.string().optional().describe("id of the asset that takes over: while that one goes on, the need is partial at most"),
  because: z.string().describe("why it holds, one sentence"),
  path: z.string().nullable().describe("where it was read"),
  line: z.int().positive().nullable(),
});
export type Dependency = z.infer<typeof Dependency>;

/** What needs what. Ids are unique; every end of a dependency is an asset; sorted by id, and by from, to and kind. */
export interface DependencyGraph {
  assets: Asset[];
  dependencies: Dependency[];
}

/** How an end of a link is named. What is named by address is so within its folder, projects, services and components within their file. */
export const linkEnds = [
  "terraform",
  "workload",
  "pods",
  "image",
  "package",
  "registry",
  "host",
  "project",
  "service",
  "component",
] as const;
/** Such as `terraform:aws_vpc.main`, `workload:Deployment/shop/web` or `image:docker.io/library/nginx:1.27`. */
export type LinkEnd = `${(typeof linkEnds)[number]}:${string}`;

/** What one artefact says needs what, by names that other artefacts may explain: a variable, a label, an output of a module. */
export interface Link {
  path: string;
  line: number | null;
  from: LinkEnd;
  to: LinkEnd;
  /**
   * How it is needed. Left out where the link only leads on, as a variable does to its value or pods to their labels; from a thing to itself, it
   * says where that is declared.
   */
  rule?: NeedRuleId;
  /** It counts only if the other end is there: a word that looks like a name need be none. */
  ifThere?: true;
}
