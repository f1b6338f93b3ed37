import type { ImportSink } from "../format.js";
import { filled } from "./list-identity.js";
import { spokenName } from "./list-names.js";
import { numbersOf } from "./ofac-documents.js";
import { cutOffPart, type LegacyRow } from "./ofac-legacy-row.js";
import { OfacLinks } from "./ofac-links.js";
import { listOfac } from "./ofac-listing.js";
import { longestRemark, type Remarks, readRemarks, remarkParts } from "./ofac-remarks.js";

/** Reads SDN.CSV or CONS_PRIM.CSV: parties and listings row by row, links between them at the end. */
export class PrimaryFile {
  private readonly consolidated: boolean;
  private readonly sink: ImportSink;
  private readonly links: OfacLinks;

  constructor(consolidated: boolean, sink: ImportSink) {
    this.consolidated = consolidated;
    this.sink = sink;
    this.links = new OfacLinks(sink);
  }

  row({ line, number, id, data }: LegacyRow): void {
    const [, listed = "", type = "", programme = "", title = "", , , , , , , remark = ""] = data;
    const kind = type === "individual" ? "individual" : type === "" ? "entity" : "thing";
    const named = { id, kind } as const;
    if (listed) this.links.name(listed, named);
    if (!listed) this.sink.refuse({ line, record: number }, "The row has no name.");
    else if (kind === "thing") this.sink.passOver(type === "aircraft" ? "aircraft" : "vessels");
    else {
      const remarks = this.remarksOf(remark);
      const name = kind === "individual" ? spokenName(listed) : listed;
      const { weakAliases, registeredIn: jurisdiction, birthDates, nationalities, documents, rest } = remarks;
      const { numbers, others } = numbersOf(documents);
      const said = { weakAliases, jurisdiction, birthDates, nationalities, ...numbers, note: [...rest, ...others].join("; ") };
      this.sink.party(filled({ id, name, kind, role: title, ...said, record: number }));
      const programmes = programme.split(/\]\s*\[/).map((one) => one.trim());
      listOfac({ id, number, programmes, from: remarks.listedOn }, this.consolidated, this.sink);
      for (const name of remarks.linkedTo) this.links.link(named, name, number);
    }
  }

  private remarksOf(text: string): Remarks {
    const parts = remarkParts(text);
    const cut = text.length >= longestRemark && !text.endsWith(".");
    if (cut && parts.pop() !== undefined) this.sink.passOver(cutOffPart);
    return readRemarks(parts);
  }

  /** To be called once every row was read. */
  end(): void {
    this.links.end();
  }
}
