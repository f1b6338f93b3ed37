import type { CsvRow } from "../csv.js";
import { filledSlots } from "./gleif-record.js";
import { childOf, itemsOf, type Tree, textAt } from "./gleif-tree.js";

export interface GleifName {
  name: string;
  type: string;
  language: string;
}

export interface GleifAddress {
  lines: string[];
  city: string;
  region: string;
  country: string;
  postalCode: string;
}

/** What is read of a record in LEI-CDF 3.1; a text that is missing is empty. */
export interface LeiRecord {
  lei: string;
  legalName: string;
  language: string;
  otherNames: GleifName[];
  legalAddress: GleifAddress;
  headquarters: GleifAddress;
  authority: string;
  authorityNumber: string;
  jurisdiction: string;
  category: string;
  subCategory: string;
  otherForm: string;
  entityStatus: string;
  created: string;
  expired: string;
  registrationStatus: string;
  validation: string;
  deletedAt: string;
}

const nameLists = [
  ["OtherEntityNames", "OtherEntityName"],
  ["TransliteratedOtherEntityNames", "TransliteratedOtherEntityName"],
] as const;

/** From XML and JSON. */
export function leiRecordOfTree(tree: Tree): LeiRecord {
  const entity = childOf(tree, "Entity");
  const registration = childOf(tree, "Registration");
  return {
    lei: textAt(tree, "LEI"),
    legalName: textAt(entity, "LegalName"),
    language: textAt(entity, "LegalName", "@xml:lang"),
    otherNames: nameLists.flatMap(([list, item]) =>
      itemsOf(childOf(entity, list), item).map((name) => ({
        name: textAt(name),
        type: textAt(name, "@type") || textAt(name, "type"),
        language: textAt(name, "@xml:lang"),
      })),
    ),
    legalAddress: addressOfTree(childOf(entity, "LegalAddress")),
    headquarters: addressOfTree(childOf(entity, "HeadquartersAddress")),
    authority: textAt(entity, "RegistrationAuthority", "RegistrationAuthorityID"),
    authorityNumber: textAt(entity, "RegistrationAuthority", "RegistrationAuthorityEntityID"),
    jurisdiction: textAt(entity, "LegalJurisdiction"),
    category: textAt(entity, "EntityCategory"),
    subCategory: textAt(entity, "EntitySubCategory"),
    otherForm: textAt(entity, "LegalForm", "OtherLegalForm"),
    entityStatus: textAt(entity, "EntityStatus"),
    created: textAt(entity, "EntityCreationDate"),
    expired: textAt(entity, "EntityExpirationDate"),
    registrationStatus: textAt(registration, "RegistrationStatus"),
    validation: textAt(registration, "ValidationSources"),
    deletedAt: deletedAt(tree),
  };
}

/** From a row of the CSV. */
export function leiRecordOfRow(row: CsvRow): LeiRecord {
  return {
    lei: row.cell("LEI"),
    legalName: row.cell("Entity.LegalName"),
    language: row.cell("Entity.LegalName.xmllang"),
    otherNames: nameLists.flatMap(([list, item]) => {
      const column = (slot: number) => `Entity.${list}.${item}.${slot}`;
      return filledSlots(row, column).map((slot) => ({
        name: row.cell(column(slot)),
        type: row.cell(`${column(slot)}.type`),
        language: row.cell(`${column(slot)}.xmllang`),
      }));
    }),
    legalAddress: addressOfRow(row, "Entity.LegalAddress"),
    headquarters: addressOfRow(row, "Entity.HeadquartersAddress"),
    authority: row.cell("Entity.RegistrationAuthority.RegistrationAuthorityID"),
    authorityNumber: row.cell("Entity.RegistrationAuthority.RegistrationAuthorityEntityID"),
    jurisdiction: row.cell("Entity.LegalJurisdiction"),
    category: row.cell("Entity.EntityCategory"),
    subCategory: row.cell("Entity.EntitySubCategory"),
    otherForm: row.cell("Entity.LegalForm.OtherLegalForm"),
    entityStatus: row.cell("Entity.EntityStatus"),
    created: row.cell("Entity.EntityCreationDate"),
    expired: row.cell("Entity.EntityExpirationDate"),
    registrationStatus: row.cell("Registration.RegistrationStatus"),
    validation: row.cell("Registration.ValidationSources"),
    deletedAt: row.cell("Extension.Deletion.DeletedAt"),
  };
}

/** When GLEIF took the record out of its files; empty where it is in them. */
export function deletedAt(tree: Tree): string {
  const extension = childOf(tree, "Extension");
  return textAt(extension, "Deletion", "DeletedAt") || textAt(extension, "gleif:Deletion", "gleif:DeletedAt");
}

function addressOfTree(tree: Tree): GleifAddress {
  const additional = childOf(tree, "AdditionalAddressLine");
  const lines = [childOf(tree, "FirstAddressLine"), ...(Array.isArray(additional) ? additional : [additional])];
  return {
    lines: lines.map((line) => textAt(line)).filter(Boolean),
    city: textAt(tree, "City"),
    region: textAt(tree, "Region"),
    country: textAt(tree, "Country"),
    postalCode: textAt(tree, "PostalCode"),
  };
}

function addressOfRow(row: CsvRow, prefix: string): GleifAddress {
  const lines = ["FirstAddressLine", "AdditionalAddressLine.1", "AdditionalAddressLine.2", "AdditionalAddressLine.3"];
  return {
    lines: lines.map((line) => row.cell(`${prefix}.${line}`)).filter(Boolean),
    city: row.cell(`${prefix}.City`),
    region: row.cell(`${prefix}.Region`),
    country: row.cell(`${prefix}.Country`),
    postalCode: row.cell(`${prefix}.PostalCode`),
  };
}
