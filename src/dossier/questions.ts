import {
  type Dossier,
  type DossierQuestion,
  type DossierReach,
  type DossierStatement,
  type Effect,
  type Practice,
  weakest,
} from "../model/index.js";
import type { Ground } from "./sieve.js";

/** What an answer is made from: the parts of the dossier that stand already. */
export interface Asked extends Ground {
  parts: Pick<Dossier, "ownership" | "reaches" | "operators" | "regions" | "usSites" | "instruments" | "relations" | "ties">;
  /** Governments that the reviewing office's law names on the day, by code, with the name that it gives them. */
  adversaries: ReadonlyMap<string, string>;
  /** What is on file about a topic for the day, put through the sieve once. */
  practices: ReadonlyMap<Practice["topic"], DossierStatement[]>;
  precedents: ReadonlyMap<Practice["topic"], DossierStatement[]>;
}

interface Question {
  id: string;
  question: string;
  topic: Practice["topic"];
  answer(asked: Asked): Pick<DossierQuestion, "status" | "answer" | "statements" | "ask">;
}

/** The questions of a review, in its order. A new one is an entry here. */
const questions: readonly Question[] = [
  {
    id: "storage",
    question: "How is data of U.S. clients stored, personal data and intellectual property?",
    topic: "storage",
    answer: ({ parts, practices, provider }) => {
      const told = practices.get("storage") ?? [];
      const sites = parts.usSites.map(({ statement }) => statement);
      const statements = [...told, ...sites];
      return {
        status: statements.length > 0 ? "partly" : "open",
        answer:
          statements.length > 0
            ? `${sites.length > 0 ? `${provider.names.english} has ${sites.length === 1 ? "a site" : `${sites.length} sites`} in the United States` : "The provider speaks of where data stays"}. Which data of U.S. clients lies where, and who holds the keys, is not on file.`
            : "Nothing on file says where data of U.S. clients lies, or who holds the keys.",
        statements,
        ask: [
          {
            what: "each category of data of U.S. clients with its regions, copies and backups",
            of: contracting(parts, provider),
          },
          {
            what: "the holders of the keys, and the staff outside the United States who can reach the systems",
            of: contracting(parts, provider),
          },
        ],
      };
    },
  },
  {
    id: "access",
    question: "Can a foreign adversary's government obtain it?",
    topic: "access",
    answer: (asked) => ({
      ...reachAnswer("access", "obtain data from", asked),
      ask: [
        {
          what: "the requests of that government for data, and what was handed over",
          of: contracting(asked.parts, asked.provider),
        },
        {
          what: "the measures that keep staff and owners under that government from data in the clear, with the proof",
          of: contracting(asked.parts, asked.provider),
        },
      ],
    }),
  },
  {
    id: "disruption",
    question: "Can it cut U.S. users off?",
    topic: "disruption",
    answer: (asked) => ({
      ...reachAnswer("disrupt", "make it cut off service of", asked),
      ask: [
        {
          what: "the parts of the service for U.S. users that are steered from systems under that government",
          of: contracting(asked.parts, asked.provider),
        },
        {
          what: "the time that they could go on without it, and where they would move",
          of: "U.S. customers, those of critical infrastructure first",
        },
      ],
    }),
  },
  {
    id: "launch",
    question: "Can the service hide attackers, or be used as their launch pad?",
    topic: "launch",
    answer: ({ practices }) => {
      const statements = practices.get("launch") ?? [];
      return {
        status: statements.length > 0 ? "partly" : "open",
        answer:
          statements.length > 0
            ? "See what is on file; how customers are identified and abuse is met is not."
            : "No use of it in an attack is on file with more than low confidence. How it identifies customers and meets abuse is not on file either.",
        statements,
        ask: [
          { what: "its way of identifying customers and of meeting reports of abuse", of: "the provider" },
          {
            what: "attacks seen from its networks",
            of: "the Cybersecurity and Infrastructure Security Agency and the Federal Bureau of Investigation",
          },
        ],
      };
    },
  },
  {
    id: "onward",
    question: "Who else is reached through subsidiaries, joint ventures and partners?",
    topic: "onward",
    answer: (asked) => {
      const statements = [...(asked.practices.get("onward") ?? []), ...holdingStatements(asked), ...runOnIt(asked)];
      return {
        status: statements.length > 0 ? "partly" : "open",
        answer:
          statements.length > 0
            ? `${statements.length === 1 ? "One company or service is" : `${statements.length} companies and services are`} on file that the group holds, runs or supplies. The list is not complete.`
            : "No subsidiary, joint venture or licensee is on file for this day.",
        statements,
        ask: [
          {
            what: "all companies that it holds a tenth or more of",
            of: "the head of the group",
          },
        ],
      };
    },
  },
];

/** Every question with its answer. */
export function answersTo(asked: Asked): DossierQuestion[] {
  return questions.map(({ id, question, topic, answer }) => ({
    id,
    question,
    ...answer(asked),
    context: asked.precedents.get(topic) ?? [],
  }));
}

/** Who signs with U.S. clients, as far as is on file. */
function contracting({ operators }: Asked["parts"], { names }: Asked["provider"]): string {
  const american = operators.find(({ role, jurisdiction }) => role === "contracting-party" && jurisdiction === "US");
  return american?.name ?? `the company that signs with U.S. clients of ${names.english}`;
}

/** The governments of concern that reach the operating companies with an effect, by their strongest path. */
function reachAnswer(
  effect: Effect,
  doing: string,
  { parts, adversaries, practices, provider }: Asked,
): Pick<DossierQuestion, "status" | "answer" | "statements"> {
  const told = practices.get(effect === "access" ? "access" : "disruption") ?? [];
  const all = parts.reaches.filter((one) => one.effect === effect && one.standing === "adversary");
  const strongest = all.filter(({ government }, at) => all.findIndex((one) => one.government === government) === at);
  if (strongest.length === 0) {
    const named =
      adversaries.size > 0
        ? "No path of a government that the office's law names is on file with more than low confidence"
        : "No list of foreign adversaries was in force";
    return { status: "open", answer: `${named}.`, statements: told };
  }
  const confidence = weakest(...strongest.map(({ path }) => path.confidence));
  return {
    status: confidence === "high" ? "answered" : "partly",
    answer: `${listed(strongest.map(({ name }) => name))} can ${doing} ${provider.names.english} (${confidence} confidence). Whether that has happened is not on file.`,
    statements: [...strongest.map(reachStatement), ...told],
  };
}

function reachStatement({ path }: DossierReach): DossierStatement {
  return {
    text: path.steps.map(({ from, to, because }) => `${from.name} over ${to.name}: ${because}`).join("; "),
    saidBy: null,
    date: null,
    until: null,
    undated: false,
    note: null,
    confidence: path.confidence,
    evidence: path.steps.flatMap(({ evidence }) => evidence),
  };
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** What the operating companies and the head of the group hold. */
function holdingStatements({ parts, grounds }: Asked): DossierStatement[] {
  const nameOf = (id: string) => grounds.party(id)?.name ?? id;
  const seen = new Set<string>();
  const companies = new Set(parts.ownership.map(({ party }) => party));
  return parts.ownership
    .flatMap(({ holdings }) => holdings)
    .filter(({ owned }) => !companies.has(owned))
    .filter(({ owner, owned, kind }) => !seen.has(`${owner} ${owned} ${kind}`) && seen.add(`${owner} ${owned} ${kind}`))
    .map(({ owner, owned, kind, shareMin, shareMax, stated: isStated, from, asOf, confidence, note, evidence }) => ({
      text: `${nameOf(owner)} holds ${isStated ? `${shareMin === shareMax ? shareMin : `${shareMin} to ${shareMax}`} % (${kind})` : `a stake (${kind.replaceAll("-", " ")}, share not stated)`} in ${nameOf(owned)}`,
      saidBy: null,
      date: from ?? asOf,
      until: null,
      undated: false,
      note,
      confidence,
      evidence,
    }));
}

/** Services of other brands that this provider's companies run or supply. */
function runOnIt({ provider, parts, reference, sieve }: Asked): DossierStatement[] {
  const supplied = parts.relations
    .filter(({ kind }) => /licensee|hosted|operating partner|joint venture/.test(kind))
    .map(({ statement }) => statement);
  const companies = new Set(parts.operators.map(({ party }) => party));
  const run = reference.catalogue.providers.flatMap((other) => {
    const operator = reference.party(other.operator);
    if (other.id === provider.id || !operator || !companies.has(other.operator)) return [];
    const fact = { sources: operator.sources, confidence: operator.confidence };
    return sieve
      .sift("services", [fact], () => ({ text: `${operator.name} runs ${other.names.english} too` }))
      .map(({ statement }) => statement);
  });
  return [...supplied, ...run];
}

/** What is on file about each topic: of the provider, and of others. */
export function topicsOf({ provider, reference, sieve }: Ground): Pick<Asked, "practices" | "precedents"> {
  const practices = sieve.sift("practices", provider.practices ?? [], ({ statement, saidBy }) => ({ text: statement, saidBy }));
  const precedents = sieve.sift("precedents", reference.catalogue.precedents ?? [], ({ statement }) => ({ text: statement }));
  const byTopic = (all: typeof practices | typeof precedents) => {
    const topics = new Map<Practice["topic"], DossierStatement[]>();
    for (const { fact, statement } of all) topics.set(fact.topic, [...(topics.get(fact.topic) ?? []), statement]);
    return topics;
  };
  return { practices: byTopic(practices), precedents: byTopic(precedents) };
}
