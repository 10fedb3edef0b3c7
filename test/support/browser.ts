import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { writeFontConfiguration } from "./fonts.ts";
import { unpackChromium } from "./packaged-chromium.ts";

/** Names a browser to use instead of the one found, as a path. */
const OWN_CHOICE = "GLEICHWERT_BROWSER";

interface Candidate {
  readonly executable: string;
  readonly libraries?: string;
}

/** No connection of the browser's own, nothing that a machine without screen or a small /dev/shm lacks. */
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/**
 * Starts a headless Chromium: the one named by GLEICHWERT_BROWSER, else an installed one, else the one from our npm
 * packages (Linux x64). Nothing is downloaded. Open pages from `browser.newContext()`, which axe needs.
 * @throws Error with one clear sentence when no browser starts
 */
export async function launchBrowser(): Promise<Browser> {
  const fonts = writeFontConfiguration();
  const faults: string[] = [];
  for (const candidate of candidates()) {
    try {
      const { executable, libraries } = candidate();
      return await chromium.launch({ executablePath: executable, args: flags, env: environment(fonts, libraries) });
    } catch (error) {
      faults.push(String(error));
    }
  }
  throw new Error(
    `No browser for the tests: install Chromium, Chrome or Edge, or name one by ${OWN_CHOICE}=/path/to/browser.` +
      faults.map((fault) => `\n${fault}`).join(""),
  );
}

/** What to try, in order; each is unpacked or looked for only when its turn comes. */
function candidates(): (() => Candidate)[] {
  const chosen = process.env[OWN_CHOICE];
  if (chosen !== undefined && chosen !== "") return [() => ({ executable: chosen })];
  const installed = installedBrowsers().map((executable) => () => ({ executable }));
  const isPackaged = process.platform === "linux" && process.arch === "x64";
  return isPackaged ? [...installed, unpackChromium] : installed;
}

/** Browsers of the Chromium family that are installed on this machine. */
function installedBrowsers(): string[] {
  const places = {
    darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((variable) =>
      ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map(
        (path) => join(process.env[variable] ?? "", path),
      ),
    ),
  };
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) =>
      ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].map((name) => join(folder, name)),
    );
  const own = process.platform === "darwin" || process.platform === "win32" ? places[process.platform] : onPath;
  return own.filter((path) => existsSync(path));
}

/** The environment of the browser alone: our fonts, and the libraries that came with it. */
function environment(fonts: string, libraries: string | undefined): Record<string, string> {
  const own: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: fonts };
  if (libraries !== undefined) own.LD_LIBRARY_PATH = [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  return Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
