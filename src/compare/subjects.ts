import { byText, type Difference, effects, type Path, type Reach, type Review, type Transaction } from "../model/index.js";
import { concernIn, type Names, namesIn } from "./names.js";
import { parentsOf } from "./parents.js";

/** One thing that a review says, by a key that another review uses for the same thing. */
export interface Subject {
  kind: Difference["kind"];
  key: string;
  title: string;
  ofConcern: boolean;
  /** What it says of it, in words; without what depends on where lines and files stand. */
  fields: Record<string, string>;
}

/** Everything that a review says, by kind and key. */
export type Subjects = ReadonlyMap<string, Subject>;

/** What a review says as things with keys, so that two reviews can be laid side by side. `pathName` gives a renamed file one name. */
export function subjectsOf(review: Review, pathName: (path: string) => string): Subjects {
  const view: View = {
    review,
    names: namesIn(review),
    concern: concernIn(review),
    byTransaction: reachesByTransaction(review.reaches),
    pathName,
  };
  const byId = new Map<string, Subject>();
  for (const kind of kinds) {
    for (const subject of kind(view)) {
      const id = `${subject.kind}:${subject.key}`;
      let [name, nth] = [id, 2];
      while (byId.has(name)) name = `${id} (${nth++})`;
      byId.set(name, name === id ? subject : { ...subject, key: name.slice(subject.kind.length + 1) });
    }
  }
  return byId;
}

interface View {
  review: Review;
  names: Names;
  concern: (government: string) => boolean;
  byTransaction: ReadonlyMap<string, Reach[]>;
  pathName: (path: string) => string;
}

const kinds: ((view: View) => Subject[])[] = [
  determinations,
  findings,
  governments,
  providers,
  (view) => parentsOf(view.review, view.names, view.concern),
  parties,
  transactions,
  counterparties,
  duties,
  criteria,
  reaches,
  remainder,
];

function determinations({ review, names, concern, byTransaction }: View): Subject[] {
  return [review.determination, ...review.determinations].map((one) => {
    const transaction = review.transactions.find(({ id }) => id === one.transaction);
    return {
      kind: "determination",
      key: one.transaction ?? "case",
      title: transaction ? useText(transaction, names) : "the case",
      ofConcern: transaction !== undefined && reachedBy(byTransaction.get(transaction.id) ?? [], concern),
      // Its reasons and questions are those of the findings.
      fields: { outcome: one.outcome, measures: listed([...one.measures].sort(byText)) },
    };
  });
}

function findings({ review, names }: View): Subject[] {
  return review.findings.map((one) => {
    const transaction = review.transactions.find(({ id }) => id === one.transaction);
    return {
      kind: "finding",
      key: one.id,
      title: `${one.pack}/${one.rule}: ${one.title} (${transaction ? useText(transaction, names) : names.provider(one.provider)})`,
      ofConcern: one.confidence !== "low" && one.outcome !== "exempt",
      fields: {
        outcome: one.outcome,
        certainty: one.certainty,
        confidence: one.confidence,
        status: one.status,
        citation: `${one.citation} (mark ${one.mark})`,
        governments: listed(one.governments),
        explanation: one.explanation,
        measures: listed(one.measures),
        "to settle": one.settle.join(" "),
      },
    };
  });
}

/** Who reaches anything at all, and what it can do; a lead is told apart, because it is no ground. */
function governments({ review, names, concern }: View): Subject[] {
  return grouped(review.reaches, (one) => one.government).map(([code, all]) => {
    const sure = all.filter((one) => one.path.confidence !== "low");
    return {
      kind: "government",
      key: code,
      title: names.government(code),
      ofConcern: concern(code) && sure.length > 0,
      fields: {
        can: effectsOf(sure),
        "can, after measures": effectsOf(sure.filter((one) => one.residual)),
        "may (leads)": effectsOf(all.filter((one) => one.path.confidence === "low" && !sure.some(({ effect }) => effect === one.effect))),
      },
    };
  });
}

function effectsOf(all: Reach[]): string {
  return listed(effects.filter((effect) => all.some((one) => one.effect === effect)));
}

function providers({ review, concern, byTransaction, names }: View): Subject[] {
  return review.providers.map((one) => {
    const its = review.transactions.filter(({ provider }) => provider === one.id).flatMap(({ id }) => byTransaction.get(id) ?? []);
    return {
      kind: "provider",
      key: one.id,
      title: one.name,
      ofConcern: reachedBy(its, concern),
      fields: { operator: names.party(one.operator), governments: listed([...one.governments].sort(byText)) },
    };
  });
}

/** Who runs a service, and who wrote its technology. Whoever stands above them is told as a parent. */
function parties({ review, names, concern }: View): Subject[] {
  const authors = new Set(review.transactions.flatMap((one) => one.technology));
  const operators = new Set(review.transactions.map((one) => one.operator));
  const known = new Map(review.parties.map((one) => [one.id, one]));
  return [...new Set([...operators, ...authors])].map((id) => {
    const jurisdiction = known.get(id)?.jurisdiction ?? null;
    return {
      kind: "party",
      key: id,
      title: names.party(id),
      ofConcern: jurisdiction !== null && concern(jurisdiction),
      fields: {
        jurisdiction: jurisdiction ?? "not known",
        role: listed([...(operators.has(id) ? ["operator"] : []), ...(authors.has(id) ? ["author of the technology"] : [])]),
      },
    };
  });
}

function transactions({ review, names, concern, byTransaction }: View): Subject[] {
  return review.transactions.map((one) => ({
    kind: "transaction",
    key: one.id,
    title: useText(one, names),
    ofConcern: reachedBy(byTransaction.get(one.id) ?? [], concern),
    fields: {
      operator: names.party(one.operator),
      owner: one.owner ? names.party(one.owner) : "not known",
      technology: listed(one.technology.map(names.party)),
      "served from": one.servedFrom ?? "not known",
      services: listed(one.services),
      holdings: listed(one.holdings),
      join: one.join,
      "bytes sent": String(one.bytesSent),
      "bytes received": String(one.bytesReceived),
      confidence: one.confidence,
    },
  }));
}

function counterparties({ review, names }: View): Subject[] {
  return review.counterparties.map((one) => ({
    kind: "counterparty",
    key: `${one.party} ${one.pack}`,
    title: `${names.party(one.party)} under ${one.pack}`,
    ofConcern: one.covered === "yes",
    fields: {
      covered: one.covered,
      limbs: listed([...one.limbs].sort(byText)),
      governments: listed([...one.governments].sort(byText)),
      share: `${one.shareMin} to ${one.shareMax} percent`,
    },
  }));
}

/** A duty of several transactions is told of each, so that one more of them changes nothing for the others. */
function duties({ review, names }: View): Subject[] {
  return (review.duties ?? []).flatMap((one) =>
    one.transactions.map((id) => {
      const transaction = review.transactions.find((each) => each.id === id);
      return {
        kind: "duty" as const,
        key: `${one.pack}/${one.duty} ${id}`,
        title: `${one.pack}/${one.duty}: ${one.title} (${transaction ? useText(transaction, names) : id})`,
        ofConcern: false,
        fields: {
          certainty: one.certainty,
          due: one.due ?? one.dueInWords,
          citation: `${one.citation} (mark ${one.mark})`,
          does: one.does,
        },
      };
    }),
  );
}

function criteria({ review }: View): Subject[] {
  return (review.criteria ?? []).flatMap(({ pack, list, transactions: all }) =>
    all.flatMap(({ transaction, criteria: answered }) =>
      answered.map((one) => ({
        kind: "criterion" as const,
        key: `${pack}/${one.criterion} ${transaction}`,
        title: `${pack}/${one.criterion}: ${list.find(({ id }) => id === one.criterion)?.title ?? ""} (${transaction})`,
        ofConcern: false,
        fields: {
          state: one.state,
          "at most": one.atMost === null ? "" : String(one.atMost),
          // Some answers name the day of the review, which is no difference by itself.
          answers: one.answers
            .map((answer) => `${answer.leaning} (${answer.certainty}): ${answer.text}`)
            .join(" ")
            .replaceAll(review.asOf, "the day of the review"),
          ask: one.ask.map(({ of, question }) => `${of}: ${question}`).join(" "),
        },
      })),
    ),
  );
}

function reaches({ review, names, concern }: View): Subject[] {
  return review.reaches.map((one) => ({
    kind: "reach",
    key: one.id,
    title: `${names.government(one.government)}: ${one.effect} ${one.target.name} (${one.transaction})`,
    ofConcern: concern(one.government) && one.path.confidence !== "low",
    fields: {
      path: pathText(one.path),
      confidence: one.path.confidence,
      residual: one.residual ? "yes" : "no, ended by measures",
      measures: listed(one.cutBy.map(({ measure, status }) => `${measure} (${status})`)),
    },
  }));
}

/** What could not be attributed or read, was left out or had to be assumed. */
function remainder({ review, pathName }: View): Subject[] {
  const plain = (kind: Subject["kind"], key: string, fields: Record<string, string> = {}, title = key): Subject => ({
    kind,
    key,
    title,
    ofConcern: false,
    fields,
  });
  const problems = grouped(review.problems, (one) => `${pathName(one.path)} ${one.code}: ${one.message}`);
  return [
    ...review.unattributed.map((one) => plain("unattributed", `${one.kind} ${one.value}`)),
    ...problems.map(([key, all]) => plain("problem", key, { severity: all[0]?.severity ?? "", times: String(all.length) })),
    ...grouped(review.leftOut, (one) => `${pathName(one.path)}: ${one.reason}`).map(([key, all]) =>
      plain("left-out", key, { files: String(all.reduce((sum, one) => sum + one.count, 0)) }),
    ),
    ...review.assumptions.map((one) => plain("assumption", one)),
  ];
}

function useText({ provider, region, system, kind }: Transaction, names: Names): string {
  return [`${names.provider(provider)} ${kind}`, ...(region ? [region] : []), names.system(system)].join(", ");
}

function pathText({ steps }: Path): string {
  return steps.map((one) => `${one.from.name} ${one.kind}${one.instrument ? ` (${one.instrument})` : ""} ${one.to.name}`).join("; ");
}

function reachedBy(all: Reach[], concern: (government: string) => boolean): boolean {
  return all.some((one) => one.path.confidence !== "low" && concern(one.government));
}

function reachesByTransaction(all: Reach[]): Map<string, Reach[]> {
  return new Map(grouped(all, (one) => one.transaction));
}

export function grouped<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups];
}

function listed(all: readonly string[]): string {
  return all.join(", ");
}
