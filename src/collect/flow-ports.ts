/** IANA protocol numbers that flow logs hold most. */
const tcp = 6;
const udp = 17;
const keywords = new Map([
  [1, "icmp"],
  [2, "igmp"],
  [41, "ipv6"],
  [47, "gre"],
  [50, "esp"],
  [51, "ah"],
  [58, "ipv6-icmp"],
  [132, "sctp"],
]);

/** Ports of widely used services above the system ports (IANA service name registry, and common practice). */
const servicePorts = new Set(
  [1194, 1433, 1521, 1883, 2049, 2379, 3128, 3306, 3389, 4317, 4318, 4500, 5060, 5061, 5432, 5671, 5672, 5684, 6379, 6443].concat([
    8000, 8080, 8443, 8883, 9000, 9092, 9093, 9094, 9200, 9418, 11211, 27017, 51820,
  ]),
);

/** Where clients get their ports from: Linux from 32768, everybody else from 49152 (RFC 6335 section 6). */
const firstEphemeralPort = 32_768;

/**
 * Whether the ports say that the first end is a service of the second: it is on a system port, or on one of a widely used
 * service while the other end is on a port that clients are given.
 */
export function serves(port: number, otherPort: number): boolean {
  if (port > 0 && port < 1024) return true;
  return servicePorts.has(port) && otherPort >= firstEphemeralPort;
}

/** Whether a protocol has connections and ports; of ICMP, logs write type and code there. */
export function hasPorts(protocol: number): boolean {
  return protocol === tcp || protocol === udp;
}

/** `tcp/443`, `udp/53`, `icmp`: protocol by its IANA keyword, with the port where the protocol has ports. */
export function portName(protocol: number, port: number): string {
  if (protocol === tcp) return `tcp/${port}`;
  if (protocol === udp) return `udp/${port}`;
  return keywords.get(protocol) ?? `protocol-${protocol}`;
}
