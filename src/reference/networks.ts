import type { NetworkMatch } from "../model/index.js";
import { ipv4Number, ipv4Text, ipv6Number, ipv6Text } from "./address-numbers.js";

/** One row of a routing table: addresses from `first` to `last`, both included, as numbers. */
export interface NetworkRange {
  first: bigint;
  last: bigint;
  asn: number;
  organisation: string;
}

/** Where a table of networks comes from and on what terms it may be used. */
export interface NetworksOrigin {
  source: string;
  edition: string;
  licence: string;
  attribution: string;
}

/** A table of networks, opened: lookups only, nothing is unpacked. */
export interface Networks {
  origin: NetworksOrigin;
  counts: { ipv4: number; ipv6: number; organisations: number };
  /** The range that holds an IPv4 or IPv6 address; an IPv4-mapped IPv6 address is looked up as IPv4. */
  network(address: string): NetworkMatch | undefined;
  /** Every range that some AS numbers announce, in ascending order; the whole table is gone through. */
  rangesOf(asns: ReadonlySet<number>): AnnouncedRange[];
}

/** Addresses that an AS number announces, both ends included. */
export interface AnnouncedRange {
  family: 4 | 6;
  first: bigint;
  last: bigint;
  asn: number;
}

const magic = "BEHOLDEN-NET";
const version = 1;
const headerBytes = magic.length + 6 * 4;

/**
 * Writes a table of networks, ranges in ascending order. The file is a header, then sections without gaps; numbers are
 * little-endian and of 4 bytes unless said otherwise.
 *
 *   header: magic (12 bytes), version, ranges of IPv4, ranges of IPv6, organisations, bytes of origin, bytes of names
 *   origin: JSON
 *   IPv4: first addresses, last addresses, organisation numbers
 *   IPv6: first addresses, last addresses (16 bytes each: upper half, lower half), organisation numbers
 *   organisations: AS numbers; bounds of the names, one more than there are names; names in UTF-8
 *
 * Throws where the ranges are out of order or overlap: a binary search over them would answer wrongly.
 */
export function encodeNetworks(ipv4: NetworkRange[], ipv6: NetworkRange[], origin: NetworksOrigin): Buffer {
  requireOrder(ipv4, "IPv4", 32n);
  requireOrder(ipv6, "IPv6", 128n);
  const organisations = new Organisations();
  const sections = [section(ipv4, 4, organisations), section(ipv6, 16, organisations)];
  const names = organisations.rows.map(({ organisation }) => Buffer.from(organisation, "utf8"));
  const nameEnds: number[] = [];
  let end = 0;
  for (const name of names) {
    end += name.length;
    nameEnds.push(end);
  }
  const about = Buffer.from(JSON.stringify(origin), "utf8");
  const sizes = [version, ipv4.length, ipv6.length, names.length, about.length, end];
  const numbers = integers([...organisations.rows.map(({ asn }) => asn), 0, ...nameEnds]);
  return Buffer.concat([Buffer.from(magic, "latin1"), integers(sizes), about, ...sections, numbers, ...names]);
}

/** Numbers the pairs of AS number and organisation in the order in which ranges name them. */
class Organisations {
  readonly rows: { asn: number; organisation: string }[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf({ asn, organisation }: NetworkRange): number {
    const key = `${asn} ${organisation}`;
    const number = this.numbers.get(key) ?? this.rows.push({ asn, organisation }) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function section(ranges: NetworkRange[], width: 4 | 16, organisations: Organisations): Buffer {
  const bounds = Buffer.alloc(ranges.length * width * 2);
  for (const [index, { first, last }] of ranges.entries()) {
    writeAddress(bounds, index * width, width, first);
    writeAddress(bounds, (ranges.length + index) * width, width, last);
  }
  return Buffer.concat([bounds, integers(ranges.map((range) => organisations.numberOf(range)))]);
}

function writeAddress(bytes: Buffer, offset: number, width: 4 | 16, address: bigint): void {
  if (width === 4) {
    bytes.writeUInt32LE(Number(address), offset);
  } else {
    bytes.writeBigUInt64LE(address >> 64n, offset);
    bytes.writeBigUInt64LE(address & 0xffff_ffff_ffff_ffffn, offset + 8);
  }
}

function integers(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function requireOrder(ranges: NetworkRange[], family: string, bits: bigint): void {
  let before = -1n;
  for (const [index, { first, last }] of ranges.entries()) {
    if (first > before && last >= first && last < 1n << bits) {
      before = last;
      continue;
    }
    throw new RangeError(
      `${family} range ${index + 1} (${first} to ${last}) is out of order, overlaps the one before it or is not ${family}`,
    );
  }
}

/**
 * Opens a table that `encodeNetworks` wrote. Reads only the header; every lookup is a binary search in the bytes.
 * Throws where the bytes are of another format or version, or cut short.
 */
export function openNetworks(bytes: Buffer): Networks {
  if (bytes.length < headerBytes || bytes.toString("latin1", 0, magic.length) !== magic) {
    throw new Error("this is not a table of networks; build it again with `npm run build`");
  }
  const [found = 0, ipv4 = 0, ipv6 = 0, organisations = 0, aboutBytes = 0, nameBytes = 0] = Array.from({ length: 6 }, (_, index) =>
    bytes.readUInt32LE(magic.length + index * 4),
  );
  if (found !== version)
    throw new Error(`the table of networks has format ${found}, expected ${version}; build it again with \`npm run build\``);
  const atIpv4 = headerBytes + aboutBytes;
  const atIpv6 = atIpv4 + ipv4 * 12;
  const atAsns = atIpv6 + ipv6 * 36;
  const atNameBounds = atAsns + organisations * 4;
  const atNames = atNameBounds + (organisations + 1) * 4;
  if (bytes.length !== atNames + nameBytes) {
    throw new Error(
      `the table of networks has ${bytes.length} bytes, expected ${atNames + nameBytes}; build it again with \`npm run build\``,
    );
  }

  // A log's addresses are of few organisations: each name is written out once.
  const names: (string | undefined)[] = [];
  const readName = (organisation: number): string => {
    const bounds = atNameBounds + organisation * 4;
    return bytes.toString("utf8", atNames + bytes.readUInt32LE(bounds), atNames + bytes.readUInt32LE(bounds + 4));
  };
  const table: Table = {
    bytes,
    asnOf: (organisation) => bytes.readUInt32LE(atAsns + organisation * 4),
    nameOf: (organisation) => {
      const known = names[organisation] ?? readName(organisation);
      names[organisation] = known;
      return known;
    },
  };
  const matchOf = (row: number, section: Section): NetworkMatch =>
    new TableRow(table, bytes.readUInt32LE(section.at + section.count * section.width * 2 + row * 4), row, section);
  const numbers4: Section = { at: atIpv4, count: ipv4, width: 4 };
  const numbers6: Section = { at: atIpv6, count: ipv6, width: 16 };
  const read4 = (offset: number) => bytes.readUInt32LE(offset);
  const read6 = (offset: number) => ipv6At(bytes, offset);
  return {
    origin: JSON.parse(bytes.toString("utf8", headerBytes, atIpv4)) as NetworksOrigin,
    counts: { ipv4, ipv6, organisations },
    network(address) {
      const four = ipv4Number(address);
      if (four !== undefined) {
        const row = rowHolding(four, numbers4, read4);
        return row < 0 ? undefined : matchOf(row, numbers4);
      }
      const six = ipv6Number(address);
      if (six === undefined) return undefined;
      const row = rowHolding(six, numbers6, read6);
      return row < 0 ? undefined : matchOf(row, numbers6);
    },
    rangesOf: (asns) => [
      ...announced(table, asns, numbers4, 4, (offset) => BigInt(read4(offset))),
      ...announced(table, asns, numbers6, 6, read6),
    ],
  };
}

function announced(
  { bytes, asnOf }: Table,
  asns: ReadonlySet<number>,
  { at, count, width }: Section,
  family: 4 | 6,
  read: (offset: number) => bigint,
): AnnouncedRange[] {
  const ranges: AnnouncedRange[] = [];
  for (let row = 0; row < count; row += 1) {
    const asn = asnOf(bytes.readUInt32LE(at + count * width * 2 + row * 4));
    if (asns.has(asn)) ranges.push({ family, first: read(at + row * width), last: read(at + (count + row) * width), asn });
  }
  return ranges;
}

interface Table {
  bytes: Buffer;
  asnOf(organisation: number): number;
  nameOf(organisation: number): string;
}

/** A row found. Its texts are written out only when asked for: a log asks about many addresses, and mostly for the number alone. */
class TableRow implements NetworkMatch {
  readonly asn: number;
  private readonly table: Table;
  private readonly number: number;
  private readonly row: number;
  private readonly section: Section;

  constructor(table: Table, organisation: number, row: number, section: Section) {
    this.asn = table.asnOf(organisation);
    this.table = table;
    this.number = organisation;
    this.row = row;
    this.section = section;
  }

  get organisation(): string {
    return this.table.nameOf(this.number);
  }

  get first(): string {
    return this.address(this.row);
  }

  get last(): string {
    return this.address(this.section.count + this.row);
  }

  private address(bound: number): string {
    const offset = this.section.at + bound * this.section.width;
    const { bytes } = this.table;
    return this.section.width === 4 ? ipv4Text(bytes.readUInt32LE(offset)) : ipv6Text(ipv6At(bytes, offset));
  }
}

function ipv6At(bytes: Buffer, offset: number): bigint {
  return (bytes.readBigUInt64LE(offset) << 64n) | bytes.readBigUInt64LE(offset + 8);
}

/** Where the ranges of one family lie: first addresses, then last ones, then numbers of organisations. */
interface Section {
  at: number;
  count: number;
  width: number;
}

/** The range that holds an address, by binary search; -1 where none does. */
function rowHolding<Address extends number | bigint>(
  wanted: Address,
  { at, count, width }: Section,
  read: (offset: number) => Address,
): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (read(at + middle * width) <= wanted) low = middle;
    else high = middle - 1;
  }
  if (high < 0 || wanted < read(at + low * width) || wanted > read(at + (count + low) * width)) return -1;
  return low;
}
