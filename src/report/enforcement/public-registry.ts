import type { EnforcementPlan } from "../../model/index.js";

/** Whether a plan blocks a host: a registry that lies under a blocked name cannot be what everything is pinned to. */
export function isBlocked(plan: EnforcementPlan, host: string): boolean {
  return plan.names.some(({ suffix, except }) => isWithin(host, suffix) && !except.some((open) => isWithin(host, open)));
}

function isWithin(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}
