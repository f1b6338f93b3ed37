import type { PartialDate } from "../../../model/index.js";
import type { ImportSink } from "../format.js";
import { dayBefore } from "./list-dates.js";
import { filled } from "./list-identity.js";
import { textAt, type XmlElement } from "./list-xml.js";

/** A profile's party; `thing` for vessels and aircraft, which are no parties. */
export interface Profiled {
  id: string;
  kind: "individual" | "entity" | "thing";
}

/**
 * One relationship between two profiles. "Owned or Controlled By" goes from the owned to the owner, "Owns, controls, or operates" from
 * the owner to the owned; neither says which of the words holds or how large a stake is, so both are interests of the kind `linked`.
 * Acting for, supporting, leading and being family of somebody are no stakes.
 */
export function tellRelationship(
  record: XmlElement,
  words: string,
  from: Profiled,
  to: Profiled,
  edition: PartialDate | undefined,
  sink: ImportSink,
): void {
  const stated = /^owned or controlled by/i.test(words) ? { owner: to, owned: from } : { owner: from, owned: to };
  const former = record.attributes.Former === "true";
  // Nobody owns an individual: such an entry is meant the other way round.
  const turned = stated.owned.kind === "individual";
  const { owner, owned } = turned ? { owner: stated.owned, owned: stated.owner } : stated;
  if (from.kind === "thing" || to.kind === "thing") sink.passOver("relationships of vessels and aircraft");
  else if (!/^own(ed|s)\b/i.test(words)) sink.passOver(`relationships: ${words}`);
  else if (owned.kind === "individual") sink.passOver(`relationships between individuals: ${words}`);
  else if (former && !edition) sink.passOver("former relationships in a file without a date");
  else {
    const notes = [
      `OFAC: "${words}"; whether by shares or otherwise, and how much, it does not say`,
      turned ? "written with the individual as the owned end" : undefined,
      former ? "marked as former; when it ended is not said" : undefined,
      textAt(record, "Comment"),
    ];
    sink.interest(
      filled({
        owner: owner.id,
        owned: owned.id,
        kind: "linked" as const,
        // The last day on which it may have been: the edition says only that it has ended.
        until: former && edition ? dayBefore(edition) : undefined,
        asOf: former ? undefined : edition,
        note: notes.filter(Boolean).join("; "),
        record: record.attributes.ID,
        confidence: turned ? ("medium" as const) : undefined,
      }),
    );
  }
}
