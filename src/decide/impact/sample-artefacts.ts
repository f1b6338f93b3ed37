import { collect } from "../../collect/collect.js";
import { sampleFolder } from "../../collect/sample-folder.js";
import { type AttributedObservation, type DependencyGraph, Inventory, type Observation, readValidatedYaml } from "../../model/index.js";
import { dependencyGraph, type GraphInput } from "./dependency-graph.js";

const nobody: AttributedObservation["attribution"] = {
  provider: null,
  service: null,
  operator: null,
  owner: null,
  region: null,
  servedFrom: null,
  technology: null,
  signature: null,
  confidence: null,
  tried: [],
};

/** What artefacts give a graph to be made of, for tests; nobody is known to be behind anything. */
export async function graphInput(files: Record<string, string>, declaration = "subject: { name: Meridian }"): Promise<GraphInput> {
  return graphInputOf(sampleFolder(files), declaration);
}

/** The same of a folder that is there. */
export async function graphInputOf(folder: string, declaration: string): Promise<GraphInput> {
  const options = { ownNetworks: [], exclude: ["/beholden.yaml"], links: true };
  const { observations, links, problems } = await collect([folder], options);
  if (problems.some((one) => one.severity === "error")) throw new Error(JSON.stringify(problems));
  const declared = readValidatedYaml(declaration, "beholden.yaml", Inventory, "inventory-invalid");
  if (!declared.value) throw new Error(JSON.stringify(declared.problems));
  return {
    observations: observations.map((one) => ({ ...one, id: idOf(one), attribution: nobody })),
    transactions: [],
    inventory: declared.value,
    links,
    declaration: { path: "beholden.yaml", locate: declared.locate },
  };
}

export async function graphOf(files: Record<string, string>, declaration?: string): Promise<DependencyGraph> {
  return dependencyGraph(await graphInput(files, declaration));
}

function idOf({ path, line, column, kind, value }: Observation): string {
  return [path, line, column, kind, value].join(" ");
}

/** Dependencies as lines to compare: `from → to kind need times`. Ways to registries, providers and the state can be left out. */
export function told({ dependencies }: DependencyGraph, leaveOut = /→ (registry|provider|backend):/): string[] {
  return dependencies
    .map(
      ({ from, to, kind, need, times, fallback }) =>
        `${from} → ${to} ${kind} ${need} ${times.join(",")}${fallback ? ` or ${fallback}` : ""}`,
    )
    .filter((line) => !leaveOut.test(line));
}
