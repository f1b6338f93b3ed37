import { ImportError, type ImportSink } from "../format.js";
import { filled, idByName } from "./list-identity.js";
import { spokenName } from "./list-names.js";
import { numbersOf } from "./ofac-documents.js";
import { cutOffPart, type LegacyRow } from "./ofac-legacy-row.js";
import { ofacListsByProgramme, sdnList } from "./ofac-lists.js";
import { longestRemark, type Remarks, readRemarks, remarkParts } from "./ofac-remarks.js";

/** Many times what OFAC has ever listed: beyond it the file is another one. */
const maxParties = 1_000_000;

interface Named {
  id: string;
  kind: "individual" | "entity" | "thing";
}

/** Reads SDN.CSV or CONS_PRIM.CSV: parties and listings row by row, links between them at the end. */
export class PrimaryFile {
  private readonly consolidated: boolean;
  private readonly sink: ImportSink;
  private readonly byName = new Map<string, Named[]>();
  private readonly links: { from: Named; name: string; number: string }[] = [];
  private parties = 0;

  constructor(consolidated: boolean, sink: ImportSink) {
    this.consolidated = consolidated;
    this.sink = sink;
  }

  row({ line, number, id, data }: LegacyRow): void {
    const [, listed = "", type = "", programme = "", title = "", , , , , , , remark = ""] = data;
    if (++this.parties > maxParties) throw new ImportError(`line ${line}: more than ${maxParties} parties; OFAC's list has some 20,000.`);
    const kind = type === "individual" ? "individual" : type === "" ? "entity" : "thing";
    const named: Named = { id, kind };
    if (listed) this.byName.set(listed, [...(this.byName.get(listed) ?? []), named]);
    if (!listed) this.sink.refuse({ line, record: number }, "The row has no name.");
    else if (kind === "thing") this.sink.passOver(type === "aircraft" ? "aircraft" : "vessels");
    else {
      const remarks = this.remarksOf(remark);
      const name = kind === "individual" ? spokenName(listed) : listed;
      const { weakAliases, registeredIn: jurisdiction, birthDates, nationalities, documents, rest } = remarks;
      const { numbers, others } = numbersOf(documents);
      const said = { weakAliases, jurisdiction, birthDates, nationalities, ...numbers, note: [...rest, ...others].join("; ") };
      this.sink.party(filled({ id, name, kind, role: title, ...said, record: number }));
      this.list(
        number,
        id,
        programme.split(/\]\s*\[/).map((one) => one.trim()),
        remarks.listedOn,
      );
      for (const name of remarks.linkedTo) this.links.push({ from: named, name, number });
    }
  }

  private remarksOf(text: string): Remarks {
    const parts = remarkParts(text);
    const cut = text.length >= longestRemark && !text.endsWith(".");
    if (cut && parts.pop() !== undefined) this.sink.passOver(cutOffPart);
    return readRemarks(parts);
  }

  private list(number: string, party: string, programmes: string[], from: string | undefined): void {
    const lists = this.consolidated ? ofacListsByProgramme(programmes) : [sdnList];
    const title = this.consolidated ? "Consolidated (non-SDN) List" : "SDN List";
    const notes = [
      from ? undefined : "on the list in this edition; since when is not said",
      this.consolidated ? "which of the lists in the file it is on is taken from the programme" : undefined,
    ];
    for (const list of lists)
      this.sink.listing(
        filled({
          party,
          list,
          programme: programmes.filter(Boolean).join("; "),
          from,
          citation: `OFAC ${title}, entry ${number}`,
          note: notes.filter(Boolean).join("; "),
          record: number,
        }),
      );
  }

  /** Links, once every name is known. */
  end(): void {
    for (const link of this.links) this.link(link.from, link.name, link.number);
  }

  private link(from: Named, name: string, record: string): void {
    const [other, ...more] = this.byName.get(name) ?? this.byName.get(`${name}.`) ?? [];
    if (!other || more.length) {
      this.unresolved(from, name, record, other ? "more than one party of the file has this name" : "no party of the file has this name");
    } else if (other.kind === "thing") this.sink.passOver('"Linked To" a vessel or aircraft');
    else if (from.kind === "individual" && other.kind === "individual") this.sink.passOver('"Linked To" between individuals');
    else if (from.kind === "individual") this.tell(from.id, other.id, name, record);
    else this.tell(other.id, from.id, name, record);
  }

  /** Who is at the other end is open; an owner that is not known leaves open whether it is a covered one. */
  private unresolved(from: Named, name: string, record: string, reason: string): void {
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
