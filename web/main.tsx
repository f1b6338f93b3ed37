import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { listenForKeys } from "./frame/keys.js";
import { showTheme } from "./frame/theme.js";
import { addSceneStyle } from "./scene/style.js";

showTheme();
addSceneStyle(document);
listenForKeys();
const place = document.getElementById("workbench");
if (place) createRoot(place).render(<App />);
