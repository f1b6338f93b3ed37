import { type Json, OwnTemplate } from "../../model/index.js";
import type { Doing } from "../cases/index.js";
import { type Appended, type Docket, DocketError, type DocketView } from "../journal/index.js";

const kind = "template";

/** A template of the docket's own; null where it has none of that name. */
export async function keptTemplate(view: DocketView, id: string): Promise<{ version: number; state: OwnTemplate } | null> {
  const found = await view.object(kind, id);
  return found && { version: found.version, state: OwnTemplate.parse(found.state) };
}

/** Every template of the docket's own. */
export async function keptTemplates(view: DocketView): Promise<{ id: string; version: number; state: OwnTemplate }[]> {
  return (await view.objects({ kind })).map(({ id, version, state }) => ({ id, version, state: OwnTemplate.parse(state) }));
}

/**
 * Puts a template of one's own in the place of the shipped one, or beside those. It was checked before.
 *
 * @throws ConflictError where another version is there than was seen
 */
export function setTemplate(
  docket: Docket,
  id: string,
  state: OwnTemplate,
  { seen, by, at, key }: Doing & { seen?: number | undefined },
): Promise<Appended> {
  return docket.append({ by, at, key, asks: { template: id, sha256: state.sha256, seen: seen ?? null } }, async () => [
    { act: "template-set", case: null, object: { kind, id }, after: state as unknown as Json, seen },
  ]);
}

/** Takes a template of one's own away, so that the shipped one of its name holds again. Letters that were drafted with it keep it. */
export function resetTemplate(docket: Docket, id: string, { seen, by, at, key }: Doing & { seen?: number | undefined }): Promise<Appended> {
  return docket.append({ by, at, key, asks: { template: id, reset: true, seen: seen ?? null } }, async (view) => {
    if (!(await view.object(kind, id)))
      throw new DocketError("not-found", `the docket has no template ${id} of its own, so there is nothing to reset.`);
    return [{ act: "template-reset", case: null, object: { kind, id }, after: null, seen }];
  });
}
