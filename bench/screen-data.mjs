// What is screened: real lists and names where the corpus is there, else names made from a fixed seed.
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { generator } from "./random.mjs";

const corpus = new URL("../../shared/corpus/screening/", import.meta.url);
const given = (path) => readFileSync(new URL(path, corpus), "utf8");
const isGiven = existsSync(new URL("name-pairs/un_persons_perturbed.dev.csv", corpus));
const table = (path, options = {}) => parse(given(path), { relax_quotes: true, relax_column_count: true, ...options });
const fact = { sources: ["bench"], confidence: "high", jurisdiction: null };

/** Names of listed persons with misspellings, and the parties that they are of. */
export function perturbedNames() {
  if (!isGiven) return generatedPerturbed();
  const un = unitedNations();
  const byName = new Map();
  for (const party of un) for (const name of [party.name, ...party.aliases, ...party.weakAliases]) add(byName, letters(name), party.id);
  const rows = table("name-pairs/un_persons_perturbed.dev.csv", { columns: true });
  const queries = rows.map(({ name_clean, name_perturbed, date_of_birth, nationality }) => ({
    name: name_perturbed,
    ids: byName.get(letters(name_clean)) ?? [],
    birthDate: [date_of_birth],
    nationality: [nationality],
  }));
  const known = queries.filter(({ ids }) => ids.length > 0);
  const origin = `${known.length} misspelled names of the UN list (${queries.length - known.length} more are of persons no longer on it), UN and OFAC SDN of 2019`;
  return { parties: [...un, ...sanctioned()], queries: known, origin };
}

/** People that are on no list. */
export function inventedPeople(count) {
  if (isGiven) {
    const rows = table("name-pairs/negatives_us.csv", { columns: true }).slice(0, count);
    return rows.map(({ full_name, date_of_birth, nationality }) => ({
      name: full_name,
      birthDate: [date_of_birth],
      nationality: [nationality],
    }));
  }
  const random = generator(7);
  return Array.from({ length: count }, () => ({
    name: `${invented(random)} ${invented(random)}`,
    birthDate: [String(1940 + upTo(random, 60))],
    nationality: ["us"],
  }));
}

/** 20,000 parties with 50,000 names, half of them persons; and names to ask for, of which half are on the list. */
export function largeList() {
  const random = generator(3);
  const parties = Array.from({ length: 20_000 }, (_, number) => (number % 2 ? person(number, random) : company(number, random)));
  const names = parties.flatMap(({ name, kind }, number) => {
    const schema = kind === "individual" ? "Person" : "Company";
    const stranger = kind === "individual" ? person(0, random).name : company(0, random).name;
    return [{ name: number % 4 < 2 ? misspelled(name, random) : stranger, schema }];
  });
  return { parties, names };
}

/** Names of vendors: one in fifty is a misspelled one of the list, the others are made of other syllables. */
export function vendorNames(count) {
  const random = generator(5);
  const listed = largeList().parties.filter(({ kind }) => kind === "entity");
  return Array.from({ length: count }, (_, at) =>
    at % 50 ? company(0, random, strangers).name : misspelled(listed[upTo(random, listed.length)].name, random),
  );
}

function unitedNations() {
  const xml = given("un/UN_consolidated_2026-02-27.xml");
  const all = (text, tag) =>
    [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, value]) => unescaped(value)).filter(Boolean);
  const parts = (text, tag) => [...text.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map(([, value]) => value);
  return ["INDIVIDUAL", "ENTITY"].flatMap((kind) =>
    parts(xml, kind).map((body) => {
      const aliases = parts(body, `${kind}_ALIAS`).map((alias) => ({
        name: all(alias, "ALIAS_NAME")[0],
        low: all(alias, "QUALITY")[0] === "Low",
      }));
      const births = parts(body, "INDIVIDUAL_DATE_OF_BIRTH").flatMap((birth) => [...all(birth, "DATE"), ...all(birth, "YEAR")]);
      return {
        ...fact,
        id: `un-${all(body, "DATAID")[0]}`,
        name: ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].flatMap((tag) => all(body, tag).slice(0, 1)).join(" "),
        aliases: aliases.filter(({ name, low }) => name && !low).map(({ name }) => name),
        weakAliases: aliases.filter(({ name, low }) => name && low).map(({ name }) => name),
        birthDates: births.map((date) => date.slice(0, 10)).filter((date) => /^\d{4}(-\d\d-\d\d)?$/.test(date)),
        kind: kind === "ENTITY" ? "entity" : "individual",
      };
    }),
  );
}

function sanctioned() {
  const parties = new Map();
  for (const [number, name, type = ""] of table("ofac-2019/sdn.csv")) {
    if (!name || /vessel|aircraft/.test(type)) continue;
    parties.set(number, {
      ...fact,
      id: `ofac-${number}`,
      name,
      aliases: [],
      weakAliases: [],
      kind: /individual/.test(type) ? "individual" : "entity",
    });
  }
  for (const [number, , , name] of table("ofac-2019/alt.csv")) parties.get(number)?.aliases.push(name);
  return [...parties.values()];
}

function generatedPerturbed() {
  const random = generator(1);
  const parties = Array.from({ length: 4_000 }, (_, number) => person(number, random));
  const queries = parties.slice(0, 400).map(({ id, name, birthDates }) => ({
    name: misspelled(name, random),
    ids: [id],
    birthDate: birthDates,
    nationality: [],
  }));
  return { parties, queries, origin: "400 misspelled names of 4,000 generated persons (the corpus is not there)" };
}

const givenNames =
  "Mohammed Ahmad Ali Hassan Ivan Sergei Olga Chen Wei Kim Jong Maria Jose Carlos Fatima Yusuf Ibrahim Omar Vladimir Dmitri Li Ming Hong Abdul Karim".split(
    " ",
  );
const trades =
  "Technology Trading International Logistics Electronics Shipping Energy Import Export Industries Communications Software Group Holding".split(
    " ",
  );
const places = "Shenzhen Moscow Tehran Shanghai Dubai Beijing Minsk Hong Kong Caracas Damascus".split(" ");
const forms = ["Co., Ltd.", "LLC", "JSC", "Ltd", "GmbH", "Inc.", "S.A.", "Limited"];
const syllables = "ka ro mi ta sha lin ber zo vek dar nov el ur gan tis pol mar qu en os ri sta fen chu hai yan zhe lo".split(" ");
const strangers = "bri wood ford lock ham green ster cliff north well bar hill stone web cast wick dale har ley port".split(" ");

function person(number, random) {
  const name = () => `${givenNames[upTo(random, givenNames.length)]} ${invented(random)}`;
  const aliases = upTo(random, 2) ? [name(), name()] : [name()];
  return { ...fact, id: `person-${number}`, name: name(), aliases, birthDates: [String(1940 + upTo(random, 60))], kind: "individual" };
}

function company(number, random, from = syllables) {
  const word = (words) => words[upTo(random, words.length)];
  const name = () => `${upTo(random, 2) ? `${word(places)} ` : ""}${invented(random, from)} ${word(trades)} ${word(forms)}`;
  return { ...fact, id: `company-${number}`, name: name(), aliases: upTo(random, 2) ? [name(), name()] : [name()], kind: "entity" };
}

function invented(random, from = syllables) {
  const text = Array.from({ length: 2 + upTo(random, 2) }, () => from[upTo(random, from.length)]).join("");
  return text[0].toUpperCase() + text.slice(1);
}

/** One letter dropped, doubled or changed about with the next. */
function misspelled(name, random) {
  const at = 1 + upTo(random, name.length - 2);
  const change = [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name[at] + name.slice(at),
    name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
  ];
  return change[upTo(random, 3)];
}

function upTo(random, count) {
  return Math.floor(random() * count);
}

function letters(name) {
  return name
    .toUpperCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

function unescaped(text) {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
}

function add(map, key, value) {
  map.set(key, [...(map.get(key) ?? []), value]);
}
