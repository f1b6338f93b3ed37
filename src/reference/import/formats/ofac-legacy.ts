import { forEachRow } from "../csv.js";
import { ImportError, type ImportFormat, type ImportHead, type ImportSink } from "../format.js";
import { countryCode } from "./list-countries.js";
import { mendUtf8 } from "./list-encoding.js";
import { distinct, filled } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";
import { numbersOf } from "./ofac-documents.js";
import { PrimaryFile } from "./ofac-legacy-primary.js";
import { cutOffPart, dataOf, type LegacyRow } from "./ofac-legacy-row.js";
import { readRemarks, remarkParts } from "./ofac-remarks.js";

type Part = "primary" | "aliases" | "addresses" | "comments";

const columns = { primary: 12, aliases: 5, addresses: 6, comments: 2 };

const titles = { primary: "", aliases: ": aliases", addresses: ": addresses", comments: ": comments" };

const files = {
  sdn: { primary: "SDN.CSV", aliases: "ALT.CSV", addresses: "ADD.CSV", comments: "SDN_COMMENTS.CSV" },
  cons: { primary: "CONS_PRIM.CSV", aliases: "CONS_ALT.CSV", addresses: "CONS_ADD.CSV", comments: "CONS_COMMENTS.CSV" },
};

/**
 * OFAC's legacy files in CSV: four parts without a row of names, of which each is a source of its own; all speak of the same parties
 * by number. The names of parties are kept until the end of the primary file, to find the other ends of "Linked To".
 */
export const ofacLegacy: ImportFormat = {
  id: "ofac-legacy-csv",
  title: "OFAC SDN or consolidated list (legacy CSV)",
  specification: "https://ofac.treasury.gov/media/29976/download?inline",

  recognises: (head) => partOf(head) !== undefined,

  async read(input, told) {
    const sink = withOwnNumbers(told);
    const part = partOf(input);
    if (!part)
      throw new ImportError("the first row is of none of OFAC's legacy files. Expected SDN.CSV, ALT.CSV, ADD.CSV or SDN_COMMENTS.CSV.");
    const consolidated = isConsolidated(input);
    const list = consolidated ? "us-ofac-consolidated" : "us-ofac-sdn";
    sink.source({
      id: part === "primary" ? list : `${list}-${part}`,
      title: `OFAC ${consolidated ? "Consolidated (non-SDN) List" : "Specially Designated Nationals List"}${titles[part]}`,
      url: `https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/${files[consolidated ? "cons" : "sdn"][part]}`,
      publisher: "US Treasury OFAC",
      licence: "public domain",
    });
    const primary = new PrimaryFile(consolidated, sink);
    const tell = { primary: (row: LegacyRow) => primary.row(row), aliases, addresses, comments }[part];
    await forEachRow(
      mendUtf8(input.bytes()),
      { columns: [], relaxedQuotes: true },
      ({ line, cells }) => {
        const data = dataOf(cells);
        // A control-Z is how the files end.
        if (!data.length) return;
        sink.record();
        const number = data[0] ?? "";
        if (data.length !== columns[part])
          sink.refuse({ line, record: number }, `The row has ${data.length} cells. Expected ${columns[part]}.`);
        else if (!/^\d{1,12}$/.test(number)) sink.refuse({ line, record: number }, "The first cell is no number of a party.");
        else tell({ line, number, id: `ofac-${number}`, data }, sink);
      },
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
    if (part === "primary") primary.end();
  },
};

function aliases({ id, line, number, data: [, , type, name] }: LegacyRow, sink: ImportSink): void {
  if (!name) sink.refuse({ line, record: number }, "The row has no alt_name.");
  else if (type === "fka") sink.party({ id, formerNames: [name] });
  else sink.party({ id, aliases: [name] });
}

function addresses({ id, data: [, , street, city, country] }: LegacyRow, sink: ImportSink): void {
  const full = distinct([street, city, country]).join(", ");
  const code = countryCode(country);
  if (full) sink.party({ id, addresses: [{ full, ...(code ? { country: code } : {}) }] });
  else sink.passOver("addresses with nothing in them");
}

/** The rest of a remark that was too long: its first part is what was cut, so it says nothing by itself. */
function comments({ id, data: [, text = ""] }: LegacyRow, sink: ImportSink): void {
  const [cut, ...parts] = remarkParts(text);
  if (cut !== undefined) sink.passOver(cutOffPart);
  const { birthDates, nationalities, registeredIn, weakAliases, documents, linkedTo, rest } = readRemarks(parts);
  for (const _ of linkedTo) sink.passOver('"Linked To" in the file of comments, which does not have the names to find the other end');
  const { numbers, others } = numbersOf(documents);
  const said = filled({
    birthDates,
    nationalities,
    jurisdiction: registeredIn,
    weakAliases,
    ...numbers,
    note: [...rest, ...others].join("; "),
  });
  if (Object.keys(said).length) sink.party({ id, ...said });
}

/** Which of the files it is, by the shape of its first row. */
function partOf({ name, text }: ImportHead): Part | undefined {
  const first = text.slice(0, 4096).split(/\r?\n/, 1)[0] ?? "";
  const shape = first
    .replace(/"(?:[^"]|"")*"/g, "Q")
    .split(",")
    .map((cell) => cell.trim());
  const [number = "", second = "", third = ""] = shape;
  const numbered = /^\d{1,9}$/;
  if (!numbered.test(number)) return undefined;
  if (shape.length === 12 && second === "Q" && text.includes("-0-")) return "primary";
  if (shape.length === 5 && numbered.test(second) && third === "Q" && /^\d+,\d+,"[afn]ka",/.test(first)) return "aliases";
  if (shape.length === 6 && numbered.test(second) && text.includes("-0-")) return "addresses";
  const remarks = /comment/i.test(name) || /; (Linked To:|a\.k\.a\.|alt\. |Registration|Passport|Tax ID)/.test(text);
  return shape.length === 2 && second === "Q" && remarks ? "comments" : undefined;
}

/** The files are alike but for their names and programmes; an entry of the other lists must not pass for a blocked person. */
function isConsolidated({ name, text }: ImportHead): boolean {
  const firstProgramme = /^\d+,"[^"]*",[^,]*,"([^"]*)"/.exec(text)?.[1] ?? "";
  return /(^|\/)cons/i.test(name) || /\bNS-PLC\b/.test(firstProgramme);
}
