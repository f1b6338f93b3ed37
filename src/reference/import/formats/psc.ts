import { isPartialDate } from "../check-facts.js";
import { ImportError, type ImportFormat, type ImportSink } from "../format.js";
import { forEachLine } from "../lines.js";
import { companyId, companyNumber, isForeignNumber } from "./psc-company-number.js";
import { NumbersSeen } from "./psc-numbers-seen.js";
import { type PscData, tellExemptions, tellNamed, tellProtected, tellStatement } from "./psc-record.js";

const maxLineBytes = 1024 * 1024;
const kindInHead =
  /"kind"\s*:\s*"((individual|corporate-entity|legal-person|super-secure)-(person-)?(person-with-significant-control|with-significant-control|beneficial-owner)|persons-with-significant-control-statement|totals#persons-of-significant-control-snapshot)"/;

/**
 * The UK's register of people with significant control: the daily snapshot of Companies House, one JSON record a line, whole or in its
 * parts. The last line of the whole tells how many there are.
 */
export const psc: ImportFormat = {
  id: "gb-psc",
  title: "UK people with significant control, snapshot (JSON Lines)",
  specification: "https://download.companieshouse.gov.uk/en_pscdata.html",

  recognises: ({ text }) => /^\uFEFF?\s*\{\s*"(company_number|data)"/.test(text) && kindInHead.test(text),

  async read(input, sink) {
    sink.source({
      id: "gb-psc",
      title: "People with significant control",
      url: "https://download.companieshouse.gov.uk/en_pscdata.html",
      publisher: "Companies House",
      edition: editionOf(input.name),
    });
    const snapshot = new Snapshot(sink);
    await forEachLine(
      input.bytes(),
      maxLineBytes,
      (text, line) => snapshot.line(text, line),
      (line) => sink.refuse({ line }, `the line is longer than ${maxLineBytes} bytes. Expected one record of a few kilobytes.`),
    );
    snapshot.check(input.name);
  },
};

/** `persons-with-significant-control-snapshot-2026-09-18.txt` bears its date in its name. */
function editionOf(name: string): string | undefined {
  const day = /(\d{4}-\d\d-\d\d)/.exec(name)?.[1];
  return day && isPartialDate(day) ? day : undefined;
}

class Snapshot {
  private readonly sink: ImportSink;
  private readonly companies = new NumbersSeen();
  private readonly found = { persons: 0, statements: 0, exemptions: 0 };
  private totals: PscData | undefined;

  constructor(sink: ImportSink) {
    this.sink = sink;
  }

  line(text: string, line: number): void {
    if (text === "") return;
    const fault = this.read(text, line);
    if (fault) this.sink.refuse({ line }, fault);
  }

  /** A file that is cut off at a line end is told by the totals alone. Parts of a snapshot have no totals, or those of the whole. */
  check(name: string): void {
    const part = /(\d+)of(\d+)/.exec(name);
    if (part && Number(part[2]) > 1) return;
    const { totals, found } = this;
    if (!totals) {
      if (!/snapshot-\d{4}-\d\d-\d\d/.test(name)) return;
      throw new ImportError("the snapshot has no line of totals at its end: it is cut off. Fetch the file again.");
    }
    const stated = [
      ["people", found.persons, totals.persons_of_significant_control_count],
      ["statements", found.statements, totals.statements_count],
      ["exemptions", found.exemptions, totals.exemptions_count],
    ] as const;
    for (const [what, count, expected] of stated) {
      if (typeof expected !== "number" || count >= expected) continue;
      throw new ImportError(`the snapshot states ${expected} ${what} and holds ${count}: lines are missing. Fetch the file again.`);
    }
  }

  /** Gives what is wrong with the line, nothing where it was told. */
  private read(text: string, line: number): string | undefined {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.sink.record();
      const reason = error instanceof Error ? error.message : String(error);
      return `the line is no JSON: ${reason.slice(0, 200)}. Expected one record.`;
    }
    const { company_number: number, data } = (value ?? {}) as { company_number?: unknown; data?: unknown };
    if (typeof data === "object" && data !== null) return this.record(line, number, data as PscData);
    this.sink.record();
    return "the record has no data. Expected an object with a kind.";
  }

  private record(line: number, number: unknown, data: PscData): string | undefined {
    const { kind } = data;
    if (kind === "totals#persons-of-significant-control-snapshot") {
      this.totals = data;
      return undefined;
    }
    this.sink.record();
    this.count(kind);
    const company = typeof number === "string" ? companyNumber(number) : undefined;
    if (!company) return `${shown(number)} is no company number. Expected up to eight letters and digits.`;
    // The register of owners knows a company by its number alone; once is enough.
    if (this.companies.add(company)) {
      this.sink.party({ id: companyId(company), kind: "entity", ...(isForeignNumber(company) ? {} : { jurisdiction: "GB" }) });
    }
    return this.tell(line, company, data);
  }

  private tell(line: number, company: string, data: PscData): string | undefined {
    switch (data.kind) {
      case "individual-person-with-significant-control":
      case "individual-beneficial-owner":
        return tellNamed(this.sink, line, company, data, "individual");
      case "corporate-entity-person-with-significant-control":
      case "corporate-entity-beneficial-owner":
        return tellNamed(this.sink, line, company, data, "entity");
      case "legal-person-person-with-significant-control":
      case "legal-person-with-significant-control":
      case "legal-person-beneficial-owner":
        // Corporations sole, governments and the like: which of them are governments the record does not say.
        return tellNamed(this.sink, line, company, data, "entity", "legal-person");
      case "super-secure-person-with-significant-control":
      case "super-secure-beneficial-owner":
        return tellProtected(this.sink, company, data);
      case "persons-with-significant-control-statement":
        return tellStatement(this.sink, company, data);
      case "exemptions":
        return tellExemptions(this.sink, company, data);
      default:
        return `the kind ${shown(data.kind)} is not known.`;
    }
  }

  private count(kind: unknown): void {
    if (kind === "persons-with-significant-control-statement") this.found.statements += 1;
    else if (kind === "exemptions") this.found.exemptions += 1;
    else this.found.persons += 1;
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 120) ?? "nothing";
}
