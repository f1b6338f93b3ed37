import type { Verdict } from "./common.js";
import type { conducts, DealType, Knowledge } from "./deal.js";

type Codes = string[];
interface Effects<T> {
  access: T;
  disrupt: T;
  tamper: T;
  launch: T;
}

interface ReachedHoldings {
  holdings: string[];
  categories: string[];
  reached: string[];
  access: Codes;
  residual: Codes;
}

/** The facts of one transaction, as one pack sees them: all that a rule's condition can name. */
export interface TransactionFacts {
  asOf: string;
  subject: { name: string; jurisdiction: string; domestic: Verdict; coveredEquityKnown: boolean; coveredEquityPercent: number };
  transaction: {
    kind: string;
    provider: string;
    providerName: string;
    services: string[];
    region: string;
    servedFrom: string;
    operator: string;
    owner: string;
    system: string;
    systemName: string;
    criticality: string;
    declared: boolean;
    observed: boolean;
    join: string;
    bytesSent: number;
    bytesReceived: number;
  };
  counterparty: {
    name: string;
    jurisdiction: string;
    principalPlace: string;
    covered: Verdict;
    limbs: string[];
    governments: Codes;
    shareMin: number;
    shareMax: number;
    lists: string[];
    domestic: boolean;
    because: string;
  };
  technology: { authors: string[]; governments: Codes };
  /** What the reference knows of the provider beside who runs and owns it. */
  provider: { kinds: string[]; soil: Codes; regionsOnSoil: number; partners: string[]; market: string[] };
  /** What is on file of the counterparty and of every party on a path from a government of concern to it. */
  behind: { parties: string[]; lists: string[]; listings: string[]; ties: string[] };
  /** Laws that the paths stand on: of the governments of concern, and of others. */
  laws: { ofConcern: string[]; context: string[] };
  /** Governments that are of no concern to the pack and have a path: context, never a ground. */
  context: Effects<Codes>;
  /** Holdings of the pack's sensitive categories, and of intellectual property, with the governments of concern that can obtain them. */
  sensitiveData: ReachedHoldings;
  intellectualProperty: ReachedHoldings;
  /** Governments of concern with a path of high or medium confidence, whatever the safeguards. */
  reach: Effects<Codes>;
  /** The same after measures in place. */
  residual: Effects<Codes>;
  /** Governments of concern with low-confidence paths only: leads, never grounds. */
  leads: Effects<Codes>;
  data: {
    known: boolean;
    holdings: string[];
    categories: string[];
    bulk: Verdict;
    bulkBecause: string;
    omic: Verdict;
    governmentRelated: Verdict;
    sensitive: boolean;
    intellectualProperty: boolean;
    usPersons: number;
    usPersonsKnown: boolean;
  };
  measures: { inPlace: string[]; verified: string[]; promised: string[] };
  /** What is agreed, as far as it is declared. */
  deal: {
    type: DealType;
    declared: boolean;
    conduct: (typeof conducts)[number];
    consideration: Verdict;
    recipientCollectedDirectly: Verdict;
    /** Whatever the safeguards. */
    coveredAccess: Verdict;
    /** Those covered stand behind the counterparty, who is not covered itself. */
    accessBehindCounterparty: Verdict;
    otherForeignAccess: Verdict;
    onwardClause: Verdict;
    cloud: Verdict;
    passive: Verdict;
    securityRequirements: Verdict;
    knowledge: Knowledge;
    evasion: Verdict;
    directedByDomestic: Verdict;
    exemptionsClaimed: string[];
    states: string[];
    denies: string[];
  };
  /** Ids of the pack's terms, from the other facts. */
  terms: { met: string[]; open: string[] };
  /** What the rules made of it: for duties, which come after the rules. */
  result: { classification: string; certain: boolean; scope: string };
  /** Whom the subject supplies: rules of public procurement bind those who do. */
  supplier: { federal: Verdict; defense: Verdict; intelligence: Verdict; states: string[]; statesKnown: boolean };
  /** Listed parties behind the operator or an author of the technology, by the pack's lists, and whether their entries reach what is used. */
  listing: { covered: Verdict; parties: string[]; scopes: string[]; fits: Verdict; because: string };
}
