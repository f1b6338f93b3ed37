import { awsNetworkFirewall } from "./aws-network-firewall.js";
import { awsWaf } from "./aws-waf.js";
import { dnsRpz } from "./dns-rpz.js";
import { envoy } from "./envoy.js";
import type { EnforcementFormat } from "./format.js";
import { ipset } from "./ipset.js";
import { kubernetes } from "./kubernetes.js";
import { nftables } from "./nftables.js";
import { npmOverrides } from "./npm-overrides.js";
import { npmrc } from "./npmrc.js";
import { pipConf } from "./pip-conf.js";
import { pipConstraints } from "./pip-constraints.js";
import { rego } from "./rego.js";
import { squid } from "./squid.js";
import { terraformCli } from "./terraform-cli.js";
import { terraformPolicySet } from "./terraform-policy-set.js";

/** Every form of a plan, one line each. */
export const enforcementFormats: readonly EnforcementFormat[] = [
  nftables,
  ipset,
  dnsRpz,
  squid,
  envoy,
  awsNetworkFirewall,
  awsWaf,
  rego,
  terraformCli,
  terraformPolicySet,
  kubernetes,
  npmrc,
  npmOverrides,
  pipConf,
  pipConstraints,
];
