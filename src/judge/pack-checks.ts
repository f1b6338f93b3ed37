import { intellectualPropertyCategories } from "../model/index.js";
import { unknownNames } from "./condition-faults.js";
import { checkCondition } from "./conditions.js";
import { criteriaFaults } from "./criteria-checks.js";
import { asList, asRecord, exampleFaults, formerlyFaults, intervalFaults, type PackFault, type Path, textFaults } from "./part-checks.js";
import { checkTemplate } from "./template.js";

/**
 * Checks what the schema cannot: expressions, templates, examples, ids and dates. Takes the raw content, so that one broken
 * rule does not hide what is wrong in the others.
 */
export function checkPack(raw: unknown): PackFault[] {
  const pack = asRecord(raw);
  const regime = asRecord(pack.regime);
  const rules = asList(pack.rules).map(asRecord);
  return [
    ...intervalFaults(pack, []),
    ...asList(regime.governments).flatMap((government, index) => intervalFaults(asRecord(government), ["regime", "governments", index])),
    ...governmentFaults(pack, regime),
    ...mixedCategories(asRecord(pack.data)),
    ...["rules", "terms", "duties"].flatMap((list) => duplicateIds(asList(pack[list]).map(asRecord), list)),
    ...rules.flatMap((rule, index) => ruleFaults(rule, ["rules", index])),
    ...conditionFaults(pack),
    ...criteriaFaults(pack.criteria),
  ];
}

function governmentFaults(pack: Record<string, unknown>, regime: Record<string, unknown>): PackFault[] {
  if (!("regime" in pack) || Boolean(regime.governments) !== Boolean(regime.governmentsExcept)) return [];
  const message = regime.governments ? "both governments and governmentsExcept are given" : "the regime names no governments";
  return [{ path: ["regime"], code: "pack-governments", message, expected: "either governments or governmentsExcept" }];
}

/** Intellectual property is no personal data: a category cannot be both. */
function mixedCategories(data: Record<string, unknown>): PackFault[] {
  const own = asList(data.intellectualPropertyCategories);
  const intellectual = "intellectualPropertyCategories" in data ? own : Object.keys(intellectualPropertyCategories);
  return ["sensitiveCategories", "omicCategories", "listedAreaCategories"].flatMap((name) =>
    asList(data[name]).flatMap((category, index) =>
      intellectual.includes(category)
        ? [
            {
              path: ["data", name, index],
              code: "pack-category-twice",
              message: `${category} is intellectual property and cannot be a category of personal data as well`,
              expected: "a category of personal data",
            },
          ]
        : [],
    ),
  );
}

/** Conditions of terms and duties, and the names of terms and statements that a condition anywhere speaks of. */
function conditionFaults(pack: Record<string, unknown>): PackFault[] {
  const [terms, duties] = [asList(pack.terms).map(asRecord), asList(pack.duties).map(asRecord)];
  const named = (list: unknown[]) => list.flatMap((one) => (typeof asRecord(one).id === "string" ? [String(asRecord(one).id)] : []));
  const known = { terms: named(terms), deal: named(asList(asRecord(pack.deal).statements)) };
  const rules = asList(pack.rules).map(asRecord);
  const places = (list: Record<string, unknown>[], name: string, fields: string[]) =>
    list.flatMap((one, index) => fields.map((field) => ({ text: one[field], path: [name, index, field] as Path })));
  const own = [...places(terms, "terms", ["when", "openWhen"]), ...places(duties, "duties", ["when", "openWhen", "validWhen"])];
  return [
    ...own.flatMap(({ text, path }) => textFaults(text, path, "condition-invalid", checkCondition)),
    ...[...own, ...places(rules, "rules", ["when", "openWhen"])].flatMap(({ text, path }) =>
      textFaults(text, path, "condition-unknown-name", (source) => unknownNames(source, known)),
    ),
    ...duties.flatMap((duty, index) => intervalFaults(duty, ["duties", index])),
  ];
}

function duplicateIds(rules: Record<string, unknown>[], list: string): PackFault[] {
  const seen = new Set<unknown>();
  return rules.flatMap(({ id }, index) => {
    if (typeof id !== "string" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path: [list, index, "id"],
        code: "rule-duplicate",
        message: `two ${list} have the id ${id}`,
        expected: `an id of its own for each of the ${list}`,
      },
    ];
  });
}

function ruleFaults(rule: Record<string, unknown>, path: Path): PackFault[] {
  const examples = asList(rule.examples).map(asRecord);
  return [
    ...intervalFaults(rule, path),
    ...formerlyFaults(asList(rule.formerly).map(asRecord), path),
    ...["when", "openWhen"].flatMap((name) => textFaults(rule[name], [...path, name], "condition-invalid", checkCondition)),
    ...textFaults(rule.explanation, [...path, "explanation"], "template-invalid", checkTemplate),
    ...asList(rule.settle).flatMap((text, index) => textFaults(text, [...path, "settle", index], "template-invalid", checkTemplate)),
    ...examples.flatMap((example, index) => exampleFaults(asRecord(example.facts), [...path, "examples", index, "facts"])),
    ...oneSidedExamples(examples, path),
  ];
}

function oneSidedExamples(examples: Record<string, unknown>[], path: Path): PackFault[] {
  if (examples.length < 2) return [];
  const caught = examples.filter(({ expect }) => expect !== "none").length;
  if (caught > 0 && caught < examples.length) return [];
  const message = caught > 0 ? "every example expects the rule to apply" : "no example expects the rule to apply";
  return [
    {
      path: [...path, "examples"],
      code: "examples-one-sided",
      message,
      expected: "an example that it catches and one that it does not (expect: none)",
    },
  ];
}
