/** The one direction of the house: collect, attribute, trace, judge, decide, report. Nothing imports back along it. */
const rooms = ["collect", "attribute", "trace", "judge", "decide", "report"];

/** What each room may import besides itself, the model and packages. */
const mayImport = {
  model: [],
  collect: [],
  reference: [],
  screen: [],
  attribute: ["screen"],
  trace: [],
  judge: ["trace"],
  decide: ["trace", "judge"],
  compare: [],
  report: [],
  docket: [],
};

const roomRules = Object.entries(mayImport).map(([room, others]) => ({
  name: `${room}-direction`,
  comment: `src/${room} may import only itself, the model${others.length ? ` and ${others.join(", ")}` : ""}: imports run one way along the flow.`,
  severity: "error",
  from: { path: `^src/${room}/`, pathNot: "(\\.test|/sample-[^/]+)\\.ts$" },
  // Where the package lies is no room's knowledge: every room may ask it.
  to: { path: "^src/", pathNot: `^src/((${["model", room, ...others].join("|")})/|package-root\\.ts$)` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "no-circular",
      comment: "A cycle hides which side is the ground.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "model-does-no-io",
      comment: "The model names things; it reads nothing.",
      severity: "error",
      from: { path: "^src/model/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "edges-only-know-the-environment",
      comment: "Only the command line and the server may know the process: arguments, environment, clock.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cli|server)/|\\.test\\.ts$" },
      to: { path: "^(node:)?process$", dependencyTypes: ["core"] },
    },
    {
      name: "workbench-shows-only",
      comment:
        "The workbench runs in a browser: of the rest it may import types, and what turns results into words; nothing that reads, writes or waits.",
      severity: "error",
      from: { path: "^web/", pathNot: "^web/browser/" },
      to: { path: "^src/", pathNot: "^src/(model|report)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "workbench-has-no-node",
      comment: "What runs in a browser has no modules of Node.js.",
      severity: "error",
      from: { path: "^web/", pathNot: "(\\.test\\.ts$|^web/browser/)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "nothing-knows-the-workbench",
      comment: "The workbench stands at the end: nothing imports it.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^web/" },
    },
    {
      name: "rooms-know-no-edge",
      comment: "Nothing imports the command line.",
      severity: "error",
      from: { path: `^src/(model|reference|screen|compare|docket|letters|reviews|${rooms.join("|")})/` },
      to: { path: "^src/(cli|server)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node"] },
  },
};
