import { type MeasureProposals, noSourceSays, type UnacceptableReach } from "../../model/index.js";
import { effectSentence, stepSentence } from "../paths.js";
import { counted, grouped, listed, markWords } from "../words.js";

export type Proposal = NonNullable<MeasureProposals["proposal"]>;
export type ProposedSet = Proposal["sets"][number];
type ProposedMeasure = ProposedSet["measures"][number];

/** The answer in sentences, for somebody who reads nothing else. */
export function answerSentences(found: MeasureProposals): string[] {
  const { summary, proposal } = found;
  const asked = found.effects.length < 4 ? ` (${listed(found.effects)} only)` : "";
  if (summary.unacceptable === 0) {
    const why =
      summary.reachesWithFindings === 0
        ? "no open finding that prohibits, restricts or calls for review rests on one"
        : "what is in place ends each that an open finding rests on";
    return [
      `No reach is unacceptable${asked}: ${why}. No measure is needed to end one.`,
      ...endedSentence(found),
      ...besideSentences(found),
    ];
  }
  const best = proposal?.sets[0];
  return [
    `Of ${counted(summary.reachesWithFindings, "reach", "reaches")} that open findings rest on${asked}, ${summary.unacceptable} ${summary.unacceptable === 1 ? "is" : "are"} unacceptable: nothing in place ends ${summary.unacceptable === 1 ? "it" : "them"}.`,
    ...endedSentence(found),
    ...(proposal && best
      ? [
          `The cheapest way to end ${endsWords(summary)}: ${listed(best.measures.map(({ measure }) => measure))}, at a cost of ${costText(proposal.cost)}, proven the least. ${tiesSentence(proposal)}`,
        ]
      : []),
    ...(summary.onlyCessationLeft > 0
      ? [
          `For ${counted(summary.onlyCessationLeft, "reach", "reaches")} only cessation is left: no measure of the catalogue ends ${summary.onlyCessationLeft === 1 ? "it" : "them"}.`,
        ]
      : []),
    ...besideSentences(found),
  ];
}

function endedSentence({ summary }: MeasureProposals): string[] {
  if (summary.reachesWithFindings === 0) return [];
  const kept =
    summary.ifPromisesKept > 0 ? ` What is promised ends none; kept, it would end ${summary.ifPromisesKept} of the open ones.` : "";
  return [
    `Ended by verified measures alone: ${summary.endedByVerified}. Ended with measures declared in place and not verified: ${summary.endedByInPlace}.${kept}`,
  ];
}

function endsWords({ unacceptable, onlyCessationLeft }: MeasureProposals["summary"]): string {
  const rest = unacceptable - onlyCessationLeft;
  return onlyCessationLeft > 0 ? `the other ${rest}` : rest === 1 ? "it" : `all ${rest}`;
}

function besideSentences({ summary, problems, notes }: MeasureProposals): string[] {
  return [
    ...(summary.findingsWithoutReach > 0
      ? [
          `${counted(summary.findingsWithoutReach, "open finding")} ${summary.findingsWithoutReach === 1 ? "rests" : "rest"} on no reach: no measure here changes ${summary.findingsWithoutReach === 1 ? "it" : "them"}.`,
        ]
      : []),
    ...(problems > 0
      ? [`${counted(problems, "problem")} in reading the input: something may be missing; beholden review tells them.`]
      : []),
    ...notes,
  ];
}

/** How many sets cost the same. */
export function tiesSentence({ sets, complete }: Proposal): string {
  if (!complete) return `At least ${sets.length} sets cost the same; so many are listed.`;
  if (sets.length === 1) return "No other set costs as little.";
  return `${sets.length} sets cost the same.`;
}

/** What the costs are that "cheapest" speaks of. */
export function costSentence({ costs }: MeasureProposals): string {
  if (costs.given.length === 0)
    return "No cost is given, so each measure counts 1 and the cheapest set is the smallest. Give costs with --cost or under measureCosts in beholden.yaml.";
  const given = costs.given.map(({ measure, cost, by }) => `${measure} ${costText(cost)} (${by})`);
  const rest = costs.notGiven.length > 0 ? ` No cost is given for ${listed(costs.notGiven)}: each counts 1.` : "";
  return `Costs: ${given.join(", ")}.${rest}`;
}

/** A cost without digits that a sum of decimals left behind. */
export function costText(cost: number): string {
  const [whole = "", decimals] = String(Number(cost.toPrecision(12))).split(".");
  return `${/^\d+$/.test(whole) ? grouped(Number(whole)) : whole}${decimals ? `.${decimals}` : ""}`;
}

/** `China can cut off Order archive through Alibaba Cloud`. */
export function reachSentence(reach: UnacceptableReach): string {
  return `${effectSentence(reach.governmentName, reach.effect, reach.target)} through ${reach.providerName}`;
}

/** How its paths stand, and how sure the strongest is. */
export function pathsWords({ paths, pathsOpen, confidence, ifPromisesKept }: UnacceptableReach): string {
  const open = pathsOpen === paths ? counted(paths, "path") : `${pathsOpen} of ${counted(paths, "path")} open`;
  return `${open}, ${confidence} confidence${ifPromisesKept ? "; promised measures would end it" : ""}`;
}

export interface CutPointWords {
  step: string;
  measures: string;
}

/** Each cut point in a sentence, with what cuts it. */
export function cutPointsWords({ cutPoints }: UnacceptableReach): CutPointWords[] {
  return cutPoints.map(({ step, measures, divestitures }) => ({
    step: stepSentence({ ...step, because: "", confidence: "high", evidence: [] }),
    measures: [...measures, ...divestitures.map((id) => `${id} (divestiture)`)].join(", ") || "no measure",
  }));
}

/** What is left where no measure ends a reach, and for which transaction. */
export function cessationWords({ divestitures, transaction }: UnacceptableReach): string {
  const divested =
    divestitures.length > 0 ? `, or a change of owner with no operational tie (${listed(divestitures)}), which is no mitigation` : "";
  return `ending the use is left${divested} [${transaction}]`;
}

/** What is said of one measure of the sets: where it is needed, what is taken to be so, what it leaves, how it is verified. */
export interface MeasureWords {
  id: string;
  name: string;
  rows: [label: string, text: string][];
}

/** The measures of the sets, each once as the first set that has it needs it, with what a reader has to know before relying on it. */
export function measureWords({ candidates }: MeasureProposals, { sets }: Proposal): MeasureWords[] {
  const used = new Map<string, ProposedMeasure>();
  for (const one of sets.flatMap((set) => set.measures)) if (!used.has(one.measure)) used.set(one.measure, one);
  const namesOf = (places: ProposedMeasure["neededFor"]) => listed(places.map(({ name }) => name));
  return candidates.flatMap((one) => {
    const use = used.get(one.measure);
    if (!use) return [];
    const says = (statement: typeof one.verifier) => (statement ? `${statement.says} (${markWords[statement.mark]})` : noSourceSays);
    return [
      {
        id: one.measure,
        name: one.name,
        rows: [
          ["Needed for", namesOf(use.neededFor) || "no target by itself"],
          ...(use.alsoCuts.length > 0
            ? ([["Cuts also at", `${namesOf(use.alsoCuts)}, as others of the set do`]] as [string, string][])
            : []),
          ...(use.promisedFor.length > 0 ? ([["Promised for", namesOf(use.promisedFor)]] as [string, string][]) : []),
          ...(use.conditions.length > 0 ? ([["Taken to be so", use.conditions.join("; ")]] as [string, string][]) : []),
          ["Leaves", one.leaves],
          ["Evidence", one.evidence],
          ["Verified by", says(one.verifier)],
          ["How often", says(one.frequency)],
          ["Owed under", one.breach.map(({ under }) => under).join("; or ")],
        ],
      },
    ];
  });
}

/** What a breach of the measures of the sets means, once for each instrument that they can be owed under. */
export function breachSentences({ candidates, proposal }: MeasureProposals): string[] {
  const used = new Set(proposal?.sets.flatMap((set) => set.measures.map(({ measure }) => measure)));
  const sentences = candidates
    .filter(({ measure }) => used.has(measure))
    .flatMap(({ breach }) => breach)
    .map(
      ({ under, means, citation, mark }) =>
        `Under ${under}: ${means ?? `${noSourceSays}.`}${citation ? ` (${citation}; ${markWords[mark]})` : ""}`,
    );
  return [...new Set(sentences)];
}

/** What the law demands, in sentences. */
export function demandedSentences({ demanded, prohibited, proposal, besideDemanded }: MeasureProposals): string[] {
  return [
    ...prohibited.map(
      ({ title, citation, certainty, providerName }) =>
        `${providerName}: ${certainty === "established" ? "prohibited" : "a prohibition cannot be excluded"} (${title}; ${citation}). No measure makes it lawful.`,
    ),
    ...demanded.map(({ measure, name, certainty, citations, targets, cutsReaches }) => {
      const on = targets.length > 0 ? ` for ${listed(targets.map((one) => one.name))}` : "";
      const sure = certainty === "established" ? "" : ", if what is open turns out so";
      const cuts = cutsReaches ? "It also ends paths of these reaches." : "It ends no path of these reaches by itself.";
      return `${name} (${measure})${on}${sure}: ${citations.join("; ")}. Other measures do not take its place. ${cuts}`;
    }),
    ...(besideDemanded ? [besideSentence(besideDemanded, proposal)] : []),
  ];
}

function besideSentence(proposal: Proposal, alone: MeasureProposals["proposal"]): string {
  const [first] = proposal.sets;
  const keys = ({ sets }: Proposal) => JSON.stringify(sets.map((set) => set.measures.map(({ measure }) => measure)));
  if (alone && keys(alone) === keys(proposal)) return "Where that is met, the same sets are still the cheapest.";
  if (!first || first.measures.length === 0) return "Where that is met, nothing further is needed to end the reaches that can be ended.";
  return `Where what is demanded for certain is met, the cheapest additions are ${listed(first.measures.map(({ measure }) => measure))}, at a further cost of ${costText(proposal.cost)}. ${tiesSentence(proposal)}`;
}
