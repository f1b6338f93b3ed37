import type { ImportStatus, ReferenceStatus } from "../model/index.js";

/** The status of the reference for a terminal. */
export function statusText(status: ReferenceStatus): string {
  const { newest, oldest, undated, notOpened } = status.sources;
  const widest = Math.max(...Object.keys(status.counts).map((name) => name.length));
  const lines = [
    `Reference, edition ${status.edition}`,
    `  SHA-256 ${status.sha256}${status.intact ? "" : " (the files have changed since: build again with `npm run build`)"}`,
    ...(status.folder === null ? [] : [`  ${status.folder}`]),
    "",
    ...Object.entries(status.counts).map(([name, count]) => `  ${name.padEnd(widest)}  ${String(count).padStart(5)}`),
    "",
    `  newest source  ${newest.date}, ${newest.daysOld} days old (${newest.id})`,
    `  oldest source  ${oldest.date}, ${oldest.daysOld} days old (${oldest.id})`,
    `  ${undated} sources bear no date; ${notOpened} are cited without having been opened`,
    "",
    `Networks, ${status.networks.source}, edition ${status.networks.edition}`,
    `  ${status.networks.ipv4} IPv4 and ${status.networks.ipv6} IPv6 ranges of ${status.networks.organisations} organisations`,
    `  licence ${status.networks.licence}: ${status.networks.attribution}`,
    "",
    status.imports.folder === null ? "Imports" : `Imports in ${status.imports.folder}`,
    ...(status.imports.sources.length > 0
      ? status.imports.sources.flatMap(importLines)
      : ["  none; `beholden reference import FILE…` adds official lists, registers and your own tables"]),
  ];
  return `${lines.join("\n")}\n`;
}

function importLines({ id, intact, damage, daysOld, source }: ImportStatus): string[] {
  if (!intact || !source) return [`  ${id}: NOT INTACT: ${damage}`];
  const { counts, edition, importedOn, sha256, title, licence } = source;
  const dated = edition ? `edition of ${edition}, ` : "without a date, ";
  return [
    `  ${id}: ${title}`,
    `    ${dated}${daysOld} days old, imported on ${importedOn}, intact`,
    `    SHA-256 ${sha256}`,
    `    ${counts.parties} parties, ${counts.interests} interests, ${counts.listings} listings from ${counts.records} records; ${counts.refused} refused, ${counts.passedOver} passed over`,
    ...(licence ? [`    licence ${licence}`] : []),
  ];
}
