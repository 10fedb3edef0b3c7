import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../support/paths.ts";

/** Stands in for npm: notes what it was asked, and installs what it is told to by the file "behaviour". */
const fakeNpm = `
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const asked = process.argv[2];
appendFileSync("npm.log", asked + "\\n");
console.log("npm talks");
const behaviour = existsSync("behaviour") ? readFileSync("behaviour", "utf8") : "";
if (behaviour.includes(asked + " fails")) process.exit(1);
setTimeout(() => {
  mkdirSync("node_modules/sqlite3", { recursive: true });
  writeFileSync("node_modules/sqlite3/index.js", behaviour.includes("no driver") ? "throw new Error('no binding')" : "");
  writeFileSync("node_modules/.package-lock.json", readFileSync("package-lock.json"));
}, 200);
`;

describe("ensure", () => {
  let folder = "";
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const asked = (): string[] => (existsSync(join(folder, "npm.log")) ? readFileSync(join(folder, "npm.log"), "utf8").trim().split("\n") : []);
  const lockFile = (version: string): string => JSON.stringify({ packages: { "node_modules/sqlite3": { version } } });

  function ensure(): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [join(folder, "server/src/commands/ensure.mjs")], {
      cwd: tmpdir(),
      env: { ...process.env, npm_execpath: join(folder, "npm-cli.js") },
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk));
    child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk));
    return new Promise((done) => child.on("close", (code) => done({ code, ...said })));
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gleichwert-ensure-"));
    mkdirSync(join(folder, "server/src/commands"), { recursive: true });
    for (const name of ["ensure.mjs", "lock.mjs"]) {
      cpSync(join(repositoryRoot, "server/src/commands", name), join(folder, "server/src/commands", name));
    }
    put("package.json", JSON.stringify({ engines: { node: ">=20.19" } }));
    put("package-lock.json", lockFile("1.0.0"));
    put("npm-cli.js", fakeNpm);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("installs on a fresh clone, and is silent from then on", async () => {
    const first = await ensure();
    expect(first).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("npm talks") });
    expect(await ensure()).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(asked()).toEqual(["ci"]);
  });

  test("installs once when two are started at once", async () => {
    const both = await Promise.all([ensure(), ensure()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(asked()).toEqual(["ci"]);
  });

  test("installs anew when the lock file changed", async () => {
    await ensure();
    put("package-lock.json", lockFile("1.0.1"));
    expect((await ensure()).code).toBe(0);
    expect(asked()).toEqual(["ci", "ci"]);
  });

  test("takes over what was installed by hand", async () => {
    mkdirSync(join(folder, "node_modules/sqlite3"), { recursive: true });
    put("node_modules/sqlite3/index.js", "");
    put("node_modules/.package-lock.json", lockFile("1.0.0"));
    expect(await ensure()).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(asked()).toEqual([]);
  });

  test("tries npm install once when npm ci fails", async () => {
    put("behaviour", "ci fails");
    expect((await ensure()).code).toBe(0);
    expect(asked()).toEqual(["ci", "install"]);
    expect((await ensure()).stderr).toBe("");
  });

  test("says what is needed when nothing can be installed, and tries again next time", async () => {
    put("behaviour", "ci fails, install fails");
    expect(await ensure()).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("C++ compiler, make and Python") });
    await ensure();
    expect(asked()).toEqual(["ci", "install", "ci", "install"]);
  });

  test("does not take an install for done whose SQLite driver does not load", async () => {
    put("behaviour", "no driver");
    expect(await ensure()).toMatchObject({ code: 1, stderr: expect.stringContaining("SQLite driver does not load") });
    rmSync(join(folder, "behaviour"));
    expect((await ensure()).code).toBe(0);
    expect(asked()).toEqual(["ci", "ci"]);
  });

  test("takes over the lock of a command that was killed", async () => {
    mkdirSync(join(folder, "server/build"), { recursive: true });
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((done) => dead.on("close", done));
    const { hostname } = await import("node:os");
    put("server/build/install.lock", `${hostname()} ${dead.pid}`);
    expect((await ensure()).code).toBe(0);
    expect(existsSync(join(folder, "server/build/install.lock"))).toBe(false);
  });

  test("refuses an old Node with one sentence", async () => {
    put("package.json", JSON.stringify({ engines: { node: ">=99.1" } }));
    expect(await ensure()).toEqual({
      code: 1,
      stdout: "",
      stderr: `Gleichwert needs Node.js 99.1 or newer; this is Node.js ${process.versions.node}.\n`,
    });
  });
});
