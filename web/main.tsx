import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { showDensity } from "./frame/density.js";
import { listenForKeys } from "./frame/keys.js";
import { showTheme } from "./frame/theme.js";
import { addSceneStyle } from "./scene/style.js";
import { claimTab } from "./state/draft.js";

showTheme();
showDensity();
addSceneStyle(document);
listenForKeys();
const place = document.getElementById("workbench");
if (place) claimTab().then(() => createRoot(place).render(<App />));
