export const snapshotName = "persons-with-significant-control-snapshot-2026-09-18.txt";
export const partName = "psc-snapshot-2026-09-18_1of32.txt";

/** Invented records in the exact form of the snapshot. */
export function link(id: string, kind = "individual"): { self: string } {
  return { self: `/company/01234567/persons-with-significant-control/${kind}/${id}` };
}

export const samplePerson = {
  company_number: "01234567",
  data: {
    kind: "individual-person-with-significant-control",
    name: "Ms Ada Example",
    name_elements: { title: "Ms", forename: "Ada", surname: "Example" },
    nationality: "British,French",
    country_of_residence: "England",
    date_of_birth: { month: 4, year: 1971 },
    natures_of_control: [
      "ownership-of-shares-25-to-50-percent",
      "voting-rights-50-to-75-percent-as-trust",
      "right-to-appoint-and-remove-directors-as-firm",
      "significant-influence-or-control",
    ],
    notified_on: "2016-04-06",
    links: link("aB3_dEf-GhIjKlMnOpQrStUvWxY"),
  },
};

export function corporate(identification: Record<string, unknown>, company = "01234567") {
  return {
    company_number: company,
    data: {
      kind: "corporate-entity-person-with-significant-control",
      name: "Holding Limited",
      identification,
      address: { premises: "1", address_line_1: "High Street", locality: "Leeds", postal_code: "LS1 1AA", country: "England" },
      natures_of_control: ["ownership-of-shares-75-to-100-percent"],
      notified_on: "2020-01-02",
      links: link("corporate0001", "corporate-entity"),
    },
  };
}

export function statement(data: Record<string, unknown>) {
  return {
    company_number: "SC123456",
    data: { kind: "persons-with-significant-control-statement", notified_on: "2018-05-01", links: link("exemptions"), ...data },
  };
}

export function totals(people: number, statements = 0, exemptions = 0) {
  return {
    data: {
      kind: "totals#persons-of-significant-control-snapshot",
      persons_of_significant_control_count: people,
      statements_count: statements,
      exemptions_count: exemptions,
      generated_at: "2026-09-18T06:00:00Z",
    },
  };
}

export function lines(...records: unknown[]): string {
  return records.map((record) => `${typeof record === "string" ? record : JSON.stringify(record)}\n`).join("");
}
