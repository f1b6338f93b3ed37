import ipaddr from "ipaddr.js";
import type { Family } from "./intervals.js";

/** An address as a number; undefined for what is none. An IPv4 address in IPv6 clothes is that IPv4 address (RFC 4291 section 2.5.5.2). */
export function parseAddress(text: string): { family: Family; value: bigint } | undefined {
  const plain = text.includes(":") ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
  if (!plain) return undefined;
  const bytes = ipaddr.process(text).toByteArray();
  return { family: bytes.length === 4 ? 4 : 6, value: bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) };
}
