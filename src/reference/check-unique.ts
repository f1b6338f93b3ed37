import { listingKey } from "./compile.js";
import { contentsOf, type Entry, entriesOf, problemAt } from "./entries.js";
import type { ReferenceFile, ReferenceProblem } from "./parse.js";

/**
 * What may stand only once: ids, a listing, a domain suffix, an AS number, a prefix and a territory over all files; the code of
 * a region within its provider. Region codes of two providers may be alike: `us-west-1` is one of AWS and one of Alibaba Cloud.
 */
export function checkUnique(files: ReferenceFile[]): ReferenceProblem[] {
  const providers = contentsOf(files, "provider");
  const withParties = [...providers, ...contentsOf(files, "parties")];
  const withListings = [...providers, ...contentsOf(files, "list")];
  const signature = <T>(list: (entry: (typeof providers)[number]["value"]["signatures"]) => T[] | undefined, group: string) =>
    providers.flatMap(({ file, value }) => entriesOf(file, ["signatures", group], list(value.signatures)));
  const group = <T>(found: { file: ReferenceFile; value: { [key: string]: unknown } }[], name: string) =>
    found.flatMap(({ file, value }) => entriesOf(file, [name], value[name] as T[] | undefined));

  return [
    ...misnamed(files),
    ...repeated(
      files.map((file) => ({ file, keys: [], value: file.stem })),
      (stem) => stem,
      (stem) => `two files are named ${stem}; ids of sources in the catalogue start with the name`,
    ),
    ...repeated(
      withParties.flatMap(({ file, value }) => entriesOf(file, ["parties"], value.parties)),
      ({ id }) => id,
      (id) => `party ${id} is defined twice`,
    ),
    ...repeated(
      withListings.flatMap(({ file, value }) => entriesOf(file, ["listings"], value.listings)),
      listingKey,
      (_, { party, list, from }) => `the listing of ${party} on ${list} from ${from} stands twice`,
    ),
    ...repeated(
      group<{ id: string }>(contentsOf(files, "instruments"), "instruments"),
      ({ id }) => id,
      (id) => `instrument ${id} is defined twice`,
    ),
    ...repeated(
      group<{ id: string }>(contentsOf(files, "measures"), "measures"),
      ({ id }) => id,
      (id) => `measure ${id} is defined twice`,
    ),
    ...repeated(
      group<{ id: string }>(contentsOf(files, "measures"), "breaches"),
      ({ id }) => id,
      (id) => `breach ${id} is defined twice`,
    ),
    ...repeated(
      contentsOf(files, "governments").flatMap(({ file, value }) =>
        value.governments.flatMap(({ territories }, index) => entriesOf(file, ["governments", index, "territories"], territories)),
      ),
      (territory) => territory,
      (territory) => `territory ${territory} is held by two governments`,
    ),
    ...files.flatMap((file) =>
      repeated(
        entriesOf(file, ["sources"], file.content.value.sources),
        ({ id }) => id,
        (id) => `source ${id} is defined twice in this file`,
      ),
    ),
    ...providers.flatMap(({ file, value }) =>
      repeated(
        entriesOf(file, ["regions"], value.regions),
        ({ id }) => id,
        (id) => `region ${id} is defined twice for ${value.id}`,
      ),
    ),
    ...repeated(
      signature(({ domains }) => domains, "domains"),
      ({ suffix }) => suffix.toLowerCase(),
      (suffix) => `domain suffix ${suffix} belongs to two providers or stands twice`,
    ),
    ...repeated(
      signature(({ asns }) => asns, "asns"),
      ({ asn }) => String(asn),
      (asn) => `AS${asn} belongs to two providers or stands twice`,
    ),
    ...repeated(
      signature(({ prefixes }) => prefixes, "prefixes"),
      ({ prefix }) => prefix,
      (prefix) => `prefix ${prefix} belongs to two providers or stands twice`,
    ),
  ];
}

/** A problem at every entry whose key an earlier one has; it names the earlier place. */
function repeated<T>(entries: Entry<T>[], keyOf: (value: T) => string, say: (key: string, value: T) => string): ReferenceProblem[] {
  const first = new Map<string, Entry<T>>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry.value);
    const before = first.get(key);
    if (!before) first.set(key, entry);
    return before ? [problemAt(entry, `${say(key, entry.value)}; first at ${before.file.path}:${before.file.lineOf(before.keys)}`)] : [];
  });
}

function misnamed(files: ReferenceFile[]): ReferenceProblem[] {
  return files.flatMap((file) => {
    const { kind, value } = file.content;
    const [id, keys] = kind === "provider" ? [value.id, ["id"]] : kind === "list" ? [value.list.id, ["list", "id"]] : [file.stem, []];
    if (id === file.stem) return [];
    return [problemAt({ file, keys, value }, `the id ${id} differs from the name of its file, ${file.stem}`)];
  });
}
