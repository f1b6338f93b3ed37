import { ImportError, type ImportSink } from "../format.js";
import { idByName } from "./list-identity.js";

/** Many times what OFAC has ever listed: beyond it the file is another one. */
const maxParties = 1_000_000;

/** An entry of the file; `thing`: a vessel or aircraft, which is no party. */
export interface NamedEntry {
  id: string;
  kind: "individual" | "entity" | "thing";
}

/** "Linked To" in OFAC's remarks: the other end is named, and found among all names of the file once that was read. */
export class OfacLinks {
  private readonly sink: ImportSink;
  private readonly byName = new Map<string, NamedEntry[]>();
  private readonly links: { from: NamedEntry; name: string; record: string }[] = [];

  constructor(sink: ImportSink) {
    this.sink = sink;
  }

  /** An entry by its name as it is listed: `CRUZ, Juan`. */
  name(listed: string, entry: NamedEntry): void {
    this.byName.set(listed, [...(this.byName.get(listed) ?? []), entry]);
    if (this.byName.size > maxParties) throw new ImportError(`the file has more than ${maxParties} names; OFAC's list has some 20,000.`);
  }

  link(from: NamedEntry, name: string, record: string): void {
    this.links.push({ from, name, record });
  }

  /** Links, once every name is known. */
  end(): void {
    for (const { from, name, record } of this.links) this.tellLink(from, name, record);
  }

  private tellLink(from: NamedEntry, name: string, record: string): void {
    const [other, ...more] = this.byName.get(name) ?? this.byName.get(`${name}.`) ?? [];
    if (!other || more.length) {
      this.unresolved(from, name, record, other ? "more than one party of the file has this name" : "no party of the file has this name");
    } else if (other.kind === "thing") this.sink.passOver('"Linked To" a vessel or aircraft');
    else if (from.kind === "individual" && other.kind === "individual") this.sink.passOver('"Linked To" between individuals');
    else if (from.kind === "individual") this.tell(from.id, other.id, name, record);
    else this.tell(other.id, from.id, name, record);
  }

  /** Who is at the other end is open; an owner that is not known leaves open whether it is a covered one. */
  private unresolved(from: NamedEntry, name: string, record: string, reason: string): void {
    if (from.kind === "individual") this.sink.passOver('"Linked To" of individuals whose other end was not found');
    else {
      const id = idByName(`${from.id}-linked`, name);
      this.sink.party({ id, name, kind: "unknown", note: `named by OFAC in "Linked To: ${name}"; ${reason}`, record });
      this.tell(id, from.id, name, record);
    }
  }

  /** The end that can be owned is taken as the owned one; between two entities, the one whose entry names the other. */
  private tell(owner: string, owned: string, name: string, record: string): void {
    const note = `OFAC: "Linked To: ${name}"; neither the kind of link nor its direction is said`;
    this.sink.interest({ owner, owned, kind: "linked", note, record, confidence: "medium" });
  }
}
