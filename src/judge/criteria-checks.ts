import { checkCondition } from "./conditions.js";
import { asList, asRecord, exampleFaults, formerlyFaults, intervalFaults, type PackFault, type Path, textFaults } from "./part-checks.js";
import { checkTemplate } from "./template.js";

/** What the schema cannot see in the criteria of a pack: conditions, templates, dates, ids, groups, levels, questions, examples. */
export function criteriaFaults(raw: unknown): PackFault[] {
  const criteria = asRecord(raw);
  const list = asList(criteria.list).map(asRecord);
  const groups = asList(criteria.groups).map((group) => asRecord(group).id);
  const levels = asList(asRecord(criteria.scale).levels).map((level) => asRecord(level).level);
  return [
    ...textFaults(criteria.askedWhen, ["criteria", "askedWhen"], "condition-invalid", checkCondition),
    ...asList(criteria.groups).flatMap((group, index) =>
      textFaults(asRecord(group).askedWhen, ["criteria", "groups", index, "askedWhen"], "condition-invalid", checkCondition),
    ),
    ...repeatedIds(list),
    ...list.flatMap((criterion, index) => criterionFaults(criterion, ["criteria", "list", index], groups, levels)),
  ];
}

function repeatedIds(list: Record<string, unknown>[]): PackFault[] {
  return list.flatMap(({ id }, index) => {
    const repeated = typeof id === "string" && list.findIndex((one) => one.id === id) < index;
    if (!repeated) return [];
    return [
      {
        path: ["criteria", "list", index, "id"],
        code: "criterion-duplicate",
        message: `two criteria have the id ${id}`,
        expected: "an id of its own for each criterion",
      },
    ];
  });
}

function criterionFaults(criterion: Record<string, unknown>, path: Path, groups: unknown[], levels: unknown[]): PackFault[] {
  const answers = asList(criterion.answers).map(asRecord);
  const ask = asList(criterion.ask).map(asRecord);
  const examples = asList(criterion.examples).map(asRecord);
  return [
    ...intervalFaults(criterion, path),
    ...formerlyFaults(asList(criterion.formerly).map(asRecord), path),
    ...groupFaults(criterion.group, [...path, "group"], groups),
    ...answers.flatMap((answer, index) => answerFaults(answer, [...path, "answers", index], levels)),
    ...ask.flatMap((question, index) => questionFaults(question, [...path, "ask", index])),
    ...withoutQuestion(ask, [...path, "ask"]),
    ...examples.flatMap((example, index) => exampleFaults(asRecord(example.facts), [...path, "examples", index, "facts"])),
    ...examples.flatMap((example, index) => levelFaults(example.atMost, [...path, "examples", index, "atMost"], levels)),
  ];
}

function groupFaults(group: unknown, path: Path, groups: unknown[]): PackFault[] {
  if (typeof group !== "string" || groups.includes(group)) return [];
  return [{ path, code: "criterion-group", message: `no group has the id ${group}`, expected: `one of ${groups.join(", ")}` }];
}

function answerFaults(answer: Record<string, unknown>, path: Path, levels: unknown[]): PackFault[] {
  return [
    ...intervalFaults(answer, path),
    ...textFaults(answer.when, [...path, "when"], "condition-invalid", checkCondition),
    ...textFaults(answer.text, [...path, "text"], "template-invalid", checkTemplate),
    ...levelFaults(answer.atMost, [...path, "atMost"], levels),
  ];
}

function questionFaults(question: Record<string, unknown>, path: Path): PackFault[] {
  return [
    ...textFaults(question.of, [...path, "of"], "template-invalid", checkTemplate),
    ...textFaults(question.question, [...path, "question"], "template-invalid", checkTemplate),
    ...textFaults(question.when, [...path, "when"], "condition-invalid", checkCondition),
  ];
}

/** An open criterion has to say what to ask. */
function withoutQuestion(ask: Record<string, unknown>[], path: Path): PackFault[] {
  if (ask.length === 0 || ask.some(({ when }) => when === undefined)) return [];
  return [
    {
      path,
      code: "criterion-no-question",
      message: "every question depends on a condition, so an open criterion may be left with none",
      expected: "at least one question without when",
    },
  ];
}

function levelFaults(level: unknown, path: Path, levels: unknown[]): PackFault[] {
  if (typeof level !== "number" || levels.includes(level)) return [];
  const expected = levels.length > 0 ? `one of ${levels.join(", ")}` : "a scale in the criteria of the pack";
  return [{ path, code: "criterion-level", message: `the scale has no level ${level}`, expected }];
}
