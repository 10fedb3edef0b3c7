import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, serverBundle } from "../build.mjs";

/** The built server that a campaign works on, as a process of its own over its own data. */
export interface Target {
  readonly dataDir: string;
  /** Starts the server and waits until it answers. @returns its address, without a slash at its end */
  start(): Promise<string>;
  /** Ends the process at once, as a power cut would end it for the program. */
  kill(): Promise<void>;
  /** Ends the process politely and removes everything. */
  remove(): Promise<void>;
}

/** A target with an empty SQLite database. The rules are few, since campaigns ask what happens to answers. */
export async function makeTarget(): Promise<Target> {
  if (process.env["GLEICHWERT_BUILD"] !== "done") await build({ only: ["server"], onlyIfChanged: true, quiet: true });
  const folder = mkdtempSync(join(tmpdir(), "gleichwert-campaign-"));
  const rules = join(folder, "rules");
  mkdirSync(join(rules, "data/facts"), { recursive: true });
  writeFileSync(join(rules, "data/facts/qualification.yaml"), "stage: qualification\nfacts:\n  - { id: qualification.title, type: title, list: qualification, maxLength: 200, readBy: [R13] }\n");
  const dataDir = join(folder, "data");
  let end: ((signal: NodeJS.Signals) => Promise<void>) | undefined;

  return {
    dataDir,
    start() {
      const env = { ...process.env, NODE_ENV: "production", PORT: "0", DATA_DIR: dataDir, RULES_DIR: rules, DATABASE_URL: "", LOG_LEVEL: "error" };
      const child = spawn(process.execPath, [fileURLToPath(serverBundle), "--api-only"], { env, stdio: ["ignore", "pipe", "pipe"] });
      const closed = new Promise<void>((done) => child.once("close", () => done()));
      const atExit = (): void => void child.kill("SIGKILL");
      process.once("exit", atExit);
      end = (signal) => {
        process.off("exit", atExit);
        child.kill(signal);
        return closed;
      };
      return new Promise((done, fail) => {
        let said = "";
        const hear = (chunk: Buffer): void => {
          said = (said + chunk).slice(-4000);
          const url = /^Gleichwert is ready at (\S+)\/$/m.exec(said)?.[1];
          if (url !== undefined) done(url);
        };
        child.stdout.on("data", hear);
        child.stderr.on("data", hear);
        child.once("close", (code) => fail(new Error(`The server ended (${code}) before it was ready:\n${said}`)));
      });
    },
    async kill() {
      await end?.("SIGKILL");
    },
    async remove() {
      await end?.("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What came back for an answer; `lost-contact` when nothing did, so that it may or may not be stored. */
export type Reply = { readonly kind: "lost-contact" } | { readonly kind: "reply"; readonly status: number; readonly body: ReplyBody };

interface ReplyBody {
  readonly interview?: { readonly sequence: number; readonly facts: Readonly<Record<string, { readonly value: unknown }>> };
  readonly replayed?: boolean;
  readonly type?: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** Sends an answer that says a title. */
export async function sendTitle(url: string, code: string, key: string, title: string, seen?: number): Promise<Reply> {
  const changes = [{ key: "qualification.title@q1", fact: { value: title, grade: "said" } }];
  try {
    const response = await fetch(`${url}/api/v1/interviews/${code}/answers`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ changes, seen }),
    });
    return { kind: "reply", status: response.status, body: (await response.json()) as ReplyBody };
  } catch {
    return { kind: "lost-contact" };
  }
}

/** Opens an interview. @returns its code */
export async function openInterview(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/interviews`, { method: "POST" });
  return ((await response.json()) as { code: string }).code;
}

/** One stored answer as the export shows it. */
export interface Stored {
  readonly sequence: number;
  readonly key: string;
  readonly changes: readonly { readonly fact: { readonly value: string } }[];
}

/** All stored answers of an interview. */
export async function storedAnswers(url: string, code: string): Promise<readonly Stored[]> {
  const response = await fetch(`${url}/api/v1/interviews/${code}/export`);
  return ((await response.json()) as { events: Stored[] }).events;
}
