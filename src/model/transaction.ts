import { z } from "zod";
import { Confidence, CountryCode } from "./common.js";

/** `software` is what the rules call updates and supplied code. From `employment` on they are only ever declared. */
export const transactionKinds = [
  "hosting",
  "vendor",
  "software",
  "traffic",
  "employment",
  "investment",
  "data-brokerage",
  "other",
] as const;

/** The subject's use of one provider's services, of one kind, in one place, by one system. */
export const Transaction = z.object({
  id: z.string(),
  kind: z.enum(transactionKinds),
  provider: z.string(),
  services: z.array(z.string()),
  region: z.string().nullable(),
  servedFrom: CountryCode.nullable(),
  operator: z.string().describe("counterparty: party id"),
  owner: z.string().nullable(),
  technology: z.array(z.string()).describe("authors of the technology, where another than the operator"),
  system: z.string().describe("id of a declared system, or `undeclared`"),
  holdings: z.array(z.string()),
  deal: z.string().optional().describe("id of the declared deal that it is"),
  join: z.enum(["declared-and-seen", "declared-never-seen", "seen-never-declared", "declared-no-traffic-read"]),
  observations: z.array(z.string()).describe("ids"),
  bytesSent: z.int().nonnegative(),
  bytesReceived: z.int().nonnegative(),
  confidence: Confidence,
});
export type Transaction = z.infer<typeof Transaction>;
