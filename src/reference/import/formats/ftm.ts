import { isPartialDate } from "../check-facts.js";
import type { ImportFormat, ImportHead, ImportSink, InterestRecord } from "../format.js";
import { forEachRecord } from "../json-records.js";
import { type FtmEntity, ftmEntity, timeOf, valuesOf } from "./ftm-entity.js";
import { idOf } from "./ftm-id.js";
import { ftmListings } from "./ftm-listing.js";
import { ftmParty, isParty } from "./ftm-party.js";
import { shareOfAll } from "./ftm-share.js";
import { slugOf } from "./list-identity.js";

/** Entities of FollowTheMoney, as OpenSanctions, Aleph and OpenAleph write them: JSON Lines, or one JSON array. */
export const ftm: ImportFormat = {
  id: "ftm",
  title: "FollowTheMoney entities (JSON Lines, JSON)",
  specification: "https://followthemoney.tech/docs/",

  recognises: ({ text }) =>
    /^\uFEFF?\s*\[?\s*\{/.test(text) && /"schema"\s*:\s*"[A-Z][A-Za-z]+"/.test(text) && /"properties"\s*:\s*\{/.test(text),

  async read(input, sink) {
    const source = sourceOf(input);
    sink.source({ id: `ftm-${source}`, title: `FollowTheMoney entities: ${source}`, url: input.name, edition: editionOf(input) });
    await forEachRecord(input, sink, "one entity", (record) => {
      const entity = ftmEntity(record);
      return typeof entity === "string" ? entity : tellEntity(entity, source, sink);
    });
  },
};

/** Gives what is wrong with the entity, nothing where it was told. */
function tellEntity(entity: FtmEntity, source: string, sink: ImportSink): string | undefined {
  if (isParty(entity.schema)) return tellParty(entity, sink);
  switch (entity.schema) {
    case "Ownership":
      return tellStake(entity, "owner", "asset", ownershipOf(entity), sink);
    // A link without direction and kind: the object is taken for the one that matters, as in OFAC's "Linked To".
    case "UnknownLink":
      return tellStake(entity, "object", "subject", { kind: "linked", note: roleOf(entity) || "a link of unknown nature" }, sink);
    case "Sanction":
      return tellSanction(entity, source, sink);
    default:
      sink.passOver(`${entity.schema.slice(0, 40)} records`);
      return undefined;
  }
}

function tellParty(entity: FtmEntity, sink: ImportSink): string | undefined {
  const id = idOf("ftm", entity.id);
  const party = id ? ftmParty(entity, id) : undefined;
  if (!party) return `the ${entity.schema} ${entity.id.slice(0, 60)} has no name.`;
  sink.party(party);
  return undefined;
}

type Stake = Omit<InterestRecord, "owner" | "owned" | "from" | "until">;

function tellStake(entity: FtmEntity, ownerProperty: string, ownedProperty: string, stake: Stake, sink: ImportSink): string | undefined {
  const owners = idsOf(entity, ownerProperty);
  const owned = idsOf(entity, ownedProperty);
  if (owners.length === 0 || owned.length === 0) {
    return `the ${entity.schema} ${entity.id.slice(0, 60)} has no ${owners.length === 0 ? ownerProperty : ownedProperty}. Expected the id of an entity.`;
  }
  const time = timeOf(entity, "startDate");
  for (const owner of owners) for (const one of owned) sink.interest({ owner, owned: one, ...stake, ...time, record: entity.id });
  return undefined;
}

function ownershipOf(entity: FtmEntity): Stake {
  const percentages = valuesOf(entity, "percentage");
  const share = shareOfAll(percentages);
  const unread = percentages.length > 0 && !share ? `stated share: ${percentages.join(", ").slice(0, 200)}` : "";
  const how = [...valuesOf(entity, "ownershipType"), roleOf(entity)].filter(Boolean).join("; ");
  const note = [how, unread].filter(Boolean).join("; ");
  const capacity = /\bnominee\b/i.test(how) ? "nominee" : /\btrust(ee)?\b/i.test(how) ? "trust" : undefined;
  return { kind: "equity", ...share, ...(capacity ? { capacity } : {}), ...(note ? { note } : {}) };
}

function tellSanction(entity: FtmEntity, source: string, sink: ImportSink): string | undefined {
  const parties = idsOf(entity, "entity");
  if (parties.length === 0) return `the Sanction ${entity.id.slice(0, 60)} has no entity. Expected the id of one.`;
  for (const listing of ftmListings(entity, parties, source)) sink.listing(listing);
  return undefined;
}

function idsOf(entity: FtmEntity, property: string): string[] {
  return valuesOf(entity, property)
    .map((value) => idOf("ftm", value))
    .filter((id) => id !== undefined);
}

function roleOf(entity: FtmEntity): string {
  return [...valuesOf(entity, "role"), ...valuesOf(entity, "status")].join("; ").slice(0, 300);
}

/** Named after the file; files that all data sets name alike, after the data set that their first entities are of. */
function sourceOf({ name, text }: ImportHead): string {
  const file = slugOf(
    (name.split(/[\\/]/).at(-1) ?? "").replace(/(\.ftm)?\.(i?json|jsonl|ndjson|json5?)$/i, "").replace(/\d{4}-?\d\d-?\d\d/, ""),
  );
  if (file !== "" && !/^(entities|targets|statements|export|ftm|data)$/.test(file)) return file.slice(0, 60);
  const datasets = new Set([...text.matchAll(/"datasets"\s*:\s*\[\s*"([^"]{1,60})"\s*\]/g)].map(([, dataset]) => slugOf(dataset ?? "")));
  const [dataset] = datasets;
  return datasets.size === 1 && dataset ? dataset : file || "entities";
}

function editionOf({ name }: ImportHead): string | undefined {
  const [, year, month, day] = /(20\d\d)-?([01]\d)-?([0-3]\d)/.exec(name) ?? [];
  const edition = `${year}-${month}-${day}`;
  return year && isPartialDate(edition) ? edition : undefined;
}
