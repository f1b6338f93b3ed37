import { byText, type Catalogue, firstDayOf, type Listing, type Provider, type Source } from "../model/index.js";
import type { FileContent } from "./files.js";
import type { ReferenceFile } from "./parse.js";

type ValueOf<Kind extends FileContent["kind"]> = Extract<FileContent, { kind: Kind }>["value"];

/**
 * Puts the files of a valid reference together into one catalogue. Every group is sorted, so the same facts give the same
 * bytes whatever the order of the files. Ids of sources become `file/id`.
 */
export function compileCatalogue(files: ReferenceFile[]): Catalogue {
  const providers = valuesOf(files, "provider");
  const parties = valuesOf(files, "parties");
  const lists = valuesOf(files, "list");
  const sources = sourcesOf(files);
  return {
    schemaVersion: "1",
    edition: editionOf(Object.values(sources)),
    providers: providers.map(providerOnly).sort(by(({ id }) => id)),
    parties: [...parties, ...providers].flatMap((file) => file.parties ?? []).sort(by(({ id }) => id)),
    interests: [...parties, ...providers].flatMap((file) => file.interests ?? []).sort(by(interestKey)),
    listings: [...lists, ...providers].flatMap((file) => file.listings ?? []).sort(by(listingKey)),
    lists: lists.map(({ list }) => list).sort(by(({ id }) => id)),
    ties: providers
      .flatMap((file) => file.ties ?? [])
      .sort(by((tie) => JSON.stringify([tie.party, tie.government, tie.basis, tie.detail]))),
    instruments: valuesOf(files, "instruments")
      .flatMap((file) => file.instruments)
      .sort(by(({ id }) => id)),
    governments: valuesOf(files, "governments")
      .flatMap((file) => file.governments)
      .sort(by(({ code }) => code)),
    measures: valuesOf(files, "measures")
      .flatMap((file) => file.measures)
      .sort(by(({ id }) => id)),
    breaches: valuesOf(files, "measures")
      .flatMap((file) => file.breaches)
      .sort(by(({ id }) => id)),
    ...warningOf(valuesOf(files, "measures")),
    powers: valuesOf(files, "offices")
      .flatMap((file) => file.powers)
      .sort(by(({ from, id }) => firstDayOf(from) + id)),
    precedents: valuesOf(files, "offices")
      .flatMap((file) => file.precedents)
      .sort(by(({ topic, asOf, statement }) => JSON.stringify([topic, asOf, statement]))),
    sources,
  };
}

/** What tells one listing from another: the same party on the same list from the same day is one fact. */
export function listingKey(listing: Listing): string {
  return JSON.stringify([listing.party, listing.list, listing.from]);
}

function interestKey(interest: {
  owned: string;
  owner: string;
  kind: string;
  asOf?: string | undefined;
  until?: string | undefined;
}): string {
  return JSON.stringify([interest.owned, interest.owner, interest.kind, interest.asOf ?? "", interest.until ?? ""]);
}

function warningOf(files: ValueOf<"measures">[]): Pick<Catalogue, "measuresWarning"> {
  const warning = files.find((file) => file.warning !== undefined)?.warning;
  return warning ? { measuresWarning: warning } : {};
}

function valuesOf<Kind extends FileContent["kind"]>(files: ReferenceFile[], kind: Kind): ValueOf<Kind>[] {
  return files
    .filter((file) => file.content.kind === kind)
    .sort(by(({ path }) => path))
    .map((file) => withQualifiedSources(file.content.value, file.stem) as ValueOf<Kind>);
}

/** The value with every `sources` list of a fact turned from ids of its file into ids of the catalogue. */
function withQualifiedSources(value: unknown, stem: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withQualifiedSources(one, stem));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "sources" && Array.isArray(inner) && inner.every((id) => typeof id === "string")
        ? inner.map((id) => `${stem}/${id}`)
        : withQualifiedSources(inner, stem),
    ]),
  );
}

function providerOnly(file: ValueOf<"provider">): Provider {
  const { schemaVersion, parties, interests, listings, ties, sources, ...provider } = file;
  return provider;
}

function sourcesOf(files: ReferenceFile[]): Record<string, Source> {
  const all = files.flatMap((file) =>
    file.content.value.sources.map((source): [string, Source] => {
      const id = `${file.stem}/${source.id}`;
      return [id, { ...source, id }];
    }),
  );
  return Object.fromEntries(all.sort(by(([id]) => id)));
}

/** The newest day on which a source was written or read. */
function editionOf(sources: Source[]): string {
  const days = sources.flatMap(({ asOf, retrieved }) => [asOf ? firstDayOf(asOf) : "", retrieved ?? ""]);
  return days.sort(byText).at(-1) ?? "";
}

function by<T>(key: (value: T) => string): (left: T, right: T) => number {
  return (left, right) => byText(key(left), key(right));
}
