import type { ScreenQuery } from "../model/index.js";

/** Names that a column goes by, in lower case without punctuation; the first of them that a table has is taken. */
const columnNames = {
  name: [
    "name",
    "vendor",
    "vendorname",
    "supplier",
    "suppliername",
    "company",
    "companyname",
    "legalname",
    "entity",
    "entityname",
    "organisation",
    "organization",
    "provider",
    "customer",
    "customername",
    "counterparty",
    "fullname",
    "person",
    "caption",
    "processor",
    "subprocessor",
  ],
  alias: ["alias", "aliases", "othernames", "alsoknownas", "aka", "tradename", "tradingname", "dba"],
  firstName: ["firstname", "givenname", "forename"],
  lastName: ["lastname", "surname", "familyname"],
  kind: ["kind", "type", "entitytype", "schema"],
  country: ["country", "countrycode", "jurisdiction", "hqcountry", "countryofincorporation", "countryofregistration", "location"],
  nationality: ["nationality", "nationalities", "citizenship"],
  lei: ["lei", "leicode", "legalentityidentifier"],
  registrationNumber: [
    "registrationnumber",
    "registrationno",
    "companynumber",
    "companyregistrationnumber",
    "regno",
    "registernumber",
    "uscc",
  ],
  idNumber: ["idnumber", "passportnumber", "taxnumber", "taxid", "vat", "vatnumber", "duns", "dunsnumber"],
  address: ["address", "fulladdress", "registeredaddress", "street", "streetaddress"],
  birthDate: ["birthdate", "dateofbirth", "dob", "born"],
  id: ["id", "vendorid", "supplierid", "customerid", "reference", "key"],
} as const;

export type ScreenColumn = keyof typeof columnNames;

/** Which column of a header holds what, by its index. */
export function columnsOf(header: readonly string[]): Partial<Record<ScreenColumn, number>> {
  const plain = header.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const found = Object.entries(columnNames).flatMap(([column, names]) => {
    const at = names.map((name) => plain.indexOf(name)).find((index) => index >= 0);
    return at === undefined ? [] : [[column, at]];
  });
  return Object.fromEntries(found);
}

/** A query from a row of a table; the text is why the row is none. */
export function queryFromRow(cells: readonly string[], columns: Partial<Record<ScreenColumn, number>>): ScreenQuery | string {
  const cell = (column: ScreenColumn) => cells[columns[column] ?? -1]?.trim() ?? "";
  const fields: Record<string, unknown> = Object.fromEntries(
    (Object.keys(columns) as ScreenColumn[]).map((column) => [column, cell(column)]),
  );
  return queryFromFields(fields, cell("id") || undefined);
}

/** Cells and fields that hold several values part them with a semicolon or a bar; names are not parted. */
const several = new Set<ScreenColumn>(["alias", "nationality", "country", "birthDate", "idNumber", "registrationNumber"]);

const properties = {
  name: "name",
  alias: "alias",
  firstName: "firstName",
  lastName: "lastName",
  country: "country",
  nationality: "nationality",
  lei: "leiCode",
  registrationNumber: "registrationNumber",
  idNumber: "idNumber",
  address: "address",
  birthDate: "birthDate",
} as const satisfies Partial<Record<ScreenColumn, string>>;

/** A query from fields under the names above, each a text or a list of texts. */
export function queryFromFields(fields: Record<string, unknown>, id?: string): ScreenQuery | string {
  const found: Record<string, string[]> = {};
  for (const [column, property] of Object.entries(properties) as [keyof typeof properties, string][]) {
    const values = [fields[column]]
      .flat()
      .flatMap((value) => (typeof value === "string" || typeof value === "number" ? [String(value)] : []));
    const parted = several.has(column) ? values.flatMap((value) => value.split(/[;|]/)) : values;
    const said = parted.map((value) => value.trim()).filter(Boolean);
    if (said.length > 0) found[property] = said;
  }
  if (!found.name && !found.firstName && !found.lastName && !found.leiCode && !found.registrationNumber)
    return "it has no name and no identifier";
  const kind = typeof fields.kind === "string" ? fields.kind.trim() : "";
  const schema = schemaOf(kind);
  // A kind that is not known is kept where the answer tells what it did not compare.
  if (!schema) found.kind = [kind];
  return { ...(id ? { id } : {}), schema: schema ?? "LegalEntity", properties: found };
}

const schemas: [RegExp, string][] = [
  [/^(person|individual|natural person|people|human)$/i, "Person"],
  [/^(company|corporation|business|vendor|supplier|corporate)$/i, "Company"],
  [/^(organi[sz]ation|ngo|association)$/i, "Organization"],
  [/^(public ?body|government|agency)$/i, "PublicBody"],
  [/^(|legal ?entity|entity|party|unknown|thing|other)$/i, "LegalEntity"],
];

function schemaOf(kind: string): string | undefined {
  return schemas.find(([words]) => words.test(kind))?.[1];
}
