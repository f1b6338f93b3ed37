import { type Difference, type News, outcomes, type Review } from "../model/index.js";

/** What the second review has that the first has not; nothing of it where the second has only less. */
export function newsOf(differences: readonly Difference[], before: Review, after: Review): News {
  const added = (kind: Difference["kind"]) => differences.filter((one) => one.kind === kind && one.change === "added");
  return {
    findings: newFindings(before, after),
    providers: added("provider").map((one) => ({
      id: keyOf(one),
      name: one.title,
      parents: parentsOf(keyOf(one), after),
      ofConcern: one.ofConcern,
    })),
    parents: added("parent").map((one) => ({ id: keyOf(one), name: one.title, ofConcern: one.ofConcern })),
    governments: differences.flatMap((one) => {
      const effects = one.kind === "government" ? newEffects(one) : [];
      return effects.length > 0 ? [{ code: keyOf(one), name: one.title, effects, ofConcern: one.ofConcern }] : [];
    }),
  };
}

/** Findings that nobody answers for and that are new, graver or more certain than before, or no longer answered for. Gravest first. */
function newFindings(before: Review, after: Review): News["findings"] {
  const known = new Map(before.findings.map((one) => [one.id, one]));
  const open = (one: { status: string }) => one.status === "open" || one.status === "acceptance-expired";
  return after.findings
    .filter((one) => {
      const old = known.get(one.id);
      if (!open(one)) return false;
      if (!old || !open(old)) return true;
      const graver = outcomes.indexOf(one.outcome) < outcomes.indexOf(old.outcome);
      return graver || (one.outcome === old.outcome && one.certainty === "established" && old.certainty !== "established");
    })
    .map(({ id, outcome, title, pack, rule }) => ({ id, outcome, title: `${pack}/${rule}: ${title}` }));
}

function parentsOf(provider: string, review: Review): string[] {
  const names = new Map(review.parties.map((one) => [one.id, one.name]));
  const owners = review.transactions.flatMap((one) => (one.provider === provider && one.owner ? [names.get(one.owner) ?? one.owner] : []));
  return [...new Set(owners)];
}

function newEffects({ fields }: Difference): string[] {
  const can = fields.find((one) => one.name === "can");
  const before = new Set(can?.before?.split(", ") ?? []);
  return (can?.after?.split(", ") ?? []).filter((one) => one !== "" && !before.has(one));
}

export function keyOf({ id, kind }: Pick<Difference, "id" | "kind">): string {
  return id.slice(kind.length + 1);
}
