import ipaddr from "ipaddr.js";

const fourParts = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/;

/** An IPv4 address written in full, also in IPv6 clothes; undefined for anything else, such as a name or the short form `10.1`. */
export function ipv4Number(text: string): number | undefined {
  if (!fourParts.test(text)) {
    const address = text.includes(":") && ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : undefined;
    return address?.kind() === "ipv4" ? ipv4Number(address.toString()) : undefined;
  }
  let number = 0;
  let part = 0;
  // Digit by digit, without the four texts that a split makes of each address of a log.
  for (let at = 0; at <= text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0) {
      part = part * 10 + digit;
      continue;
    }
    if (part > 255) return undefined;
    number = number * 256 + part;
    part = 0;
  }
  return number;
}

const zero = 48;

/** An IPv6 address; undefined for anything else. */
export function ipv6Number(text: string): bigint | undefined {
  if (!text.includes(":") || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** In dotted decimal. */
export function ipv4Text(number: number): string {
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

/** In the form of RFC 5952. */
export function ipv6Text(number: bigint): string {
  const bytes = Array.from({ length: 16 }, (_, index) => Number((number >> BigInt((15 - index) * 8)) & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
}
