import { z } from "zod";
import type { Link } from "./dependency.js";

export const observationKinds = [
  "terraform-resource",
  "terraform-data",
  "terraform-module",
  "terraform-provider",
  "terraform-backend",
  "image",
  "package",
  "package-source",
  "host",
  "address",
  "dns-record",
  "service",
  "vendor",
  "certificate",
  "credential",
] as const;
export const ObservationKind = z.enum(observationKinds);
export type ObservationKind = z.infer<typeof ObservationKind>;

/** Who opened the connection, seen from the subject. */
export const Direction = z.enum(["outbound", "inbound", "unknown"]);
export type Direction = z.infer<typeof Direction>;

/** What the artefact itself says around the thing seen. Never a secret: values are redacted where they are read. */
export const ObservationContext = z.object({
  address: z.string().optional().describe("resource address or object name, such as alicloud_oss_bucket.orders or Deployment/shop/web"),
  region: z.string().optional().describe("region or zone id as written"),
  regionFrom: z.string().optional().describe("where the region was read: provider block, attribute, ARN, host name"),
  providerSource: z.string().optional().describe("Terraform provider source address, such as registry.terraform.io/aliyun/alicloud"),
  version: z.string().optional(),
  actions: z.array(z.string()).optional().describe("what a plan would do"),
  claimedProvider: z
    .object({ name: z.string(), country: z.string().optional() })
    .optional()
    .describe("who the document says provides it: a claim"),
  claimedOrigin: z.string().optional().describe("for a mirror: where the thing says it comes from, such as registry.k8s.io/pause"),
  data: z
    .array(z.object({ flow: z.string(), classification: z.string() }))
    .optional()
    .describe("CycloneDX data flows"),
  use: z.string().optional().describe("what the vendor or endpoint is used for, as written"),
  dependsOn: z.array(z.string()).optional().describe("addresses this one names"),
});
export type ObservationContext = z.infer<typeof ObservationContext>;

export const Traffic = z.object({
  direction: Direction,
  inferred: z.boolean().describe("true where the log does not say who opened and it was inferred"),
  connections: z.int().nonnegative().describe("connections opened by the subject"),
  bytesSent: z.int().nonnegative(),
  bytesReceived: z.int().nonnegative(),
  firstSeen: z.string().nullable().describe("UTC, ISO 8601"),
  lastSeen: z.string().nullable(),
  ports: z.array(z.string()).describe("protocol/port on the far side, most used first, at most 5"),
});
export type Traffic = z.infer<typeof Traffic>;

/** One row of a log of traffic: a flow between two addresses, or a query for a name. */
export interface TrafficRow {
  line: number;
  /** Addresses: source and destination of a flow; who asked for a name. */
  ends: readonly string[];
  /** The name asked for, in lower case; null for a flow. */
  name: string | null;
  /** Addresses in the answer to a query. */
  answers: readonly string[];
  /** Null where the log tells no volume. */
  bytes: number | null;
  /** Unix seconds; -1 where the log does not say. */
  first: number;
  last: number;
  /** Something refused it already: nothing flowed. */
  refused: boolean;
}

/** One thing seen in an artefact. */
export const Observation = z.object({
  path: z.string().describe("path below the reviewed folder, with forward slashes"),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  kind: ObservationKind,
  value: z.string(),
  count: z.int().positive().describe("rows or repeats; 1 if single"),
  format: z.string().describe("id of the format that read it"),
  traffic: Traffic.optional().describe("present where the thing was seen in a log; absent where it is declared"),
  context: ObservationContext.optional(),
});
export type Observation = z.infer<typeof Observation>;

/** Something that could not be read, or only in part: what was wrong, where, what was expected, what to do. */
export const Problem = z.object({
  path: z.string(),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  severity: z
    .enum(["error", "warning", "note"])
    .describe("error: content was lost; warning: read in part or by a weaker method; note: for information"),
  code: z.string().describe("stable name of the problem, such as json-truncated"),
  message: z.string().describe("what was wrong"),
  expected: z.string(),
  action: z.string().describe("what to do about it"),
});
export type Problem = z.infer<typeof Problem>;

/** A file or folder that was left out on purpose, with the reason. */
export const LeftOut = z.object({
  path: z.string(),
  reason: z.string(),
  count: z.int().positive().describe("files, where a folder stands for several"),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const FileRead = z.object({
  path: z.string(),
  format: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  observations: z.int().nonnegative(),
});
export type FileRead = z.infer<typeof FileRead>;

/** What collecting a folder gives. Sorted by path, line, column, kind and value, whatever order the files were found in. */
export interface Collected {
  observations: Observation[];
  problems: Problem[];
  filesRead: FileRead[];
  leftOut: LeftOut[];
  /** Whether any traffic log was read: without one, "never seen" cannot be said. */
  trafficRead: boolean;
  /** What the artefacts say needs what; empty where it was not asked for. */
  links: Link[];
}
