import type { CsvRow } from "../csv.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { type GleifKind, readGleif, recognisesGleif } from "./gleif-encodings.js";
import { deletedAt } from "./gleif-lei-record.js";
import { filledSlots, isLei, leiId, noLei } from "./gleif-record.js";
import { childOf, type Tree, textAt } from "./gleif-tree.js";
import { distinct } from "./list-identity.js";

interface Exception {
  lei: string;
  category: string;
  reasons: string[];
  references: string[];
  deletedAt: string;
}

const parents: Record<string, string> = {
  DIRECT_ACCOUNTING_CONSOLIDATION_PARENT: "direct",
  ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT: "ultimate",
};

/**
 * Why an entity names no accounting consolidating parent, after GLEIF's Reporting Exceptions format. The last five are older codes for
 * what NON_PUBLIC covers now.
 */
const reasons: Record<string, string> = {
  NATURAL_PERSONS: "natural persons control it, with no legal entity between that consolidates it",
  NON_CONSOLIDATING: "the entities that control it need not prepare consolidated accounts",
  NO_KNOWN_PERSON: "no person is known that controls it, as where shares are widely held",
  NO_LEI: "it has a parent, which has no LEI and does not consent to one",
  NON_PUBLIC: "it has a parent, and obstacles keep it from disclosing it",
  BINDING_LEGAL_COMMITMENTS: "it has a parent, and binding commitments keep it from disclosing it",
  LEGAL_OBSTACLES: "it has a parent, and the law where one of them is keeps it from disclosing it",
  DISCLOSURE_DETRIMENTAL: "it has a parent, and disclosing it would do harm",
  DISCOLSURE_DETRIMENTAL: "it has a parent, and disclosing it would do harm",
  DETRIMENT_NOT_EXCLUDED: "it has a parent, and cannot rule out that disclosing it would do harm",
  CONSENT_NOT_OBTAINED: "it has a parent, and somebody whose consent is needed for disclosing it did not give it",
};

const kind: GleifKind<Exception> = {
  id: "gleif-exceptions",
  title: "LEI reporting exceptions, whose parents are not named",
  url: "https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy",
  root: "ReportingExceptionData",
  element: "Exception",
  list: "exceptions",
  member: "ExceptionCategory",
  columns: ["LEI", "Exception.Category", "Exception.Reason.1"],
  ofTree,
  ofRow,
  tell,
};

/** GLEIF's level 2 reporting exceptions 2.1: why an entity names no parent, as CSV, XML and JSON. */
export const gleifExceptions: ImportFormat = {
  id: "gleif-exceptions",
  title: "GLEIF reporting exceptions, level 2 (CSV, XML, JSON)",
  specification: "https://www.gleif.org/en/about-lei/common-data-file-format/current-versions/level-2-data-reporting-exceptions-2-1-format",
  recognises: (head) => recognisesGleif(kind, head),
  read: (input, sink) => readGleif(kind, input, sink),
};

/** A parent that is not named is somebody unknown who may hold anything: "no owner known" is not "no owner". */
function tell(exception: Exception, sink: ImportSink): string | undefined {
  const { lei, category } = exception;
  if (!isLei(lei)) return noLei(lei);
  const which = Object.hasOwn(parents, category) ? parents[category] : undefined;
  if (!which) return `the category ${JSON.stringify(category.slice(0, 60))} is not known. Expected ${Object.keys(parents).join(" or ")}.`;
  if (exception.reasons.length === 0) return `the exception of ${lei} gives no reason.`;
  if (exception.deletedAt !== "") {
    sink.passOver("records that GLEIF has deleted");
    return undefined;
  }
  const words = exception.reasons.map((code) =>
    Object.hasOwn(reasons, code) ? reasons[code] : `it gives the reason ${code.slice(0, 60)}, not known here`,
  );
  const references = exception.references.map((reference) => `reference: ${reference.slice(0, 300)}`);
  const note = [
    `the entity names no ${which} accounting consolidating parent: ${words.join("; ")} (${exception.reasons.join(", ").slice(0, 200)})`,
    ...references,
  ].join("; ");
  const id = `gleif-exception-${lei.toLowerCase()}-${which}`;
  sink.party({
    id,
    kind: "unknown",
    form: exception.reasons.every((code) => code === "NO_KNOWN_PERSON") ? "not-known" : "not-disclosed",
    name: `${which === "direct" ? "Direct" : "Ultimate"} parent, not reported`,
    note,
    record: `${lei} ${category}`,
  });
  sink.interest({ owner: id, owned: leiId(lei), kind: "equity", note, record: `${lei} ${category}` });
  return undefined;
}

function ofTree(tree: Tree): Exception {
  return {
    lei: textAt(tree, "LEI"),
    category: textAt(tree, "ExceptionCategory"),
    reasons: textsOf(childOf(tree, "ExceptionReason")),
    references: textsOf(childOf(tree, "ExceptionReference")),
    deletedAt: deletedAt(tree),
  };
}

function ofRow(row: CsvRow): Exception {
  const texts = (prefix: string) => distinct(filledSlots(row, (slot) => `${prefix}.${slot}`).map((slot) => row.cell(`${prefix}.${slot}`)));
  return {
    lei: row.cell("LEI"),
    category: row.cell("Exception.Category"),
    reasons: texts("Exception.Reason"),
    references: texts("Exception.Reference"),
    deletedAt: row.cell("Extension.Deletion.DeletedAt"),
  };
}

function textsOf(tree: Tree): string[] {
  return distinct((Array.isArray(tree) ? tree : [tree]).map((one) => textAt(one)));
}
