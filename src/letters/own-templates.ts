import { type Docket, type DocketView, type Doing, resetTemplate, setTemplate } from "../docket/index.js";
import type { HandlingMark, ShownTemplate, TemplateChange, TemplateList } from "../model/index.js";
import { found, templateLine, templateOf, templatesIn } from "./shipped.js";

/** Every template that letters of a docket can be drafted with. */
export async function listTemplates(view: DocketView): Promise<TemplateList> {
  return { schemaVersion: "1", templates: (await templatesIn(view)).map(templateLine), restricted: [], head: await view.head() };
}

/** A template with its text. */
export async function showTemplate(view: DocketView, id: string): Promise<ShownTemplate> {
  const one = await templateOf(view, id);
  return { schemaVersion: "1", ...templateLine(one), fields: one.template.front.fields, text: one.text, head: await view.head() };
}

/**
 * Makes a text the docket's own template of its name.
 *
 * @throws TemplateError where it is wrong, with line and column
 */
export async function setOwnTemplate(
  docket: Docket,
  { text, path, handling = "internal" }: { text: string; path: string; handling?: HandlingMark },
  doing: Doing & { seen?: number | undefined },
): Promise<TemplateChange> {
  const { id, sha256, template } = found(text, path, { origin: "file", version: null, handling });
  const { entries, repeated, head } = await setTemplate(docket, id, { handling, title: template.front.title, sha256, text }, doing);
  return { schemaVersion: "1", template: id, did: "template-set", entries: entries.map(({ number }) => number), repeated, head };
}

/** Takes the docket's own template of a name away. */
export async function resetOwnTemplate(docket: Docket, id: string, doing: Doing & { seen?: number | undefined }): Promise<TemplateChange> {
  const { entries, repeated, head } = await resetTemplate(docket, id, doing);
  return { schemaVersion: "1", template: id, did: "template-reset", entries: entries.map(({ number }) => number), repeated, head };
}
