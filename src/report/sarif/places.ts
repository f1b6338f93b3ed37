import type { ArtifactLocation, Location, Region } from "sarif";
import type { Evidence } from "../../model/index.js";

/** A path below the reviewed folder as a relative URI (RFC 3986), forward slashes kept. */
export function artefactUri(path: string): ArtifactLocation {
  const wellFormed = path.replace(/\p{Cs}/gu, "\ufffd");
  return { uri: wellFormed.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" };
}

/** A place with all four bounds: code scanning asks for them. A line that is not known is the file's first. */
export function regionAt(line: number | null | undefined, column: number | null | undefined): Region {
  const startLine = line ?? 1;
  const startColumn = column ?? 1;
  return { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 };
}

/** Where in the artefacts a piece of evidence stands; sources elsewhere have no such place. */
export function locationOf(evidence: Evidence): Location[] {
  if (evidence.kind !== "artefact" && evidence.kind !== "declaration") return [];
  const message = evidence.note ? { message: { text: evidence.note } } : {};
  return [{ physicalLocation: { artifactLocation: artefactUri(evidence.locator), region: regionAt(evidence.line, 1) }, ...message }];
}

/** Ends a text as a sentence, so that it stands alone where only the first one is shown. */
export function firstSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
