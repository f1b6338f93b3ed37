import { dnsRpz } from "./dns-rpz.js";
import type { EnforcementFormat } from "./format.js";

/** Every form of a plan, one line each. */
export const enforcementFormats: readonly EnforcementFormat[] = [
  dnsRpz, //
];
