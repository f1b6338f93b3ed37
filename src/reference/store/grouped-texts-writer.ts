import { join } from "node:path";
import { writeColumn } from "./column-file.js";
import { GatheredColumn } from "./gathered-column.js";
import { orderOf, reordered, startsOf } from "./grouping.js";
import { TextWriter } from "./text-writer.js";

/** Texts of parties in the order in which they come; their places are put in order of party at the end. */
export class GroupedTextsWriter {
  private readonly base: string;
  private readonly party: GatheredColumn<Uint32Array>;
  private readonly texts: TextWriter;

  constructor(folder: string, name: string) {
    this.base = join(folder, name);
    this.party = new GatheredColumn(`${this.base}.party.raw`, Uint32Array);
    this.texts = new TextWriter(`${this.base}.jsonl`);
  }

  get rows(): number {
    return this.party.rows;
  }

  add(party: number, text: string | Uint8Array): void {
    this.texts.append(text);
    this.party.push(party);
  }

  /** Writes `.places` and `.starts`; gives the party of each text as it came, and the order in which they lie now. */
  finish(partyCount: number): { party: Uint32Array; order: Uint32Array } {
    const party = this.party.take();
    const starts = startsOf(party, partyCount);
    const order = orderOf(party, starts);
    writeColumn(`${this.base}.starts`, starts);
    writeColumn(`${this.base}.places`, reordered(this.texts.finish(), order, 2));
    return { party, order };
  }
}
