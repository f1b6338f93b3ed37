export { verifyBundle } from "./read.js";
export { checkBackup, importCase, restoreBackup } from "./restore.js";
export { writeBundle } from "./write.js";
