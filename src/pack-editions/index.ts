export { comparePacks } from "./compare-packs.js";
export { decidePack, tryDecidePack } from "./decide-pack.js";
export { packInForce, readEdition } from "./in-force.js";
export { notedPacks, type PackEdition, type PackNote, readPackNote } from "./pack-note.js";
export { takeInPacks } from "./take-in.js";
