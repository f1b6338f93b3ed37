export { verifyBundle } from "./read.js";
export { checkBackup, importCase, restoreBackup } from "./restore.js";
export { noteExport, writeBundle } from "./write.js";
