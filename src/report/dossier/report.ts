import type { Dossier } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { type FileLook, sceneFile } from "../scene/file.js";
import { axisOfDossier } from "../scene/timeline/axis.js";
import { timelineScene } from "../scene/timeline/scene.js";
import { dossierHtml } from "./html.js";
import { dossierText } from "./text.js";

/** Forms of a dossier. */
export type DossierFormat = "text" | "json" | "html" | "svg";

export interface DossierRenderOptions extends RenderOptions {
  /** As text: every part in full, not one page. The other forms hold everything anyway. */
  full?: boolean;
  /** Of a drawing in a file of its own. Default: as its viewer wants it. */
  look?: FileLook;
}

/** A dossier in one form; all of them are drawn from the same object. */
export function renderDossier(dossier: Dossier, format: DossierFormat, options: DossierRenderOptions): string {
  if (format === "json") return `${JSON.stringify(dossier, null, 2)}\n`;
  if (format === "svg") return sceneFile(timelineScene(axisOfDossier(dossier)), options.look);
  return format === "html" ? dossierHtml(dossier) : dossierText(dossier, options);
}
