import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { byText, type Problem } from "../model/index.js";
import type { LeftOutLedger } from "./left-out.js";
import { maxFiles, maxFolderDepth } from "./limits.js";

/** Where files are found, and where what is not read is told. */
export interface Walked {
  /** Sorted by path; each file once. */
  files: { path: string; absolute: string }[];
  problems: Problem[];
}

const folderReasons: Record<string, string> = {
  ".git": "history of the repository, not its content",
  ".beholden": "saved scenarios of beholden's own, no artefacts",
  node_modules: "installed packages; the lockfile says what they are",
  ".terraform": "copies of modules and providers that Terraform fetched",
};

/**
 * Finds the files to read, in the order of their paths. One folder: paths are relative to it. One file: relative to its folder.
 * Several: relative to the deepest folder that holds them all. Always with forward slashes.
 *
 * Left out, and said so: what `.gitignore` files below an input or `exclude` (the same syntax, from the common folder) name; `.git`,
 * `node_modules` and `.terraform`; what is no regular file. Links are never followed out of the inputs; a link to a file inside
 * that is not read under its own name is read once, under the link's. A file given by name is read whatever `.gitignore` says.
 */
export function walk(inputs: string[], exclude: string[], leftOut: LeftOutLedger): Walked {
  return new Walk(inputs, exclude, leftOut).run();
}

interface Rules {
  folder: string;
  rules: Ignore;
}

class Walk {
  private readonly files = new Map<string, string>();
  private readonly links: { path: string; absolute: string }[] = [];
  private readonly problems: Problem[] = [];
  private readonly inputs: { absolute: string; stats: Stats }[] = [];
  private readonly exclude: Ignore;
  private readonly leftOut: LeftOutLedger;
  private base = "";
  private full = false;

  constructor(inputs: string[], exclude: string[], leftOut: LeftOutLedger) {
    this.leftOut = leftOut;
    this.exclude = ignore().add(exclude);
    for (const input of inputs) this.addInput(input);
  }

  run(): Walked {
    this.base = commonFolder(this.inputs.map(({ absolute, stats }) => (stats.isDirectory() ? absolute : dirname(absolute))));
    for (const { absolute, stats } of this.inputs) {
      if (stats.isDirectory()) this.folder(absolute, [], 0);
      else if (stats.isFile()) this.files.set(absolute, this.pathOf(absolute));
      else this.leftOut.file(this.pathOf(absolute), "no regular file");
    }
    this.followLinks();
    const files = [...this.files].map(([absolute, path]) => ({ path, absolute }));
    return { files: files.sort((left, right) => byText(left.path, right.path)), problems: this.problems };
  }

  /** An input may be a link itself: whoever names it means what it leads to. */
  private addInput(input: string): void {
    try {
      const absolute = realpathSync(resolve(input));
      this.inputs.push({ absolute, stats: lstatSync(absolute) });
    } catch (error) {
      this.problems.push(unreachable(input, error));
    }
  }

  private folder(absolute: string, above: Rules[], depth: number): void {
    const entries = this.entriesOf(absolute, depth);
    const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile()) ? this.gitignore(absolute) : null;
    const rules = own ? [...above, own] : above;
    for (const entry of entries) {
      if (this.full) return;
      this.entry(join(absolute, entry.name), entry, rules, depth);
    }
  }

  private entry(absolute: string, entry: Dirent, rules: Rules[], depth: number): void {
    const path = this.pathOf(absolute);
    const reason = this.reasonToLeaveOut(absolute, path, entry, rules);
    if (entry.isDirectory()) {
      if (reason) this.leftOut.named({ path: `${path}/`, reason: `${reason} (the folder as a whole)`, count: 1 });
      else this.folder(absolute, rules, depth + 1);
    } else if (reason) this.leftOut.file(path, reason);
    else if (entry.isSymbolicLink()) this.links.push({ path, absolute });
    else if (entry.isFile()) this.addFile(absolute, path);
    else this.leftOut.file(path, "no regular file");
  }

  private addFile(absolute: string, path: string): void {
    if (this.files.size >= maxFiles) {
      this.full = true;
      this.problems.push(tooMany(path));
    } else this.files.set(absolute, path);
  }

  private reasonToLeaveOut(absolute: string, path: string, entry: Dirent, rules: Rules[]): string | null {
    const known = entry.isDirectory() && Object.hasOwn(folderReasons, entry.name) ? folderReasons[entry.name] : undefined;
    if (known) return known;
    const slash = entry.isDirectory() ? "/" : "";
    if (this.exclude.ignores(path + slash)) return "excluded by beholden.yaml or the command line";
    // The nearest .gitignore that says anything decides, as in Git.
    for (const { folder, rules: nearest } of rules.toReversed()) {
      const { ignored, unignored } = nearest.test(slashes(relative(folder, absolute)) + slash);
      if (ignored) return `named by ${this.pathOf(join(folder, ".gitignore"))}`;
      if (unignored) return null;
    }
    return null;
  }

  private entriesOf(absolute: string, depth: number): Dirent[] {
    if (depth > maxFolderDepth) {
      this.problems.push(tooDeep(this.pathOf(absolute)));
      return [];
    }
    try {
      return readdirSync(absolute, { withFileTypes: true }).sort((left, right) => byText(left.name, right.name));
    } catch (error) {
      this.problems.push(unreachable(this.pathOf(absolute), error));
      return [];
    }
  }

  private gitignore(folder: string): Rules | null {
    const file = join(folder, ".gitignore");
    try {
      return { folder, rules: ignore().add(readFileSync(file, "utf8")) };
    } catch (error) {
      this.problems.push(unreachable(this.pathOf(file), error));
      return null;
    }
  }

  /** After the walk, so that a link never takes the place of the file itself. */
  private followLinks(): void {
    for (const { path, absolute } of this.links.sort((left, right) => byText(left.path, right.path))) {
      const reason = this.linkReason(absolute, path);
      if (reason) this.leftOut.file(path, reason);
    }
  }

  private linkReason(absolute: string, path: string): string | null {
    let target: string;
    let stats: Stats;
    try {
      target = realpathSync(absolute);
      stats = lstatSync(target);
    } catch {
      return "link that leads nowhere or in a circle";
    }
    if (!this.inputs.some((input) => isInside(target, input.absolute))) return "link that leads out of the reviewed folder";
    if (stats.isDirectory()) return "link to a folder inside, which is read under its own name";
    if (!stats.isFile()) return "no regular file";
    if (this.files.has(target)) return "link to a file that is read under another name";
    this.files.set(target, path);
    return null;
  }

  private pathOf(absolute: string): string {
    return slashes(relative(this.base, absolute)) || ".";
  }
}

function commonFolder(folders: string[]): string {
  const [first = sep, ...others] = folders;
  let common = first;
  for (const other of others) while (!isInside(other, common)) common = dirname(common);
  return common;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

function unreachable(path: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const missing = code === "ENOENT" || code === "ENOTDIR";
  return {
    path,
    line: null,
    column: null,
    severity: "error",
    code: missing ? "path-missing" : "path-unreadable",
    message: missing ? "there is no such file or folder" : `it cannot be opened (${code || String(error)})`,
    expected: "a file or folder that the user who runs beholden may read",
    action: missing ? "Check the name." : "Give the user read access, or exclude the path.",
  };
}

function tooMany(path: string): Problem {
  return {
    path,
    line: null,
    column: null,
    severity: "error",
    code: "too-many-files",
    message: `more than ${maxFiles} files were found; this one and those after it were not read`,
    expected: `at most ${maxFiles} files in one review`,
    action: "Review the folders one by one, or exclude those that hold no artefacts.",
  };
}

function tooDeep(path: string): Problem {
  return {
    path,
    line: null,
    column: null,
    severity: "error",
    code: "folder-too-deep",
    message: `the folder lies more than ${maxFolderDepth} levels deep and was not read`,
    expected: `at most ${maxFolderDepth} levels`,
    action: "Review this folder by itself.",
  };
}
