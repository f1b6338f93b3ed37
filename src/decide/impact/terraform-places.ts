import type { AttributedObservation } from "../../model/index.js";

/** Where a folder of configuration is used: the folder that Terraform is run in, and the module that stands before its addresses. */
export interface TerraformPlace {
  root: string;
  prefix: string;
}

/** A module that is called from this many places is not followed further: nobody writes that, and each call multiplies. */
const mostPlaces = 500;

/**
 * Where each folder's configuration is used: a folder that others call as a module with a local source is used in each of its callers, so that
 * its resources are the ones that the callers' states know; any other is run by itself.
 */
export function terraformPlaces(observations: AttributedObservation[]): (folder: string) => TerraformPlace[] {
  const calls = new Map<string, { folder: string; address: string }[]>();
  for (const { kind, format, value, path, context } of observations) {
    if (kind !== "terraform-module" || format !== "terraform-hcl" || !/^\.\.?\//.test(value) || !context?.address) continue;
    const folder = folderOf(path);
    const called = joinFolders(folder, value);
    if (called === null) continue;
    const known = calls.get(called) ?? [];
    calls.set(called, known);
    if (!known.some((one) => one.folder === folder && one.address === context.address)) known.push({ folder, address: context.address });
  }
  const known = new Map<string, TerraformPlace[]>();
  const placesOf = (folder: string, callers: string[]): TerraformPlace[] => {
    const found = known.get(folder);
    if (found) return found;
    const itself = [{ root: folder, prefix: "" }];
    const direct = calls.get(folder) ?? [];
    // Modules that call each other in a circle are none that Terraform takes.
    if (direct.length === 0 || callers.includes(folder)) return itself;
    const places = direct.flatMap(({ folder: caller, address }) =>
      placesOf(caller, [...callers, folder]).map(({ root, prefix }) => ({ root, prefix: `${prefix}${address}.` })),
    );
    const kept = places.length > mostPlaces ? itself : places;
    if (callers.length === 0) known.set(folder, kept);
    return kept;
  };
  return (folder) => placesOf(folder, []);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Null where it leads out of what is reviewed. */
function joinFolders(folder: string, relative: string): string | null {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Without `[0]` and `["key"]`: the instances of a resource stop together. */
export function withoutIndexes(address: string): string {
  return address.includes("[") ? address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, "") : address;
}
