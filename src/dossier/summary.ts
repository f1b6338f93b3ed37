import type { Dossier, DossierQuestion, Provider } from "../model/index.js";

type Parts = Pick<Dossier, "operators" | "reaches" | "listings" | "priorActions">;

/** What the dossier comes to: who runs it, whom that leads to, what is on record, and what is open. */
export function summaryOf(
  provider: Provider,
  { operators, reaches, listings, priorActions }: Parts,
  questions: readonly DossierQuestion[],
  adversaries: ReadonlyMap<string, string>,
): string[] {
  const runs = operators.find(({ role }) => role === "operator");
  const head = operators.find(({ role }) => role === "group");
  const inForce = listings.filter(({ inForce: now }) => now).length;
  const open = questions.filter(({ status }) => status === "open").length;
  return [
    `${runs ? `${runs.statement.text}.` : `Who runs ${provider.names.english} is a lead only.`}${head ? ` ${head.statement.text}.` : ""}`,
    reachSentence(reaches, adversaries),
    `${counted(inForce, "listing")} in force, ${counted(priorActions.length, "prior action").toLowerCase()} on file; of ${questions.length} questions of the review ${open === 0 ? "none is" : open === 1 ? "one is" : `${open} are`} wholly open.`,
  ];
}

const doings: Record<string, string> = { access: "obtain data from it", disrupt: "make it cut off service" };

function reachSentence(reaches: Parts["reaches"], adversaries: ReadonlyMap<string, string>): string {
  if (adversaries.size === 0) return "No law of a reviewing office that names foreign adversaries was in force.";
  const named = reaches.filter(({ standing }) => standing === "adversary");
  if (named.length === 0)
    return "No path from a government that the reviewing office's law names as a foreign adversary is on file with more than low confidence.";
  const governments = [...new Set(named.map(({ government }) => government))];
  return governments
    .map((code) => {
      const its = named.filter(({ government }) => government === code);
      const effects = its.filter(({ effect }, at) => its.findIndex((one) => one.effect === effect) === at);
      const can = effects.map(({ effect, path }) => `${doings[effect] ?? effect} (${path.confidence} confidence)`).join(" and ");
      return `${its[0]?.name ?? code}, which the reviewing office's law names as a foreign adversary, can ${can}.`;
    })
    .join(" ");
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? "No" : count} ${noun}${count === 1 ? "" : "s"}`;
}
