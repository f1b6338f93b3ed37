import { isPartialDate } from "../check-facts.js";
import type { ImportSink, InterestRecord, PartyRecord } from "../format.js";
import { companyId, isForeignNumber, typedCompanyNumber } from "./psc-company-number.js";
import { countryOf, nationalitiesOf } from "./psc-nationalities.js";
import { natureOf, type Stake } from "./psc-natures.js";
import { exemptionReason, withheldBy, withheldForm } from "./psc-withheld.js";

/** The `data` of a line: unchecked, so every field is looked at before use. */
export type PscData = Record<string, unknown>;
type Period = Pick<InterestRecord, "from" | "until" | "note">;

/** A person or entity that the register names, and what it holds. Gives what is wrong with the record, nothing where it was told. */
export function tellNamed(
  sink: ImportSink,
  line: number,
  company: string,
  data: PscData,
  kind: "individual" | "entity",
  form?: string,
): string | undefined {
  const self = linkId(data);
  const name = nameOf(data);
  if (!self || !name) return `the record has no ${self ? "name" : "links.self and no etag"}. Expected both.`;
  const party = kind === "individual" ? individual(data, name) : entity(data, name, company);
  party.id ||= `gb-psc-${self}`;
  if (form) party.form = form;
  if (data.is_sanctioned === true) party.note = "the register marks this person as sanctioned";
  party.record = text(object(data.links).self);
  sink.party(party);
  const owned = companyId(company);
  const period = periodOf(data.notified_on, data.ceased_on);
  const natures = Array.isArray(data.natures_of_control) ? data.natures_of_control : [];
  for (const nature of natures) tellNature(sink, line, nature, party.id, owned, period);
  if (natures.length === 0) {
    const note = joined(period.note, "the register does not say by what means this person has significant control");
    sink.interest({ ...period, owner: party.id, owned, kind: "equity", note });
  }
  return undefined;
}

function tellNature(sink: ImportSink, line: number, nature: unknown, owner: string, owned: string, period: Period): void {
  const meaning = typeof nature === "string" ? natureOf(nature) : undefined;
  if (meaning === "land") {
    sink.passOver("land held for the person, which is no stake in the entity");
  } else if (meaning) {
    tellInterest(sink, meaning, owner, owned, period);
  } else {
    const shown = JSON.stringify(nature)?.slice(0, 120);
    sink.refuse({ line }, `the nature of control ${shown} is not known: kept as a stake of unknown size.`);
    sink.interest({ ...period, owner, owned, kind: "equity", note: joined(period.note, `nature of control: ${shown}`) });
  }
}

/** One shape for all: spreading the meaning into each of thirty million interests takes several times as long as parsing their lines. */
function tellInterest(sink: ImportSink, meaning: Stake, owner: string, owned: string, period: Period): void {
  sink.interest({
    owner,
    owned,
    kind: meaning.kind,
    shareMin: meaning.shareMin,
    shareMax: meaning.shareMax,
    minExclusive: meaning.minExclusive,
    maxExclusive: meaning.maxExclusive,
    capacity: meaning.capacity,
    from: period.from,
    until: period.until,
    note: period.note === undefined ? meaning.note : joined(period.note, meaning.note),
  });
}

/** Somebody with significant control whose details are protected. Gives what is wrong with the record. */
export function tellProtected(sink: ImportSink, company: string, data: PscData): string | undefined {
  const self = linkId(data);
  if (!self) return "the record has no links.self and no etag. Expected one of them.";
  const reason = "a person with significant control whose details are protected (Companies Act 2006 s. 790ZG)";
  const period = periodOf(data.notified_on, data.ceased_on);
  tellUnknown(sink, { id: `gb-psc-${self}`, owned: companyId(company), form: "not-disclosed", reason, period });
  return undefined;
}

/** A statement about owners who are not named. Gives what is wrong with the record. */
export function tellStatement(sink: ImportSink, company: string, data: PscData): string | undefined {
  const statement = text(data.statement);
  if (!statement) return "the record has no statement. Expected one such as psc-exists-but-not-identified.";
  const reason = withheldBy(statement);
  if (reason) {
    const period = periodOf(data.notified_on, data.ceased_on);
    const id = ["gb-psc", company.toLowerCase(), slug(statement), period.from].filter(Boolean).join("-");
    tellUnknown(sink, { id, owned: companyId(company), form: withheldForm(statement), reason, period });
  } else {
    sink.passOver("statements that withhold nobody");
  }
  return undefined;
}

/** The times in which an entity need not say who has significant control. Gives what is wrong with the record. */
export function tellExemptions(sink: ImportSink, company: string, data: PscData): string | undefined {
  const exemptions = Object.entries(object(data.exemptions));
  if (exemptions.length === 0) return "the record has no exemptions. Expected at least one.";
  if (exemptions.length > 20) return `the record has ${exemptions.length} exemptions. Expected at most 20.`;
  for (const [key, exemption] of exemptions) {
    const { items } = object(exemption);
    const times = Array.isArray(items) && items.length > 0 ? items : [{}];
    for (const time of times) {
      const period = periodOf(object(time).exempt_from, object(time).exempt_to);
      const id = ["gb-psc", company.toLowerCase(), slug(key), period.from].filter(Boolean).join("-");
      tellUnknown(sink, { id, owned: companyId(company), form: "not-disclosed", reason: exemptionReason(key), period });
    }
  }
  return undefined;
}

/** How much the unknown hold is not said: anything from nought to all. */
function tellUnknown(
  sink: ImportSink,
  { id, owned, form, reason, period }: { id: string; owned: string; form: string; reason: string; period: Period },
): void {
  sink.party({ id, kind: "unknown", form, name: "Not named in the register", note: reason });
  sink.interest({ owner: id, owned, kind: "equity", from: period.from, until: period.until, note: joined(period.note, reason) });
}

function individual(data: PscData, name: string): PartyRecord {
  const { month, year } = object(data.date_of_birth);
  const residence = text(data.country_of_residence);
  const nationality = text(data.nationality);
  const party: PartyRecord = { id: "", kind: "individual", name, jurisdiction: residence ? (countryOf(residence) ?? null) : null };
  if (nationality) party.nationalities = nationalitiesOf(nationality);
  if (typeof year === "number" && year > 1000 && year < 3000) {
    party.birthDates = [typeof month === "number" && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : `${year}`];
  }
  return party;
}

/** A company of the UK register is known by its number; its own number there is a slip, and says nothing of the owner. */
function entity(data: PscData, name: string, company: string): PartyRecord {
  const { registration_number, country_registered, place_registered } = object(data.identification);
  const typed = text(country_registered);
  const place = text(place_registered);
  const country = typed ? countryOf(typed) : undefined;
  const british = country === "GB" || (!typed && /companies house/i.test(place ?? ""));
  const number = british ? typedCompanyNumber(text(registration_number) ?? "") : undefined;
  const id = number && number !== company ? companyId(number) : "";
  const jurisdiction = id && number ? (isForeignNumber(number) ? null : "GB") : british ? "GB" : (country ?? null);
  const party: PartyRecord = { id, kind: "entity", name, jurisdiction };
  const address = addressOf(object(data.address));
  if (address) party.addresses = [address];
  return party;
}

function addressOf(address: Record<string, unknown>): { full: string; country?: string } | undefined {
  const parts = [address.premises, address.address_line_1, address.address_line_2, address.locality, address.region, address.postal_code];
  const country = text(address.country);
  const full = [...parts, country].map(text).filter(Boolean).join(", ");
  if (!full) return undefined;
  const code = country ? countryOf(country) : undefined;
  return code ? { full, country: code } : { full };
}

function nameOf(data: PscData): string | undefined {
  const name = text(data.name);
  if (name) return name;
  const { forename, middle_name, surname } = object(data.name_elements);
  const whole = [forename, middle_name, surname].map(text).filter(Boolean).join(" ");
  return whole === "" ? undefined : whole;
}

/**
 * The last part of the record's own address, which stays the same over the editions. Its capitals are given up: two that differ in
 * nothing else among fifteen million are beyond all chance.
 */
function linkId(data: PscData): string | undefined {
  const self = text(object(data.links).self);
  const last = self?.slice(self.lastIndexOf("/") + 1);
  const id = slug(last && last.length >= 10 && last !== "exemptions" ? last : (text(data.etag) ?? ""));
  return id === "" ? undefined : id;
}

/** Some records end before they begin: the end is what counts, since it is what the entity said last. */
function periodOf(from: unknown, until: unknown): Period {
  const first = dayOf(from);
  const last = dayOf(until);
  if (first === undefined || last === undefined || first <= last) return { from: first, until: last };
  return { until: last, note: `notified on ${first}, after its end` };
}

function dayOf(value: unknown): string | undefined {
  return typeof value === "string" && value.length === 10 && isPartialDate(value) ? value : undefined;
}

function joined(...notes: (string | undefined)[]): string | undefined {
  return notes.filter((note) => note !== undefined).join("; ") || undefined;
}

function slug(value: string): string {
  const lower = value.toLowerCase();
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(lower)
    ? lower
    : lower
        .slice(0, 120)
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
}

function text(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const plain = value.trim();
  return plain === "" ? undefined : plain;
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
