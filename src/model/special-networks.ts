/**
 * Networks that are never another party's: this host, private, shared, loopback, link-local, unique local, multicast and
 * broadcast (IANA special-purpose address registries, RFC 6890; RFC 5771; RFC 4291).
 */
export const neverAnotherParty = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/4",
  "255.255.255.255/32",
  "::/127",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
] as const;

/** Networks that are reserved besides: for protocols, translation, discarding or later use. A log may show them; nobody may block them. */
export const reservedNetworks = ["192.0.0.0/24", "240.0.0.0/4", "::/16", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64"] as const;
