import { sceneStyle } from "../../src/report/scene/style.js";

/** Adds the style of drawings to the page once: as a constructed sheet, which a content policy without inline style allows. */
export function addSceneStyle(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sceneStyle);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
