import type { ChainPage } from "../../src/model/journal.js";
import { type ChainVerdict, verifyChain } from "./verify-chain.js";

/** What the page asks for: to verify the journal, and to look for digests that were printed elsewhere. */
export interface VerifyRequest {
  heads: readonly string[];
}
export type VerifyAnswer = { progress: number; of: number } | { verdict: ChainVerdict } | { failed: string; status: number | null };

class NotAnswered extends Error {
  readonly status: number | null;
  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

let all = 0;

/** The journal page by page, each asked for while the one before is recomputed. The texts are taken as they come: not a letter may differ. */
async function* pages(): AsyncGenerator<ChainPage> {
  let coming: Promise<ChainPage> | null = page(0);
  while (coming) {
    const found: ChainPage = await coming;
    all = found.head.number;
    coming = found.next === null ? null : page(found.next);
    // It is awaited at the next turn; a failure before that is none that nobody looks after.
    coming?.catch(() => {});
    yield found;
  }
}

async function page(after: number): Promise<ChainPage> {
  const answer = await fetch(`/api/record/chain?after=${after}&limit=1000`, { credentials: "same-origin" }).catch(() => {
    throw new NotAnswered("The server does not answer.", null);
  });
  if (answer.ok) return answer.json() as Promise<ChainPage>;
  const told = (await answer.json().catch(() => null)) as { title?: string } | null;
  throw new NotAnswered(told?.title ?? `The server answered ${answer.status}.`, answer.status);
}

const bytes = new TextEncoder();

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.encode(text));
  return Array.from(new Uint8Array(digest), (one) => one.toString(16).padStart(2, "0")).join("");
}

globalThis.addEventListener("message", async ({ data: { heads } }: MessageEvent<VerifyRequest>) => {
  const tell = (answer: VerifyAnswer) => globalThis.postMessage(answer);
  try {
    const verdict = await verifyChain({ pages: pages(), digestOf, heads, onProgress: (progress) => tell({ progress, of: all }) });
    tell({ verdict });
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    tell({ failed, status: error instanceof NotAnswered ? error.status : null });
  }
});
