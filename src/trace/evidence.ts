import type { Evidence, Reference } from "../model/index.js";

/** The sources of a reference fact as evidence, in the order given; a source that was cited but not opened says so. */
export function sourcesAsEvidence(ids: string[], reference: Reference, note?: string): Evidence[] {
  return ids.flatMap((id) => {
    const source = reference.source(id);
    if (!source) return [];
    return [
      {
        kind: "reference" as const,
        locator: source.url,
        title: source.title,
        ...(source.publisher ? { publisher: source.publisher } : {}),
        ...(source.asOf ? { asOf: source.asOf } : {}),
        retrieved: source.retrieved,
        ...(note ? { note } : {}),
      },
    ];
  });
}
