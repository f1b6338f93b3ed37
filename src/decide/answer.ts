import { type Determination, type Duty, type Finding, outcomes, type Reach, type Reference, type Transaction } from "../model/index.js";

/** What the answer is drawn from. */
export interface AnswerInput {
  subject: string;
  asOf: string;
  determination: Determination;
  determinations: Determination[];
  transactions: Transaction[];
  findings: Finding[];
  duties: Pick<Duty, "certainty" | "due">[];
  reaches: Reach[];
  unattributed: number;
  problems: number;
  reference: Reference;
}

/**
 * The answer in sentences, for somebody who reads nothing else: the outcome, who can obtain data or cut off what and through whom,
 * and what the answer leaves open.
 */
export function answer(input: AnswerInput): string[] {
  return [outcomeSentence(input), ...governmentSentences(input), ...openSentences(input), ...dutySentences(input)];
}

const outcomeWords: Record<Determination["outcome"], [one: string, several: string]> = {
  prohibited: ["is prohibited", "are prohibited"],
  "cannot-be-judged": ["cannot be judged on the facts on file", "cannot be judged on the facts on file"],
  "permitted-with-measures": ["is permitted with measures", "are permitted with measures"],
  "not-prohibited": ["is not prohibited", "are not prohibited"],
};

function outcomeSentence({ subject, asOf, transactions, determinations }: AnswerInput): string {
  if (transactions.length === 0) return `As of ${asOf}, no service of a known provider was found in what ${subject} uses.`;
  const providers = new Set(transactions.map((one) => one.provider)).size;
  const parts = (Object.keys(outcomeWords) as Determination["outcome"][]).flatMap((outcome) => {
    const some = determinations.filter((one) => one.outcome === outcome).length;
    return some > 0 ? [`${some} ${outcomeWords[outcome][some === 1 ? 0 : 1]}`] : [];
  });
  return `As of ${asOf}, of the ${count(transactions.length, "transaction")} of ${subject} with ${count(providers, "provider")}, ${listed(parts)}.`;
}

/** Governments that a finding is about, gravest first, with what they can do and through whom. */
function governmentSentences({ findings, reaches, transactions, reference }: AnswerInput): string[] {
  const relied = new Set(findings.filter((one) => one.outcome !== "note" && one.outcome !== "exempt").flatMap((one) => one.reaches));
  const governments = [...new Set(reaches.filter((one) => relied.has(one.id)).map((one) => one.government))];
  if (governments.length === 0) return ["No finding above a note rests on a government's reach."];
  return governments.flatMap((code) => {
    const name = reference.catalogue.governments.find((one) => one.code === code)?.name ?? code;
    const its = reaches.filter((one) => one.government === code && relied.has(one.id));
    const sure = its.filter((one) => one.path.confidence !== "low");
    const shown = sure.length > 0 ? sure : its;
    const verb = sure.length > 0 ? "can" : "may (low confidence)";
    return doings.flatMap(({ effect, words }) => {
      const fitting = shown.filter((one) => one.effect === effect);
      if (fitting.length === 0) return [];
      const open = fitting.filter((one) => one.residual);
      const targets = (some: Reach[]) => listed([...new Set(some.map((one) => one.target.name))]);
      const through = (some: Reach[]) => listed([...new Set(some.map((one) => providerName(one, transactions, reference)))]);
      const ended = fitting.filter((one) => !one.residual && one.endedBy !== "assumed");
      const supposed = fitting.filter((one) => one.endedBy === "assumed");
      if (open.length === 0 && supposed.length === 0)
        return [`${name} could ${words} ${targets(fitting)} through ${through(fitting)}; measures in place end this.`];
      const cut = ended.length > 0 ? `; measures in place end it for ${targets(ended)}` : "";
      const ifSo = supposed.length > 0 ? `; the measures assumed would end it for ${targets(supposed)}` : "";
      if (open.length === 0)
        return [`${name} ${verb} ${words} ${targets(supposed)} through ${through(supposed)}; the measures assumed would end this${cut}.`];
      return [`${name} ${verb} ${words} ${targets(open)} through ${through(open)}${cut}${ifSo}.`];
    });
  });
}

const doings = [
  { effect: "access", words: "obtain data of" },
  { effect: "disrupt", words: "cut off" },
  { effect: "tamper", words: "change code or data of" },
  { effect: "launch", words: "use infrastructure against" },
] as const;

function providerName(reach: Reach, transactions: Transaction[], reference: Reference): string {
  const provider = transactions.find((one) => one.id === reach.transaction)?.provider ?? "";
  return reference.provider(provider)?.names.english ?? provider;
}

function openSentences({ determination, findings, unattributed, problems }: AnswerInput): string[] {
  const byOutcome = outcomes.flatMap((outcome) => {
    const some = findings.filter((one) => one.outcome === outcome && (one.status === "open" || one.status === "acceptance-expired")).length;
    return some > 0 ? [`${some} ${outcome}`] : [];
  });
  const expired = findings.filter((one) => one.status === "acceptance-expired").length;
  return [
    byOutcome.length > 0 ? `Open findings: ${byOutcome.join(", ")}.` : "No open findings.",
    ...(expired > 0
      ? [
          `${count(expired, "acceptance")} ${expired === 1 ? "has" : "have"} expired and ${expired === 1 ? "counts" : "count"} as open again.`,
        ]
      : []),
    ...(determination.settle.length > 0
      ? [`${count(determination.settle.length, "question")} would settle what is open; they are listed with the findings.`]
      : []),
    ...(unattributed > 0
      ? [`${count(unattributed, "observation")} could not be attributed to a provider: for those the answer is unknown.`]
      : []),
    ...(problems > 0 ? [`${count(problems, "problem")} in reading the input: something may be missing from this answer.`] : []),
  ];
}

/** What has to be done is far down in a long report: that there is something, and by when, is part of the answer. */
function dutySentences({ duties, asOf }: AnswerInput): string[] {
  if (duties.length === 0) return [];
  const possible = duties.filter(({ certainty }) => certainty !== "established").length;
  const days = duties.flatMap(({ due }) => (due === null ? [] : [due])).sort();
  const passed = days.filter((day) => day < asOf).length;
  const next = days[passed];
  const condition =
    possible === 0
      ? ""
      : possible === duties.length
        ? ", if what is open turns out so"
        : `, ${possible} of them if what is open turns out so`;
  return [
    `${count(duties.length, "duty", "duties")} ${duties.length === 1 ? "follows" : "follow"}${condition}${next ? `; the next day is ${next}` : ""}.`,
    ...(passed > 0 ? [`${count(passed, "day", "days")} on which something was due ${passed === 1 ? "has" : "have"} passed.`] : []),
  ];
}

function count(number: number, noun: string, several = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : several}`;
}

function listed(all: string[]): string {
  const shown = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
