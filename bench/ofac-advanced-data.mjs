/**
 * Writes a file in the exact structure of OFAC's SDN_ADVANCED.XML: `node bench/ofac-advanced-data.mjs FILE [PARTIES]`, 19,000 parties by
 * default, which makes 125 MB as the real one is. Every tenth party is a vessel or an aircraft. The names are invented and the same
 * number of parties gives the same bytes.
 */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pathToFileURL } from "node:url";

const countries = ["Iran", "Russia", "China", "Syria", "Venezuela", "Lebanon", "Mexico", "United Arab Emirates", "Turkey", "Belarus"];
const words = ["Orion", "Delta", "Northern", "Silk", "Harbor", "Granite", "Falcon", "Meridian", "Cedar", "Amber", "Volga", "Summit"];
const programmes = ["SDGT", "IRAN", "RUSSIA-EO14024", "SYRIA", "NPWMD", "SDNTK", "VENEZUELA", "BELARUS"];
const namespace = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML";

const referenceValues = `  <ReferenceValueSets>
    <AliasTypeValues>
      <AliasType ID="1400">A.K.A.</AliasType>
      <AliasType ID="1401">F.K.A.</AliasType>
      <AliasType ID="1402">N.K.A.</AliasType>
      <AliasType ID="1403">Name</AliasType>
    </AliasTypeValues>
    <AreaCodeValues>
${countries.map((name, index) => `      <AreaCode ID="${11000 + index}" CountryID="${11000 + index}" Description="${name}" AreaCodeTypeID="1" />`).join("\n")}
    </AreaCodeValues>
    <CountryValues>
${countries.map((name, index) => `      <Country ID="${11000 + index}">${name}</Country>`).join("\n")}
    </CountryValues>
    <FeatureTypeValues>
      <FeatureType ID="3" FeatureTypeGroupID="1">Vessel Flag</FeatureType>
      <FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType>
      <FeatureType ID="9" FeatureTypeGroupID="1">Place of Birth</FeatureType>
      <FeatureType ID="10" FeatureTypeGroupID="1">Nationality Country</FeatureType>
      <FeatureType ID="25" FeatureTypeGroupID="1">Location</FeatureType>
      <FeatureType ID="26" FeatureTypeGroupID="1">Title</FeatureType>
      <FeatureType ID="104" FeatureTypeGroupID="1">Additional Sanctions Information -</FeatureType>
      <FeatureType ID="224" FeatureTypeGroupID="1">Gender</FeatureType>
    </FeatureTypeValues>
    <IDRegDocTypeValues>
      <IDRegDocType ID="1571">Passport</IDRegDocType>
      <IDRegDocType ID="1619">Registration ID</IDRegDocType>
    </IDRegDocTypeValues>
    <LegalBasisValues>
      <LegalBasis ID="1828" LegalBasisShortRef="Executive Order 13224 (Terrorism)">Executive Order 13224 (Terrorism)</LegalBasis>
    </LegalBasisValues>
    <ListValues>
      <List ID="1550">SDN List</List>
      <List ID="91507">Consolidated List</List>
    </ListValues>
    <LocPartTypeValues>
      <LocPartType ID="1">Unknown</LocPartType>
      <LocPartType ID="1451">ADDRESS1</LocPartType>
      <LocPartType ID="1454">CITY</LocPartType>
      <LocPartType ID="1456">POSTAL CODE</LocPartType>
    </LocPartTypeValues>
    <NamePartTypeValues>
      <NamePartType ID="1520">Last Name</NamePartType>
      <NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="1525">Entity Name</NamePartType>
      <NamePartType ID="1526">Vessel Name</NamePartType>
      <NamePartType ID="1527">Aircraft Name</NamePartType>
    </NamePartTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
      <PartySubType ID="2" PartyTypeID="4">Aircraft</PartySubType>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    </PartySubTypeValues>
    <PartyTypeValues>
      <PartyType ID="1">Individual</PartyType>
      <PartyType ID="2">Entity</PartyType>
      <PartyType ID="4">Transport</PartyType>
    </PartyTypeValues>
    <RelationTypeValues>
      <RelationType ID="15002" Symmetrical="false">Acting for or on behalf of</RelationType>
      <RelationType ID="15003" Symmetrical="false">Owned or Controlled By</RelationType>
      <RelationType ID="91422" Symmetrical="false">Providing support to</RelationType>
    </RelationTypeValues>
    <SanctionsTypeValues>
      <SanctionsType ID="1">Program</SanctionsType>
      <SanctionsType ID="1705">Block</SanctionsType>
    </SanctionsTypeValues>
    <ScriptValues>
      <Script ID="160" ScriptCode="Arab">Arabic</Script>
      <Script ID="215" ScriptCode="Latn">Latin</Script>
    </ScriptValues>
  </ReferenceValueSets>
`;

/** What a party of a number is: every tenth a vessel or an aircraft, of the others every second an individual. */
export function kindOf(index) {
  if (index % 20 === 9) return "aircraft";
  if (index % 20 === 19) return "vessel";
  return index % 2 ? "individual" : "entity";
}

/** Writes the file; gives how many bytes, parties, listings, and relations that are interests it holds. */
export async function writeOfacAdvanced(path, parties = 19_000) {
  const out = createWriteStream(path);
  let bytes = 0;
  let kept = 0;
  let interests = 0;
  const write = async (text) => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, "drain");
  };
  const numbers = Array.from({ length: parties }, (_, index) => index);
  await write(`<?xml version="1.0" encoding="utf-8"?>\n<Sanctions xmlns="${namespace}" Version="3">\n`);
  await write(
    `  <DateOfIssue CalendarTypeID="1">\n    <Year>2026</Year>\n    <Month>7</Month>\n    <Day>30</Day>\n  </DateOfIssue>\n${referenceValues}`,
  );
  await write("  <Locations>\n");
  for (const index of numbers) await write(location(index * 2) + location(index * 2 + 1));
  await write("  </Locations>\n  <IDRegDocuments>\n");
  for (const index of numbers) await write(document(index));
  await write("  </IDRegDocuments>\n  <DistinctParties>\n");
  for (const index of numbers) {
    await write(party(index));
    if (["entity", "individual"].includes(kindOf(index))) kept++;
  }
  await write("  </DistinctParties>\n  <ProfileRelationships>\n");
  for (const index of numbers.slice(1)) {
    if (index % 3 && kindOf(index) === "entity" && ["entity", "individual"].includes(kindOf(index - 1))) interests++;
    if (index % 3 === 0 || kindOf(index) === "entity") await write(relationship(index));
  }
  await write("  </ProfileRelationships>\n  <SanctionsEntries>\n");
  for (const index of numbers) await write(entry(index));
  await write("  </SanctionsEntries>\n</Sanctions>\n");
  out.end();
  await once(out, "finish");
  return { bytes, parties: kept, listings: kept, interests };
}

function location(id) {
  const country = 11000 + (id % countries.length);
  const part = (type, value) => `      <LocationPart LocPartTypeID="${type}">
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1">
          <Comment />
          <Value>${value}</Value>
        </LocationPartValue>
      </LocationPart>\n`;
  return `    <Location ID="${id}">
      <LocationAreaCode AreaCodeID="${country}" />
      <LocationCountry CountryID="${country}" CountryRelevanceID="1413" />
${part(1451, `${id % 400} ${words[id % words.length]} Street &amp; Co`)}${part(1454, `City ${id % 997}`)}${part(1456, `${100000 + id}`)}      <FeatureVersionReference FeatureVersionID="${200000 + id}" />
    </Location>\n`;
}

function document(index) {
  return `    <IDRegDocument ID="${index}" IDRegDocTypeID="${kindOf(index) === "individual" ? 1571 : 1619}" IdentityID="${50000 + index}" IssuedBy-CountryID="${11000 + (index % countries.length)}" ValidityID="1">
      <Comment />
      <IDRegistrationNo>N${1000000 + index}</IDRegistrationNo>
      <IssuingAuthority />
      <DocumentedNameReference DocumentedNameID="${index}" />
    </IDRegDocument>\n`;
}

function party(index) {
  const kind = kindOf(index);
  const subType = { vessel: 1, aircraft: 2, entity: 3, individual: 4 }[kind];
  const [first, second] = [words[index % words.length], words[(index * 7) % words.length]];
  const main =
    kind === "individual" ? [`${first.toUpperCase()}OV`, second] : [`${first.toUpperCase()} ${second.toUpperCase()} ${index} CO`];
  const types = kind === "individual" ? [1520, 1521] : [{ entity: 1525, vessel: 1526, aircraft: 1527 }[kind]];
  const alias = (
    number,
    parts,
    type,
    primary,
    weak,
    script,
  ) => `          <Alias FixedRef="${1000 + index}" AliasTypeID="${type}" Primary="${primary}" LowQuality="${weak}">
            <DocumentedName ID="${number}" FixedRef="${1000 + index}" DocNameStatusID="${primary ? 1 : 2}">
${parts.map((part, at) => `              <DocumentedNamePart>\n                <NamePartValue NamePartGroupID="${number * 2 + at}" ScriptID="${script}" ScriptStatusID="1" Acronym="false">${part}</NamePartValue>\n              </DocumentedNamePart>`).join("\n")}
            </DocumentedName>
          </Alias>\n`;
  const aliases = Array.from({ length: 2 }, (_, at) =>
    alias(
      index * 8 + 1 + at,
      main.map((part) => `${part} ${at}`),
      index % 5 ? 1400 : 1401,
      false,
      at === 1 && index % 7 === 0,
      at === 1 ? 160 : 215,
    ),
  ).join("");
  const groups = Array.from({ length: 3 }, (_, at) =>
    types
      .map(
        (type, part) =>
          `            <MasterNamePartGroup>\n              <NamePartGroup ID="${(index * 8 + at) * 2 + part}" NamePartTypeID="${type}" />\n            </MasterNamePartGroup>\n`,
      )
      .join(""),
  ).join("");
  const feature = (id, type, body) => `        <Feature ID="${id}" FeatureTypeID="${type}">
          <FeatureVersion ID="${id}" ReliabilityID="1">
            <Comment />
${body}          </FeatureVersion>
          <IdentityReference IdentityID="${50000 + index}" IdentityFeatureLinkTypeID="1" />
        </Feature>\n`;
  const date = (name) =>
    `                <${name}>\n                  <Year>${1950 + (index % 50)}</Year>\n                  <Month>${1 + (index % 12)}</Month>\n                  <Day>${1 + (index % 28)}</Day>\n                </${name}>\n`;
  const bounds = date("From") + date("To");
  const birth = feature(
    index * 10 + 1,
    8,
    `            <DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false">
              <Start Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">\n${bounds}              </Start>
              <End Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">\n${bounds}              </End>
            </DatePeriod>
            <VersionDetail DetailTypeID="1430" />\n`,
  );
  const place = (id, type, at) => feature(index * 10 + id, type, `            <VersionLocation LocationID="${index * 2 + at}" />\n`);
  const detail = (id, type, text) =>
    feature(index * 10 + id, type, `            <VersionDetail DetailTypeID="1432">${text}</VersionDetail>\n`);
  return `    <DistinctParty FixedRef="${1000 + index}">
      <Comment />
      <Profile ID="${1000 + index}" PartySubTypeID="${subType}">
        <Identity ID="${50000 + index}" FixedRef="${1000 + index}" Primary="true" False="false">
${alias(index * 8, main, 1403, true, false, 215)}${aliases}          <NamePartGroups>
${groups}          </NamePartGroups>
        </Identity>
${kind === "individual" ? birth + place(2, 10, 0) + detail(3, 9, `City ${index % 997}, ${countries[index % countries.length]}`) : ""}${place(4, 25, index % 2)}${detail(6, 104, "Subject to Secondary Sanctions")}      </Profile>
    </DistinctParty>\n`;
}

/** Owned or controlled by the party before it, or, of every third party, acting for it. */
function relationship(index) {
  return `    <ProfileRelationship ID="${index}" From-ProfileID="${1000 + index}" To-ProfileID="${999 + index}" RelationTypeID="${index % 3 ? 15003 : 15002}" RelationQualityID="1" Former="false" SanctionsEntryID="${index}">
      <Comment />
    </ProfileRelationship>\n`;
}

function entry(index) {
  return `    <SanctionsEntry ID="${index}" ProfileID="${1000 + index}" ListID="1550">
      <EntryEvent ID="${index}" EntryEventTypeID="1" LegalBasisID="1828">
        <Comment />
        <Date CalendarTypeID="1">
          <Year>${2001 + (index % 25)}</Year>
          <Month>${1 + (index % 12)}</Month>
          <Day>${1 + (index % 28)}</Day>
        </Date>
      </EntryEvent>
      <SanctionsMeasure ID="${index * 2}" SanctionsTypeID="1705">
        <Comment />
      </SanctionsMeasure>
      <SanctionsMeasure ID="${index * 2 + 1}" SanctionsTypeID="1">
        <Comment>${programmes[index % programmes.length]}</Comment>
      </SanctionsMeasure>
    </SanctionsEntry>\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , path, parties] = process.argv;
  if (!path) throw new Error("Give the file to write: node bench/ofac-advanced-data.mjs FILE [PARTIES]");
  console.log(JSON.stringify(await writeOfacAdvanced(path, parties === undefined ? undefined : Number(parties))));
}
