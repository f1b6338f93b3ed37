import { dnsRpz } from "./dns-rpz.js";
import type { EnforcementFormat } from "./format.js";
import { kubernetes } from "./kubernetes.js";
import { npmOverrides } from "./npm-overrides.js";
import { npmrc } from "./npmrc.js";
import { pipConf } from "./pip-conf.js";
import { pipConstraints } from "./pip-constraints.js";
import { rego } from "./rego.js";
import { terraformCli } from "./terraform-cli.js";
import { terraformPolicySet } from "./terraform-policy-set.js";

/** Every form of a plan, one line each. */
export const enforcementFormats: readonly EnforcementFormat[] = [
  dnsRpz,
  rego,
  terraformCli,
  terraformPolicySet,
  kubernetes,
  npmrc,
  npmOverrides,
  pipConf,
  pipConstraints,
];
