import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  byText,
  type HandlingMark,
  type Instant,
  Review,
  type ReviewOrigin,
  type ReviewShelf,
  ShelvedReview,
  type UnreadReview,
} from "../model/index.js";

/** A saved review longer than this is not opened: its parts would not fit a browser either. */
const mostBytes = 400 * 1024 * 1024;
/** Reviews that stay in memory once read. */
const mostRemembered = 4;

/**
 * The reviews of a folder of data and of the folder that is served: those that were kept, and every JSON file of `beholden review` that lies in
 * the served folder itself. Nothing in the served folder is written.
 */
export interface Shelf {
  list(): Promise<ReviewShelf>;
  /** The review of this id with what the list says of it; null where there is none. */
  find(id: string): Promise<{ shelved: ShelvedReview; review: Review } | null>;
  /** Keeps a review; the same review kept again stays the one that it is. */
  keep(review: Review, kept: Keeping): Promise<ShelvedReview>;
}

/** What is known of a review when it is kept. */
export interface Keeping {
  origin: ReviewOrigin;
  kept: Instant;
  by: string | null;
  handling: HandlingMark;
}

/**
 * Opens the shelf; its own folder is made when the first review is kept.
 *
 * @param data the folder of data, below which reviews are kept
 * @param folder the folder that is served; null: none, and no saved files are looked for
 */
export function openShelf({ data, folder }: { data: string; folder: string | null }): Shelf {
  const own = join(data, "reviews");
  const remembered = new Map<string, Review>();
  const savedFiles = savedFilesOf(folder, (id, review) => remember(id, review));

  function remember(id: string, review: Review): void {
    remembered.delete(id);
    remembered.set(id, review);
    for (const oldest of remembered.keys()) if (remembered.size > mostRemembered) remembered.delete(oldest);
  }

  async function list(): Promise<ReviewShelf> {
    const [kept, saved] = await Promise.all([keptIn(own), savedFiles.list()]);
    const known = new Set(kept.map(({ id }) => id));
    const reviews = [...kept, ...saved.reviews.filter(({ id }) => !known.has(id))];
    return {
      schemaVersion: "1",
      folder: folder === null ? "" : resolve(folder),
      reviews: reviews.map(withAgain).sort((left, right) => byText(right.kept, left.kept) || byText(left.id, right.id)),
      unread: saved.unread,
      withheld: 0,
    };
  }

  return {
    list,
    async find(id) {
      const shelved = (await list()).reviews.find((one) => one.id === id);
      if (!shelved) return null;
      const known = remembered.get(id);
      if (known) remember(id, known);
      const path = shelved.origin.kind === "saved" ? shelved.origin.path : join(own, `${id}.json`);
      const review = known ?? parsed(await readFile(path, "utf8"));
      remember(id, review);
      return { shelved, review };
    },
    async keep(review, keeping) {
      const text = JSON.stringify(review);
      const shelved = shelvedOf(review, text, keeping);
      await mkdir(own, { recursive: true, mode: 0o700 });
      // What describes it comes last: a review without it was not kept whole, and is not listed.
      await replaceFile(join(own, `${shelved.id}.json`), text);
      await replaceFile(join(own, `${shelved.id}.about.json`), JSON.stringify(shelved));
      remember(shelved.id, review);
      return withAgain(shelved);
    },
  };
}

function shelvedOf(review: Review, text: string, { origin, kept, by, handling }: Keeping): ShelvedReview {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    id: sha256.slice(0, 16),
    sha256,
    kept,
    origin,
    subject: review.subject.name,
    asOf: review.asOf,
    outcome: review.determination.outcome,
    answer: review.answer[0] ?? "",
    open: review.summary.findings,
    residualReaches: review.summary.residualReaches,
    rulePacks: review.rulePacks.map(({ title }) => title),
    packs: review.rulePacks.map(({ id, sha256 }) => ({ id, sha256 })),
    by,
    handling,
    again: false,
  };
}

function withAgain(shelved: ShelvedReview): ShelvedReview {
  const { kind, path } = shelved.origin;
  return { ...shelved, again: (kind === "folder" || kind === "example") && existsSync(path) };
}

async function keptIn(own: string): Promise<ShelvedReview[]> {
  const names = await readdir(own).catch(() => []);
  const all = await Promise.all(
    names
      .filter((name) => name.endsWith(".about.json"))
      .map(async (name) => {
        const about = ShelvedReview.safeParse(JSON.parse(await readFile(join(own, name), "utf8")));
        return about.success && existsSync(join(own, `${about.data.id}.json`)) ? [about.data] : [];
      }),
  );
  return all.flat();
}

/** What JSON files of a folder are: reviews, and those that should be one and cannot be read. */
interface SavedFiles {
  reviews: ShelvedReview[];
  unread: UnreadReview[];
}

/** The JSON files of a folder that are saved reviews, each read once for as long as it does not change, by however many who ask at once. */
function savedFilesOf(folder: string | null, onReview: (id: string, review: Review) => void) {
  const known = new Map<string, { mark: string; read: Promise<SavedFiles> }>();

  async function read(path: string, kept: string): Promise<SavedFiles> {
    const text = await readFile(path, "utf8");
    if (!looksLikeReview(text)) return { reviews: [], unread: [] };
    try {
      const review = parsed(text);
      const shelved = shelvedOf(review, text, { origin: { kind: "saved", path }, kept, by: null, handling: "internal" });
      onReview(shelved.id, review);
      return { reviews: [shelved], unread: [] };
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return { reviews: [], unread: [{ path, what, action: "Make it again with `beholden review --format json`." }] };
    }
  }

  return {
    async list(): Promise<SavedFiles> {
      if (folder === null) return { reviews: [], unread: [] };
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort(byText);
      const found: SavedFiles = { reviews: [], unread: [] };
      for (const name of names) {
        const path = resolve(folder, name);
        const about = await stat(path).catch(() => undefined);
        if (!about?.isFile() || about.size > mostBytes) continue;
        const mark = `${about.size} ${about.mtimeMs}`;
        const held = known.get(path);
        const one = held?.mark === mark ? held : { mark, read: read(path, about.mtime.toISOString()) };
        known.set(path, one);
        const { reviews, unread } = await one.read;
        found.reviews.push(...reviews);
        found.unread.push(...unread);
      }
      return found;
    },
  };
}

/** Every JSON of beholden names its tool first; only that of a review has findings and transactions. */
function looksLikeReview(text: string): boolean {
  const start = /^\s*\{\s*"schemaVersion"\s*:\s*"\d+"\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"beholden"/;
  return start.test(text.slice(0, 400)) && text.includes('"determinations"') && text.includes('"transactions"');
}

function parsed(text: string): Review {
  const result = Review.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`It cannot be read as a review: ${issue?.path.join(".")}: ${issue?.message}.`);
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
