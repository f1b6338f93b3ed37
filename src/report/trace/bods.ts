import type { TracedLink, TracedNode, TracedParty } from "../../model/index.js";
import type { ShownFamily } from "../scene/ownership/view.js";
import { bodsInterest } from "./bods-interest.js";

type Details = Record<string, unknown>;

/**
 * A family as statements of the Beneficial Ownership Data Standard 0.4, one JSON array: each party and each interest once, as of the day of the answer. What
 * the standard has no code for (a state's control, a golden share) stands in the details of an interest, as `[kind golden-share]`, and is read from there again.
 * Ids are those of the answer, so that the same answer gives the same bytes.
 *
 * @see https://standard.openownership.org/en/0.4.0/
 */
export function traceBods(traced: TracedParty, { parties, links }: ShownFamily): string {
  const statement = statementsOf(traced);
  const identifiers = new Map([[traced.party, traced.identifiers]]);
  const statements = [
    ...parties.map((party) => partyStatement(party, identifiers.get(party.id) ?? [], statement)),
    ...jointBlocks(links).flatMap((block) => jointStatements(block, statement)),
    ...links.filter((link) => !isInBlock(link, links)).map((link) => relation(`interest-${link.number}`, link, link.owner, statement)),
  ];
  return `${JSON.stringify(statements, null, 2)}\n`;
}

type Statement = (kind: "entity" | "person" | "relationship", record: string, details: Details, more?: Details) => Details;

function statementsOf({ asOf, party, reference }: TracedParty): Statement {
  return (recordType, recordId, recordDetails, more = {}) => ({
    statementId: statementId(`${party} ${asOf} ${reference.sha256} ${recordType} ${recordId}`),
    declarationSubject: party,
    statementDate: asOf,
    publicationDetails: { publicationDate: asOf, bodsVersion: "0.4", publisher: { name: "beholden" } },
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails: { isComponent: false, ...recordDetails },
    ...more,
  });
}

/** Thirty-two hexadecimal digits that stand for a text: by FNV-1a, for pages have no digest that gives its answer at once. */
function statementId(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return [0n, 1n]
    .map((salt) => {
      let hash = 0xcbf29ce484222325n ^ salt;
      for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      return hash.toString(16).padStart(16, "0");
    })
    .join("");
}

function partyStatement(party: TracedNode, identifiers: TracedParty["identifiers"], statement: Statement): Details {
  const { id, name, nativeName, kind, form, jurisdiction } = party;
  const numbers = identifiers.map(({ scheme, value }) => ({ scheme: scheme === "lei" ? "XI-LEI" : scheme.toUpperCase(), id: value }));
  const numbered = numbers.length > 0 ? { identifiers: numbers } : {};
  if (kind === "individual") {
    return statement("person", id, {
      personType: "knownPerson",
      names: [{ type: "legal", fullName: name }, ...(nativeName ? [{ type: "alternative", fullName: nativeName }] : [])],
      ...(jurisdiction ? { addresses: [{ type: "residence", country: { code: jurisdiction } }] } : {}),
      ...numbered,
    });
  }
  const details = {
    ...{ name, ...(nativeName ? { alternateNames: [nativeName] } : {}) },
    ...(jurisdiction ? { jurisdiction: { code: jurisdiction } } : {}),
    ...numbered,
  };
  if (kind === "unknown") {
    const [type, reason] =
      form === "not-disclosed"
        ? ["anonymousEntity", "interestedPartyHasNotProvidedInformation"]
        : ["unknownEntity", "informationUnknownToPublisher"];
    return statement("entity", id, {
      ...details,
      entityType: { type, ...(form ? { details: form } : {}) },
      unspecifiedEntityDetails: { reason, ...(party.note ? { description: party.note } : {}) },
    });
  }
  return statement("entity", id, { ...details, entityType: entityType(kind, form) });
}

function entityType(kind: TracedNode["kind"], form: string | null): Details {
  if (kind === "aggregate") return { type: "arrangement", details: "aggregate" };
  if (kind === "government") return form === "state" ? { type: "state" } : { type: "stateBody", ...(form ? { details: form } : {}) };
  if (form === "trust") return { type: "arrangement", subtype: "trust" };
  return { type: "registeredEntity", ...(form ? { details: form } : {}) };
}

/** Interests that several hold together, as one. */
interface JointBlock {
  record: string;
  links: TracedLink[];
}

function jointBlocks(links: readonly TracedLink[]): JointBlock[] {
  const blocks = new Map<string, TracedLink[]>();
  for (const link of links) {
    if (link.joint === null) continue;
    const key = blockKey(link);
    blocks.set(key, [...(blocks.get(key) ?? []), link]);
  }
  return [...blocks.values()]
    .filter((members) => new Set(members.map(({ owner }) => owner)).size > 1)
    .map((members) => ({ record: `joint-${members[0]?.number}`, links: members }));
}

function blockKey({ owned, kind, shareMin, shareMax, joint }: TracedLink): string {
  return JSON.stringify([owned, kind, shareMin, shareMax, joint]);
}

function isInBlock(link: TracedLink, links: readonly TracedLink[]): boolean {
  return jointBlocks(links).some((block) => block.links.includes(link));
}

/** The standard tells a joint holding as an arrangement that holds, in which those who hold have an interest. */
function jointStatements({ record, links }: JointBlock, statement: Statement): Details[] {
  const [first] = links;
  if (!first) return [];
  return [
    statement("entity", record, { entityType: { type: "arrangement" }, name: "Joint holding" }),
    relation(`${record}-holding`, first, record, statement),
    ...links.map(({ owner, number }) =>
      statement("relationship", `${record}-${number}`, { subject: record, interestedParty: owner, interests: [] }),
    ),
  ];
}

function relation(record: string, link: TracedLink, holder: string, statement: Statement): Details {
  const [source] = link.evidence;
  const cited = source
    ? { source: { type: ["thirdParty"], url: source.locator, ...(source.title ? { description: source.title } : {}) } }
    : {};
  return statement("relationship", record, { subject: link.owned, interestedParty: holder, interests: [bodsInterest(link)] }, cited);
}
