import { type NeedRule, needRules } from "../../model/index.js";

/** Types of DNS records. */
const record =
  /^(?:alicloud_(?:ali)?dns|aws_route53|azurerm_(?:private_)?dns_\w+|cloudflare(?:_dns)?|digitalocean|google_dns|huaweicloud_dns|tencentcloud_dnspod)_record(?:_?set)?$/;

/**
 * What a reference from one resource to another means while both run, by the types that say it: Terraform itself only tells the order in which
 * they are made. The first line that fits counts.
 */
const byType: { from?: RegExp; to: RegExp; rule: NeedRule }[] = [
  { to: /^data\./, rule: needRules["terraform-data"] },
  {
    from: record,
    to: /_(?:zone|hosted_zone|managed_zone|domain)$/,
    rule: needRules["dns-zone"],
  },
  {
    from: record,
    to: /./,
    rule: needRules["dns-alias"],
  },
  { to: /_(?:kms_(?:crypto_)?key|kms_alias|key_vault_key)$/, rule: needRules["terraform-key"] },
  {
    to: /_(?:vpc|subnet|subnetwork|vswitch|compute_network|virtual_network|default_vpc|default_subnet)$/,
    rule: needRules["terraform-network"],
  },
  { to: /_(?:iam_role|ram_role|cam_role|iam_instance_profile|service_account|user_assigned_identity)$/, rule: needRules["terraform-role"] },
];

/** The rule for a reference between two addresses, such as `aws_subnet.private` and `module.net.aws_vpc.main`. */
export function referenceRule(from: string, to: string): NeedRule {
  const [left, right] = [typeOf(from), typeOf(to)];
  return byType.find((one) => (!one.from || one.from.test(left)) && one.to.test(right))?.rule ?? needRules["terraform-reference"];
}

/** `aws_vpc` of `module.net.aws_vpc.main`, `data.aws_ami` of `data.aws_ami.linux`, `module` of a module. */
function typeOf(address: string): string {
  const inModule = address.replace(/^(?:module\.[^.]+\.)+/, "");
  const [first = "", second = ""] = inModule.split(".");
  return first === "data" ? `data.${second}` : first;
}
