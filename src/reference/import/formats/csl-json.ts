import { z } from "zod";
import type { ImportFormat } from "../format.js";
import { forEachElement } from "../json.js";
import { type CslRecord, cslSource, tellCslRecord } from "./csl-record.js";
import { countryCode } from "./list-countries.js";
import { distinct } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? "").trim());
const texts = z
  .union([z.array(z.string().nullable()), z.string()])
  .nullish()
  .transform((value) => distinct(typeof value === "string" ? value.split(/;\s*/) : (value ?? []).map((one) => one ?? undefined)));

const Entry = z.object({
  id: text,
  source: text,
  entity_number: text,
  type: text,
  programs: texts,
  name: text,
  title: text,
  addresses: z
    .array(z.object({ address: text, city: text, state: text, postal_code: text, country: text }))
    .nullish()
    .transform((value) => value ?? []),
  country: text.describe("of the nonproliferation sanctions, which have no addresses"),
  federal_register_notice: text,
  start_date: text,
  end_date: text,
  license_requirement: text,
  license_policy: text,
  remarks: text,
  alt_names: texts,
  citizenships: texts,
  nationalities: texts,
  dates_of_birth: texts,
  ids: z
    .array(z.object({ type: text, number: text, country: text }))
    .nullish()
    .transform((value) => value ?? []),
});

/** The Consolidated Screening List in JSON: the bulk file, an answer of the search API, or its list of results alone. */
export const cslJson: ImportFormat = {
  id: "csl-json",
  title: "U.S. Consolidated Screening List (JSON)",
  specification: "https://developer.trade.gov/api-details#api=consolidated-screening-list",

  recognises: (head) =>
    /^\uFEFF?\s*[[{]/.test(head.text) &&
    /"source"\s*:\s*"[^"]{3,80} - [^"]{3,60}"/.test(head.text) &&
    /"source_list_url"|"federal_register_notice"/.test(head.text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    sink.source({ ...cslSource, url: "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json" });
    await forEachElement(
      input.bytes(),
      { arrays: ["results"] },
      (element, { line }) => {
        const parsed = Entry.safeParse(element);
        if (parsed.success) {
          tellCslRecord(recordOf(parsed.data), { line, record: parsed.data.entity_number || parsed.data.id || undefined }, sink);
          return;
        }
        const [issue] = parsed.error.issues;
        sink.record();
        sink.refuse(
          { line },
          `${issue?.path.join(".") || "the entry"}: ${issue?.message}. Expected an entry of the Consolidated Screening List.`,
        );
      },
      ({ line }, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
  },
};

function recordOf(entry: z.infer<typeof Entry>): CslRecord {
  const addresses = entry.addresses.flatMap(({ address, city, state, postal_code, country }) => {
    const full = distinct([address, city, state, postal_code, country]).join(", ");
    const code = countryCode(country);
    return full ? [{ full, ...(code ? { country: code } : {}) }] : [];
  });
  const country = countryCode(entry.country);
  return {
    source: entry.source,
    entityNumber: entry.entity_number,
    type: entry.type,
    programs: entry.programs,
    name: entry.name,
    title: entry.title,
    addresses: addresses.length || !country ? addresses : [{ full: country, country }],
    notice: entry.federal_register_notice,
    start: entry.start_date,
    end: entry.end_date,
    requirement: entry.license_requirement,
    policy: entry.license_policy,
    remarks: entry.remarks,
    altNames: entry.alt_names,
    nationalities: [...entry.nationalities, ...entry.citizenships],
    birthDates: entry.dates_of_birth,
    documents: entry.ids,
    recordId: entry.id,
  };
}
