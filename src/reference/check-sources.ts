import { type Entry, objectsIn, problemAt } from "./entries.js";
import type { ReferenceFile, ReferenceProblem } from "./parse.js";

/** The id of the source that stands for what nobody looked up. */
const ownKnowledge = "own-knowledge";

/**
 * Every fact cites sources of its own file, and what rests on nobody's reading alone is low in confidence. States and aggregates
 * are excepted: they are anchors, there so that chains of owners end somewhere.
 */
export function checkSources(files: ReferenceFile[]): ReferenceProblem[] {
  const sources = new Map(files.map((file) => [file, new Set(file.content.value.sources.map(({ id }) => id))]));
  return factsIn(files).flatMap((fact) => {
    const cited = fact.value.sources;
    const missing = cited.flatMap((id, index) =>
      sources.get(fact.file)?.has(id) ? [] : [problemAt(fact, `source ${id} is not among the sources of this file`, "sources", index)],
    );
    const unread = cited.every((id) => id === ownKnowledge) && !isAnchor(fact.value) && fact.value.confidence !== undefined;
    const raised = unread && fact.value.confidence !== "low";
    const message = `confidence is ${String(fact.value.confidence)}, but own knowledge alone is never more than low`;
    return raised ? [...missing, problemAt(fact, message, "confidence")] : missing;
  });
}

type Fact = Record<string, unknown> & { sources: string[] };

function factsIn(files: ReferenceFile[]): Entry<Fact>[] {
  return objectsIn(files).filter((entry): entry is Entry<Fact> => {
    const { sources } = entry.value;
    return Array.isArray(sources) && sources.every((id) => typeof id === "string");
  });
}

function isAnchor({ kind, form }: Fact): boolean {
  return (kind === "government" && form === "state") || kind === "aggregate";
}
