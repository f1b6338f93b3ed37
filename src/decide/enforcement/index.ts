export { enforcementPlan } from "./plan.js";
export type { EnforcementRequest, EnforcementTarget, Kept, RoutedRange } from "./request.js";
