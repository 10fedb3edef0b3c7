import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { repositoryRoot } from "../support/paths.ts";
import { removeRulesFolders, rulesFolderWith } from "../support/rules-folder.ts";

/** Whether something still answers there. */
const answers = (url: string): Promise<boolean> => fetch(url).then(() => true, () => false);

describe("npm start", () => {
  let dataDir = "";
  let npm: ChildProcess;
  let url = "";
  let rules = "";

  beforeAll(() => {
    rules = rulesFolderWith({});
  });
  afterAll(removeRulesFolders);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "gleichwert-start-"));
    npm = spawn("npm", ["start"], {
      cwd: repositoryRoot,
      env: { ...process.env, PORT: "0", DATA_DIR: dataDir, RULES_DIR: rules },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // a process group of its own, as in a terminal
    });
    url = await new Promise<string>((done, fail) => {
      let said = "";
      const hear = (chunk: Buffer): void => {
        said += chunk;
        const found = /^Gleichwert is ready at (\S+)$/m.exec(said)?.[1];
        if (found !== undefined) done(found);
      };
      npm.stdout?.on("data", hear);
      npm.stderr?.on("data", hear);
      npm.on("close", (code) => fail(new Error(`npm start ended with ${code}: ${said}`)));
    });
  });
  afterEach(() => {
    try {
      process.kill(-npm.pid!, "SIGKILL");
    } catch {
      // nothing of the group is left, as it should be
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Waits until nothing answers any more. */
  async function isGone(): Promise<boolean> {
    for (const until = Date.now() + 10_000; Date.now() < until; await sleep(100)) if (!(await answers(url))) return true;
    return false;
  }

  test.each(["SIGTERM", "SIGKILL"] as const)("a server whose npm ends by %s ends too", async (signal) => {
    expect(await answers(url)).toBe(true);
    npm.kill(signal);
    expect(await isGone()).toBe(true);
  });

  test("Ctrl-C in the terminal ends all of it", async () => {
    process.kill(-npm.pid!, "SIGINT");
    expect(await isGone()).toBe(true);
  });
});
