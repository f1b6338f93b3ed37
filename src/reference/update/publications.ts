/** Where a source is published, in the form that beholden reads best. */
export interface Publication {
  /** Id that the reader of the file gives the source. */
  source: string;
  title: string;
  /** Address of the file, or of the page that links to it where its name bears the date. */
  url: string;
  /** On the page: what the file's name looks like. The greatest name in the order of text is the newest. */
  link?: RegExp | undefined;
  /** Registers of companies are fetched only when asked for, or when they were imported before. */
  size: "list" | "register";
  /** Much more than ever was published, in bytes. */
  maxBytes: number;
}

const MB = 1e6;

/**
 * The official addresses. Every one serves over HTTPS without a key. None publishes a checksum beside the file; where the server
 * sends a digest (RFC 9530) it is checked.
 */
export const publications: readonly Publication[] = [
  {
    source: "us-ofac-sdn",
    title: "OFAC Specially Designated Nationals List (SDN_ADVANCED.XML)",
    url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML",
    size: "list",
    maxBytes: 1000 * MB,
  },
  {
    source: "us-ofac-consolidated",
    title: "OFAC Consolidated (non-SDN) List (CONS_ADVANCED.XML)",
    url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ADVANCED.XML",
    size: "list",
    maxBytes: 500 * MB,
  },
  {
    source: "us-csl",
    title: "Consolidated Screening List (Entity List, Unverified, Military End User, Denied Persons and others)",
    url: "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv",
    size: "list",
    maxBytes: 500 * MB,
  },
  {
    source: "un-sc",
    title: "United Nations Security Council Consolidated List",
    url: "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
    size: "list",
    maxBytes: 200 * MB,
  },
  {
    source: "eu-fsf",
    title: "EU consolidated list of persons under financial sanctions",
    // The token is the public one, the same for everybody.
    url: "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
    size: "list",
    maxBytes: 300 * MB,
  },
  {
    source: "gleif-lei",
    title: "GLEIF golden copy: legal entities",
    url: "https://goldencopy.gleif.org/api/v2/golden-copies/publishes/lei2/latest.csv",
    size: "register",
    maxBytes: 5000 * MB,
  },
  {
    source: "gleif-rr",
    title: "GLEIF golden copy: relationships",
    url: "https://goldencopy.gleif.org/api/v2/golden-copies/publishes/rr/latest.csv",
    size: "register",
    maxBytes: 2000 * MB,
  },
  {
    source: "gleif-exceptions",
    title: "GLEIF golden copy: reporting exceptions",
    url: "https://goldencopy.gleif.org/api/v2/golden-copies/publishes/repex/latest.csv",
    size: "register",
    maxBytes: 2000 * MB,
  },
  {
    source: "gb-psc",
    title: "UK register of people with significant control",
    url: "https://download.companieshouse.gov.uk/en_pscdata.html",
    link: /\bpersons-with-significant-control-snapshot-\d{4}-\d{2}-\d{2}\.zip\b/g,
    size: "register",
    maxBytes: 10_000 * MB,
  },
];
