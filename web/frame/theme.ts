import { read, useKept } from "../state/kept.js";

export const themes = { system: "As the system", light: "Light", dark: "Dark" } as const;
export type Theme = keyof typeof themes;

const setting = "theme";

/** Puts the chosen theme on the page; the tokens do the rest. */
export function showTheme(): void {
  const theme = read(setting);
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** The chosen theme, remembered in this browser. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [kept, keep] = useKept(setting, "system");
  const choose = (theme: Theme) => {
    keep(theme);
    showTheme();
  };
  return [kept in themes ? (kept as Theme) : "system", choose];
}
