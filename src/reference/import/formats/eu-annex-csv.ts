import { type CsvRow, forEachRow } from "../csv.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { mendUtf8 } from "./list-encoding.js";
import { PartyGroups } from "./list-groups.js";
import { distinct, filled, idByName } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";

/**
 * The annexes of an EU sanctions regulation as a table, by CELEX number: also those that the EU's consolidated list leaves out, since
 * they ban exports, services or dealings in securities and do not freeze funds.
 */
export const euAnnexCsv: ImportFormat = {
  id: "eu-annex-csv",
  title: "Annexes of an EU sanctions regulation (CSV)",
  specification: "https://github.com/opensanctions/opensanctions/tree/main/datasets/eu/journal_sanctions",

  recognises: ({ text }) => /^\uFEFF?celex,recordId,programKey,annex,measure,startDate,/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    const celex = /\n"?(3\d{4}R\d{4})"?,/.exec(input.text)?.[1] ?? "";
    sink.source({
      id: listOf(celex) ?? "eu-annexes",
      title: `Annexes of Council Regulation ${regulationOf(celex)}`,
      url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${celex}`,
      publisher: "EUR-Lex, transcribed",
    });
    const groups = new PartyGroups();
    await forEachRow(
      mendUtf8(input.bytes()),
      { relaxedQuotes: true },
      (row) => addRow(row, groups, sink),
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
    groups.tell(sink);
  },
};

function addRow(row: CsvRow, groups: PartyGroups, sink: ImportSink): void {
  sink.record();
  const celex = row.cell("celex");
  const list = listOf(celex);
  const name = distinct([row.cell("name")])[0];
  const schema = row.cell("schema");
  if (!list)
    sink.refuse({ line: row.line }, `The celex is "${celex.slice(0, 40)}". Expected the number of a regulation, such as 32014R0833.`);
  else if (schema === "Vessel" || schema === "Asset")
    sink.passOver(schema === "Vessel" ? "vessels" : "things such as ports, pipelines and crypto-assets");
  else if (!name) sink.refuse({ line: row.line, record: row.cell("recordId") || undefined }, "The row has no name.");
  else {
    const id = idByName(list, name);
    const from = listDate(row.cell("startDate"));
    const many = (column: string) => row.cell(column).split(/;\s*/);
    const annex = row.cell("annex");
    const address = distinct([row.cell("address")])[0];
    const country = countryCode(address?.split(/,\s*/).at(-1)?.replace(/\.$/, ""));
    groups.add({
      party: filled({
        id,
        name,
        kind: schema === "Person" ? ("individual" as const) : ("entity" as const),
        weakAliases: distinct(many("weakAlias")),
        birthDates: distinct(many("birthDate").map(listDate)),
        nationalities: distinct([...many("nationality"), ...many("country")].flatMap(countriesIn)),
        role: row.cell("position"),
        ...identifiersOf(row),
      }),
      aliases: many("alias"),
      formerNames: many("previousName"),
      address: address ? { full: address, ...(country ? { country } : {}) } : undefined,
      listing: filled({
        party: id,
        list,
        programme: distinct([row.cell("programKey"), row.cell("measure")]).join(": "),
        scope: row.cell("measure") === "Asset freeze" ? undefined : row.cell("measure").toLowerCase(),
        from,
        citation: `Regulation ${regulationOf(celex)}, annex ${annex || "not named"}`,
        note: from ? undefined : "in the annex in this edition; since when is not said",
        record: row.cell("recordId"),
      }),
    });
  }
}

/** One country, or several in words: `Russian and Belarusian`. */
function countriesIn(text: string): (string | undefined)[] {
  const whole = countryCode(text);
  return whole ? [whole] : text.split(/,\s*|\s+and\s+/).map(countryCode);
}

function identifiersOf(row: CsvRow): { lei?: string; identifiers?: Record<string, string> } {
  const lei = row.cell("leiCode");
  const found: [string, string][] = [];
  const inn = row.cell("innCode") || /^(\d{10}|\d{12}) \(Tax ID\/INN\)/.exec(row.cell("registrationNumber"))?.[1] || "";
  if (/^(\d{10}|\d{12})$/.test(inn)) found.push(["ru-inn", inn]);
  if (/^\d{13}(\d\d)?$/.test(row.cell("ogrnCode"))) found.push(["ru-ogrn", row.cell("ogrnCode")]);
  if (/^\d{8}$/.test(row.cell("okpoCode"))) found.push(["ru-okpo", row.cell("okpoCode")]);
  return {
    ...(/^[A-Z0-9]{18}\d{2}$/.test(lei) ? { lei } : {}),
    ...(found.length ? { identifiers: Object.fromEntries(found) } : {}),
  };
}

/** 32014R0833 is Regulation (EU) No 833/2014; since 2015 the year comes first: 32020R1998 is Regulation (EU) 2020/1998. */
function parts(celex: string): { year: number; number: number } | undefined {
  const [, year, number] = /^3(\d{4})R(\d{4})$/.exec(celex) ?? [];
  return year && number ? { year: Number(year), number: Number(number) } : undefined;
}

function regulationOf(celex: string): string {
  const found = parts(celex);
  if (!found) return celex || "of no known number";
  return found.year < 2015 ? `(EU) No ${found.number}/${found.year}` : `(EU) ${found.year}/${found.number}`;
}

function listOf(celex: string): string | undefined {
  const found = parts(celex);
  if (!found) return undefined;
  return found.year < 2015 ? `eu-${found.number}-${found.year}` : `eu-${found.year}-${found.number}`;
}
