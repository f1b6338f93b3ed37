import { hash } from "node:crypto";
import { z } from "zod";
import { Prohibition } from "../model/index.js";

/** A transaction that a determination does not prohibit. */
export interface Permitted {
  transaction: string;
  provider: string;
  region: string | null;
}

/** What enforcement needs of a determination. */
export interface ReadDetermination {
  subject: string;
  sha256: string;
  prohibitions: Prohibition[];
  permitted: Permitted[];
}

/** The file is no determination that `beholden determination --format json` wrote. */
export class NoDetermination extends Error {
  override name = "NoDetermination";
}

const Outcome = z.object({
  transaction: z.string(),
  provider: z.object({ id: z.string() }),
  region: z.string().nullable(),
  outcome: z.string(),
});
const Determination = z.object({
  subject: z.object({ name: z.string() }),
  prohibitions: z.array(Prohibition),
  transactions: z.array(Outcome).default([]),
  others: z.array(Outcome).default([]),
});

/**
 * Reads the JSON of a determination: what it prohibits, and what it does not.
 * @throws NoDetermination where the text is no JSON, or lacks what a determination has, with where
 */
export function readDetermination(bytes: Uint8Array): ReadDetermination {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new NoDetermination(`it is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const read = Determination.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new NoDetermination(`${issue?.path.join(".") || "the top level"}: ${issue?.message ?? "not as expected"}`);
  }
  const { subject, prohibitions, transactions, others } = read.data;
  return {
    subject: subject.name,
    sha256: hash("sha256", bytes, "hex"),
    prohibitions,
    permitted: [...transactions, ...others]
      .filter(({ outcome }) => outcome !== "prohibited")
      .map(({ transaction, provider, region }) => ({ transaction, provider: provider.id, region })),
  };
}
