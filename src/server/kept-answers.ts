import { randomBytes } from "node:crypto";
import { type Followed, Memory, type Rests } from "../docket/index.js";
import type { JournalHead } from "../model/index.js";

/** Bytes of answers that are kept; those that nobody asked for longest go first. */
const mostBytes = 64 << 20;

/** An answer as it goes out. */
export interface KeptAnswer {
  /** Its bytes, the head of the docket in the last piece: that goes on while everything before it stays the same. */
  pieces: readonly Uint8Array[];
  /** The ETag: the version that a change is made on, where there is one, and what tells these bytes from all others. */
  tag: string;
}

interface Kept {
  era: number;
  /** The entry up to which it was made. */
  madeAt: number;
  version: number | undefined;
  front: Uint8Array;
  /** Which of all the answers that this server made it is. */
  serial: string;
}

/** JSON that says of which docket it was made. */
export type HeadedJson = Record<string, unknown> & { head: JournalHead };

/** Answers whose bytes are given again as long as nothing changed that they rest on: what most people ask most of the time. */
export class KeptAnswers {
  private readonly memory = new Memory(mostBytes);
  /** Another server, and this one after it was started again, gives other tags. */
  private readonly server = randomBytes(6).toString("base64url");
  private made = 0;

  /** The answer that was kept under a name, with the head as it is now; null where it may be another one by now. */
  find(name: string, rests: Rests, now: Followed): KeptAnswer | null {
    const kept = this.memory.get(name) as Kept | undefined;
    return kept && kept.era === now.era && now.newest(rests) <= kept.madeAt ? answerOf(kept, now.head) : null;
  }

  /**
   * Keeps an answer under a name that stands for everything it depends on beside the docket.
   *
   * @param json the answer, with the `head` of the docket that it was made of
   */
  keep(name: string, json: HeadedJson, version: number | undefined, { era }: Followed): KeptAnswer {
    const { head, ...rest } = json;
    const front = Buffer.from(JSON.stringify(rest, null, 2).slice(0, -2));
    this.made += 1;
    const kept: Kept = { era, madeAt: head.number, version, front, serial: `${this.server}${this.made.toString(36)}` };
    this.memory.set(name, kept, front.length);
    return answerOf(kept, head);
  }
}

function answerOf({ front, version, serial }: Kept, head: JournalHead): KeptAnswer {
  const back = Buffer.from(`,\n  "head": ${JSON.stringify(head, null, 2).replaceAll("\n", "\n  ")}\n}\n`);
  return { pieces: [front, back], tag: `"${version === undefined ? "" : `${version}-`}${serial}-${head.number}"` };
}
