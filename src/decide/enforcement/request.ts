import type { Confidence, Day, EnforcementPlan, Provider, Reference } from "../../model/index.js";

/** A provider to be cut off, whole or in some of its regions. */
export interface EnforcementTarget {
  provider: Provider;
  /** Ids; empty: all. */
  regions: string[];
}

/** What has to stay reachable. */
export interface Kept {
  provider: Provider;
  /** Null: all of it. */
  region: string | null;
}

/** One row of the routing table, both ends included. */
export interface RoutedRange {
  family: 4 | 6;
  first: bigint;
  last: bigint;
  asn: number;
}

/** What is to be enforced, and on which facts. */
export interface EnforcementRequest {
  title: string;
  determination: EnforcementPlan["determination"];
  targets: EnforcementTarget[];
  kept: Kept[];
  /** What has to be known of the determination, one sentence each. */
  remarks: string[];
  /** Block what others share too, where nothing kept needs it. */
  includeShared: boolean;
  reference: Reference;
  /** Rows of the routing table that networks of known providers announce. */
  routes: RoutedRange[];
  /** Source and edition of that table. */
  routingTable: string;
  asOf: Day;
  from: Day;
  review: Day;
  expires: Day;
}

export type SharedWith = EnforcementPlan["withheld"][number]["sharedWith"][number];
export type Withheld = EnforcementPlan["withheld"][number];

/** A name, prefix or package that the catalogue gives as the provider's, before it is settled whether it may be blocked. */
export interface Candidate {
  kind: Withheld["kind"];
  value: string;
  provider: Provider;
  why: string;
  confidence: Confidence;
  /** Ids of the catalogue's sources. */
  sources: string[];
  /** Others whose own things a block would hit. */
  others: SharedWith[];
  /** Who is hit because the prohibited provider serves them: told, and no reason to withhold. */
  served: SharedWith[];
  /** Why it cannot be blocked at all, such as a region that the signature does not tell. */
  bar?: string | undefined;
}

/** The columns of everything that is blocked. */
export type Blocked = Pick<EnforcementPlan["names"][number], "provider" | "why" | "confidence" | "sources" | "sharedWith">;
