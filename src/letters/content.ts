import { canonicalJson, sha256 } from "../docket/index.js";
import type { Letter, LetterIssue, LetterSection, LetterSentence } from "../model/index.js";

/** The digest of what a letter says: its title, head, sections and sources. What issuing adds is not in it. */
export function contentDigest({ title, titleHandling, head, sections, notes }: Letter): string {
  return sha256(canonicalJson({ title, titleHandling, head, sections: sections.filter(({ id }) => id !== issueSectionId), notes }));
}

export const issueSectionId = "issue";

/** A letter as it is issued: with its number on every page, and at its end what issuing gave it. */
export function issuedLetter(letter: Letter, issue: LetterIssue): Letter {
  const { number, on, handling } = issue;
  return {
    ...letter,
    on,
    stamp: `Letter ${number} of ${on}. Handling: ${handling}.`,
    sections: [...letter.sections, issueSection(issue)],
    gaps: [],
    issue,
  };
}

function issueSection({ number, on, service, content, head, deadlines }: LetterIssue): LetterSection {
  const says = (text: string): LetterSentence[] => [{ text, kind: "statement", notes: [], gap: null, handling: "public" }];
  return {
    id: issueSectionId,
    level: 2,
    heading: "Issue and verification",
    handling: "public",
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: [
          says(`This is letter ${number}, issued on ${on}${service ? `, served: ${service.replaceAll("-", " ")}` : ""}.`),
          ...deadlines.map((one) => says(deadlineWords(one))),
          says(`The SHA-256 of its content is ${content}.`),
          says(
            `Before this letter was recorded, entry ${head.number} was the newest of the journal; its digest, the head of the journal then, is ${head.digest}.`,
          ),
          says(
            "The command beholden docket letter check tells whether a file is exactly what was issued, and beholden docket verify --head whether the journal still holds that head.",
          ),
        ],
      },
    ],
  };
}

function deadlineWords({ title, due, unsettled, citation, mark }: LetterIssue["deadlines"][number]): string {
  const until =
    due === null
      ? "its last day is not settled"
      : unsettled
        ? `its last day would be ${due}, and is not settled: ${unsettled}`
        : `its last day is ${due}`;
  return `It starts a deadline, ${title}: ${until} (${citation}; mark ${mark}).`;
}

/** What differs between a letter that was approved and what it would say now, by where it stands. */
export function contentDifferences(approved: Letter, now: Letter): string[] {
  const parts = (letter: Letter) => {
    // By what is cited, not by its number, which every source before it moves.
    const cited = (value: unknown) =>
      canonicalJson(
        JSON.parse(JSON.stringify(value), (key, one) =>
          key === "notes" ? one.map((number: number) => letter.notes[number - 1]?.evidence) : one,
        ),
      );
    return new Map<string, string>([
      ["title", canonicalJson([letter.title, letter.titleHandling])],
      ...letter.head.map(({ label, sentences }) => [`head: ${label}`, cited(sentences)] as const),
      ...letter.sections.map((section) => [section.heading, cited(section)] as const),
    ]);
  };
  const [before, after] = [parts(approved), parts(now)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}
