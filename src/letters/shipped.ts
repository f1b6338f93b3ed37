import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DocketError, type DocketView, keptTemplate, keptTemplates, sha256 } from "../docket/index.js";
import { byText, type HandlingMark, letterKinds, type TemplateList } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { type LetterTemplate, readTemplate } from "./template.js";

/** A template with its text and where it comes from. */
export interface FoundTemplate {
  id: string;
  text: string;
  sha256: string;
  template: LetterTemplate;
  origin: "shipped" | "docket" | "file";
  version: number | null;
  handling: HandlingMark;
}

let shipped: FoundTemplate[] | undefined;

/** The templates that come with beholden, in the order of a procedure. */
export function shippedTemplates(): FoundTemplate[] {
  if (shipped) return shipped;
  const folder = join(packageRoot(), "letters");
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const all = files
    .sort(byText)
    .map((name) =>
      found(readFileSync(join(folder, name), "utf8"), join(folder, name), { origin: "shipped", version: null, handling: "public" }),
    );
  shipped = all.sort((left, right) => letterKinds.indexOf(left.template.front.kind) - letterKinds.indexOf(right.template.front.kind));
  return shipped;
}

/** A template read from its text. */
export function found(text: string, path: string, from: Pick<FoundTemplate, "origin" | "version" | "handling">): FoundTemplate {
  const template = readTemplate(text, path);
  return { id: template.front.id, text, sha256: sha256(text), template, ...from };
}

/**
 * The template of a name: the docket's own where it has one, else the shipped one.
 *
 * @throws DocketError `not-found` where there is neither
 */
export async function templateOf(view: DocketView, id: string): Promise<FoundTemplate> {
  const own = await keptTemplate(view, id);
  if (own) return found(own.state.text, `template ${id}`, { origin: "docket", version: own.version, handling: own.state.handling });
  const known = shippedTemplates().find((one) => one.id === id);
  if (known) return known;
  const names = (await templatesIn(view)).map((one) => one.id);
  throw new DocketError("not-found", `there is no template ${id}. Expected one of ${names.join(", ")}.`);
}

/** Every template that a letter of the docket can be drafted with. */
export async function templatesIn(view: DocketView): Promise<FoundTemplate[]> {
  const own = await keptTemplates(view);
  const ours = own.map(({ id, version, state }) =>
    found(state.text, `template ${id}`, { origin: "docket", version, handling: state.handling }),
  );
  const rest = shippedTemplates().filter(({ id }) => !own.some((one) => one.id === id));
  return [...rest, ...ours].sort(
    (left, right) =>
      letterKinds.indexOf(left.template.front.kind) - letterKinds.indexOf(right.template.front.kind) || byText(left.id, right.id),
  );
}

/** A line of the list of templates. */
export function templateLine({
  id,
  template: { front },
  origin,
  version,
  sha256: digest,
  handling,
}: FoundTemplate): TemplateList["templates"][number] {
  return {
    id,
    title: front.title,
    kind: front.kind,
    says: front.says,
    origin: origin === "docket" ? "docket" : "shipped",
    version,
    sha256: digest,
    handling,
  };
}
