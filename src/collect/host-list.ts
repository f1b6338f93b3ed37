import ipaddr from "ipaddr.js";
import type { Findings, Format, InputFile } from "./format.js";
import { publicHost } from "./hosts.js";

/** Share of the first lines that must be hosts, addresses or networks for a text to be taken as a list of them. */
const enough = 0.8;

/** A plain list of hosts, IP addresses or networks (CIDR), one a line; `#` begins a comment. */
export const hostList: Format = {
  id: "host-list",
  title: "List of hosts or addresses",
  specification: "https://www.rfc-editor.org/rfc/rfc4632",
  recognises({ name, head, size }) {
    if (!/\.(txt|list|lst|hosts|ips|domains)$/i.test(name)) return false;
    const lines = head.split(/\r?\n/).map(entryOf);
    if (size > head.length) lines.pop();
    const entries = lines.filter(Boolean);
    return entries.length > 0 && entries.filter((entry) => kindOf(entry)).length >= enough * entries.length;
  },
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  for await (const { number, text } of file.lines()) {
    const entry = entryOf(text);
    if (!entry) continue;
    const seen = kindOf(entry);
    if (seen) findings.observe({ line: number, column: text.indexOf(entry) + 1, ...seen });
    else {
      findings.problem({
        line: number,
        column: 1,
        severity: "warning",
        code: "host-list-entry",
        message: "this is no public host, address or network",
        expected: "one host name, IP address or network such as 203.0.113.0/24 a line",
        action: "Mend or remove the line; the others were read.",
      });
    }
  }
}

function entryOf(line: string): string {
  return line
    .replace(/^\uFEFF/, "")
    .replace(/(^|\s)#.*$/, "")
    .trim();
}

function kindOf(entry: string): { kind: "host" | "address"; value: string } | undefined {
  if (/\s/.test(entry)) return undefined;
  if (entry.includes("/")) return networkOf(entry);
  const host = publicHost(entry);
  return host ? { kind: host.kind, value: host.value } : undefined;
}

function networkOf(entry: string): { kind: "address"; value: string } | undefined {
  if (!ipaddr.isValidCIDR(entry)) return undefined;
  const [address, length] = ipaddr.parseCIDR(entry);
  return address.range() === "unicast" ? { kind: "address", value: `${address.toString()}/${length}` } : undefined;
}
