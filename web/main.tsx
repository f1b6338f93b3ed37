import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { listenForKeys } from "./frame/keys.js";
import { showTheme } from "./frame/theme.js";

showTheme();
listenForKeys();
const place = document.getElementById("workbench");
if (place) createRoot(place).render(<App />);
