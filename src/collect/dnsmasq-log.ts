import { dnsLogFormat, queriedName } from "./dns-log.js";

/** `dnsmasq[812]: query[A] name from 192.0.2.7`; with log-queries=extra a number and `192.0.2.7/53211` stand before `query`. */
const query = /\bdnsmasq\[\d+\]: (?:\d+ [0-9a-fA-F.:]+\/\d+ )?query\[[^\]]*\] (\S+) from ([0-9a-fA-F.:]+)/;

/** The query log of dnsmasq, by way of syslog, whose times have no year. */
export const dnsmasqLog = dnsLogFormat({
  id: "dnsmasq-log",
  title: "dnsmasq query log",
  specification: "https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html",
  parse(line) {
    if (!/\bdnsmasq\[\d+\]: .*query\[/.test(line)) return "other";
    const [, asked, client] = query.exec(line) ?? [];
    const name = asked === undefined ? undefined : queriedName(asked);
    return client === undefined || name === undefined ? "malformed" : { name, client, time: -1, answers: [], refused: false };
  },
});
