import { awsVpcFlow } from "./aws-vpc-flow.js";
import { bindQueryLog } from "./bind-query-log.js";
import { compose } from "./compose.js";
import { cycloneDx } from "./cyclonedx.js";
import { dnsmasqLog } from "./dnsmasq-log.js";
import type { Format } from "./format.js";
import { hostList } from "./host-list.js";
import { kubernetes } from "./kubernetes.js";
import { npmLockfile } from "./npm-lockfile.js";
import { route53Resolver } from "./route53-resolver.js";
import { terraformHcl } from "./terraform-hcl.js";
import { terraformShow } from "./terraform-show.js";
import { terraformState } from "./terraform-state.js";
import { vendorCsv } from "./vendor-csv.js";

/** Every format that can be read, one line each. The first that recognises a file reads it, so the narrower stand first. */
export const formats: readonly Format[] = [
  terraformState, //
  terraformShow,
  terraformHcl,
  cycloneDx,
  npmLockfile,
  awsVpcFlow,
  route53Resolver,
  bindQueryLog,
  dnsmasqLog,
  compose,
  kubernetes,
  vendorCsv,
  hostList,
];
