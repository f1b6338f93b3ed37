import type { Review } from "../model/index.js";

/** Names of what a review names by id; the id where it gives none. */
export interface Names {
  provider(id: string): string;
  party(id: string): string;
  government(code: string): string;
  system(id: string): string;
}

export function namesIn(review: Review): Names {
  const providers = new Map(review.providers.map((one) => [one.id, one.name]));
  const parties = new Map([...(review.facts?.parties ?? []), ...review.parties].map((one) => [one.id, one.name]));
  const [governments, targets] = [new Map<string, string>(), new Map<string, string>()];
  for (const { target, path, alternatives } of review.reaches) {
    if (target.kind === "system") targets.set(target.id, target.name);
    for (const { steps } of [path, ...alternatives]) {
      for (const { from } of steps) if (from.kind === "government") governments.set(from.id, from.name);
    }
  }
  for (const one of review.declared?.systems ?? []) targets.set(one.id, one.name);
  return {
    provider: (id) => providers.get(id) ?? id,
    party: (id) => parties.get(id) ?? id,
    government: (code) => governments.get(code) ?? code,
    system: (id) => targets.get(id) ?? (id === "undeclared" ? "no declared system" : id),
  };
}

/** Whether a government is of concern to one of the packs that a review applied, on its day. */
export function concernIn(review: Review): (government: string) => boolean {
  const named = new Set([
    ...review.findings.flatMap((one) => one.governments),
    ...review.counterparties.flatMap((one) => one.governments),
    ...review.rulePacks.flatMap((pack) =>
      pack.law
        ? pack.law.governments.filter((one) => one.held).map((one) => one.code)
        : pack.governments.filter((code) => /^[A-Z]{2}$/.test(code)),
    ),
  ]);
  const excepting = review.rulePacks.flatMap((pack) =>
    pack.law && pack.law.governmentsExcept.length > 0 ? [new Set(pack.law.governmentsExcept)] : [],
  );
  return (government) => named.has(government) || excepting.some((own) => !own.has(government));
}
