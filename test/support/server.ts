import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "./paths.ts";

const buildCommand = join(repositoryRoot, "server/src/commands/build.mjs");
const serverBundle = join(repositoryRoot, "server/build/main.js");
const READY = /^Gleichwert is ready at (http:\S+?)\/?$/m;
const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 10_000;

/** The built server as a process of its own. */
export interface TestServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  readonly dataDir: string;
  /** What it has written to stdout and stderr so far, the last 100 kB. */
  output(): string;
  /** Sends a signal and waits for the end of the process. The data stays. */
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends the server politely, then by force; removes the data unless `dataDir` was given. */
  stop(): Promise<void>;
}

/** How a test wants its server. */
export interface ServerOptions {
  /** Where the database lies; a new temporary folder when left out. */
  readonly dataDir?: string;
  /** A free one when left out. */
  readonly port?: number;
  /** For example DATABASE_URL. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the production server, building it first when its sources changed.
 * @throws Error with the server's last words when it ends before it is ready, or is not ready within a minute
 */
export async function startServer({ dataDir, port = 0, env = {} }: ServerOptions = {}): Promise<TestServer> {
  await builtOnce();
  const data = dataDir ?? mkdtempSync(join(tmpdir(), "gleichwert-server-"));
  const removeOwn = (): void => void (dataDir ?? rmSync(data, { recursive: true, force: true }));
  const child = spawn(process.execPath, ["--enable-source-maps", serverBundle], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("close", () => process.off("exit", kill));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) =>
    child.once("close", (code, signal) => done({ code, signal })),
  );
  const output = collect(child);
  const send = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  try {
    return {
      url: await ready(child, output),
      pid: child.pid!,
      dataDir: data,
      output,
      kill: send,
      async stop() {
        const force = setTimeout(kill, STOPS_WITHIN_MS);
        await send("SIGTERM");
        clearTimeout(force);
        removeOwn();
      },
    };
  } catch (error) {
    if (child.pid !== undefined) await send("SIGKILL");
    removeOwn();
    throw error;
  }
}

/** Builds at most once in a test process; `npm test` has built already and says so. */
let building: Promise<unknown> | undefined;
function builtOnce(): Promise<unknown> {
  const told = process.env["GLEICHWERT_BUILD"];
  if (told === "failed") throw new Error("The build failed, see above; this test needs the built server.");
  if (told === "done") return Promise.resolve();
  return (building ??= promisify(execFile)(process.execPath, [buildCommand, "--if-changed"]));
}

function collect(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said = (said + chunk).slice(-100_000)));
  return () => said;
}

/** Waits for the line that names the address. */
function ready(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const tooLate = setTimeout(() => settle(`The server was not ready within ${STARTS_WITHIN_MS / 1000} s`), STARTS_WITHIN_MS);
    const settle = (fault: string): void => {
      clearTimeout(tooLate);
      fail(new Error(`${fault}:\n${output()}`));
    };
    child.once("error", (error) => settle(String(error)));
    child.once("close", (code, signal) => settle(`The server ended with ${code ?? signal} before it was ready`));
    child.stdout?.on("data", () => {
      const url = READY.exec(output())?.[1];
      if (url === undefined) return;
      clearTimeout(tooLate);
      done(url);
    });
  });
}
