import { spawn } from "node:child_process";

/** What opens a file in the browser of this machine's user; null where there is no screen to show one on. */
export function browserFor(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): ((file: string) => void) | null {
  const [command, ...first] = commandFor(platform, environment);
  if (command === undefined) return null;
  return (file) => {
    // Where it cannot be started, the link that was printed is still there.
    spawn(command, [...first, file], { detached: true, stdio: "ignore" })
      .on("error", () => {})
      .unref();
  };
}

function commandFor(platform: NodeJS.Platform, { DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION, CI }: NodeJS.ProcessEnv): string[] {
  if (SSH_CONNECTION || CI) return [];
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["explorer.exe"];
  return DISPLAY || WAYLAND_DISPLAY ? ["xdg-open"] : [];
}
