export { type LoadedReference, loadReference, loadSnapshot, referenceFrom, type SnapshotManifest } from "./load.js";
export type { Networks, NetworksOrigin } from "./networks.js";
