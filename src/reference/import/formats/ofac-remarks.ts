import type { PartialDate } from "../../../model/index.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { distinct } from "./list-identity.js";
import type { ListedDocument } from "./ofac-documents.js";

/** What OFAC's legacy files say in words, because they have no column for it. */
export interface Remarks {
  birthDates: PartialDate[];
  nationalities: string[];
  /** Country of registration of a company. */
  registeredIn: string | undefined;
  /** Names in quotes, which OFAC gives as weak ones. */
  weakAliases: string[];
  documents: ListedDocument[];
  /** Names of the other ends of "Linked To". */
  linkedTo: string[];
  /** The earliest "Listing Date" that is given. */
  listedOn: PartialDate | undefined;
  /** Whatever else is said, as it stands. */
  rest: string[];
}

/** A remark of this length is cut off; what follows stands in the file of comments. */
export const longestRemark = 1000;

/** Parts of a remark, which end in semicolons and the last one in a full stop. */
export function remarkParts(text: string): string[] {
  return text
    .split(/;\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, index, all) => (index === all.length - 1 ? withoutFullStop(part) : part));
}

/** Reads the parts of a remark; a part of no known form stays in `rest`. */
export function readRemarks(parts: string[]): Remarks {
  const remarks: Remarks = {
    birthDates: [],
    nationalities: [],
    registeredIn: undefined,
    weakAliases: [],
    documents: [],
    linkedTo: [],
    listedOn: undefined,
    rest: [],
  };
  for (const part of parts) if (!readPart(part.replace(/^alt\.\s+/i, ""), remarks)) remarks.rest.push(part);
  return { ...remarks, birthDates: distinct(remarks.birthDates), nationalities: distinct(remarks.nationalities) };
}

function readPart(part: string, remarks: Remarks): boolean {
  const [, label = "", value = ""] =
    /^(DOB|nationality|citizen|Nationality of Registration|[afn]\.k\.a\.|Linked To:|Listing Date(?: \([^)]*\))?:?) *(.+)$/.exec(part) ?? [];
  if (label === "DOB") return addBirth(remarks.birthDates, value);
  if (label === "nationality" || label === "citizen") return add(remarks.nationalities, countryCode(value));
  if (label === "Linked To:") return add(remarks.linkedTo, value.trim());
  if (label.endsWith(".k.a.")) return add(remarks.weakAliases, /^'(.+)'$/.exec(value)?.[1]);
  if (label === "Nationality of Registration") {
    remarks.registeredIn ??= countryCode(value);
    return remarks.registeredIn !== undefined;
  }
  if (label.startsWith("Listing Date")) {
    const day = listDate(value);
    if (day && (!remarks.listedOn || day < remarks.listedOn)) remarks.listedOn = day;
    return day !== undefined;
  }
  return add(remarks.documents, documentOf(part));
}

/** A range gives both of its years: the day may be in any between. */
function addBirth(birthDates: PartialDate[], value: string): boolean {
  const [from, to] = value.split(" to ").map((end) => listDate(end));
  if (from && to) return birthDates.push(from.slice(0, 4), to.slice(0, 4)) > 0;
  return add(birthDates, listDate(value));
}

function add<Value>(values: Value[], value: Value | undefined): boolean {
  if (value === undefined || value === "") return false;
  values.push(value);
  return true;
}

const documentTypes = [
  "Passport",
  "Stateless Person Passport",
  "National ID No.",
  "Identification Number",
  "Personal ID Card",
  "Cedula No.",
  "Cedula de Ciudadania",
  "Cedula de Residencia",
  "Tarjeta de Identidad",
  "C.U.R.P.",
  "D.N.I.",
  "SSN",
  "Birth Certificate Number",
  "Driver's License No.",
  "Residency Number",
  "Refugee ID Card",
  "Stateless Person ID Card",
  "Electoral Registry No.",
  "Credencial electoral",
  "Tax ID No.",
  "NIT #",
  "R.F.C.",
  "RUC #",
  "RIF #",
  "C.U.I.T.",
  "V.A.T. Number",
  "Italian Fiscal Code",
  "Registration ID",
  "Registration Number",
  "Public Registration Number",
  "Company Number",
  "UK Company Number",
  "Commercial Registry Number",
  "Business Registration Number",
  "Business Registration Document #",
  "Business Number",
  "Enterprise Number",
  "Chamber of Commerce Number",
  "Trade License No.",
  "Matricula Mercantil No",
  "Folio Mercantil No.",
  "C.R. No.",
  "Government Gazette Number",
  "Unified Social Credit Code (USCC)",
  "Legal Entity Number",
  "D-U-N-S Number",
  "SWIFT/BIC",
].sort((left, right) => right.length - left.length);

/** `Passport A1234567 (Iran) issued 04 May 2010 expires 03 May 2020`: a known type, a number, and often a country. */
function documentOf(part: string): ListedDocument | undefined {
  const type = documentTypes.find((one) => part.startsWith(`${one} `));
  if (!type) return undefined;
  const [, number, country] =
    /^([^()]{2,50}?)(?: \(([^()]{2,60})\))?(?: (?:issued|expires) [^()]{0,80})?$/.exec(part.slice(type.length + 1)) ?? [];
  return number && /\d|^[A-Z]{8,11}$/.test(number) ? { type, number, country } : undefined;
}

function withoutFullStop(part: string): string {
  // "LTD." keeps its stop: OFAC ends a remark with one more.
  return part.endsWith(".") ? part.slice(0, -1) : part;
}
