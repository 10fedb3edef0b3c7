import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFolder, repositoryRoot } from "../../support/paths.ts";

describe("build server", () => {
  let folder = "";
  const put = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: "/", encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const build = (...args: string[]) => run(join(folder, "server/src/commands/build.mjs"), "server", ...args);
  const bundle = (): string => join(folder, "server/build/main.js");

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(outputFolder, "build-"))); // below the repository: esbuild and zod are found there
    cpSync(join(repositoryRoot, "server/src/commands"), join(folder, "server/src/commands"), { recursive: true });
    put("package.json", JSON.stringify({ type: "module" }));
    put("rules/package.json", JSON.stringify({ name: "@gleichwert/rules", type: "module", exports: { "./load": "./src/load.ts" } }));
    put("rules/src/load.ts", 'export const data: string = new URL("../data", import.meta.url).pathname;');
    put("server/src/main.ts", 'import { data } from "@gleichwert/rules/load"; import { z } from "zod"; console.log(data, typeof z.string);');
    mkdirSync(join(folder, "node_modules/@gleichwert"), { recursive: true });
    symlinkSync(join(folder, "rules"), join(folder, "node_modules/@gleichwert/rules"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("makes a bundle that plain Node runs, and keeps a source file's place", () => {
    expect(build()).toMatchObject({ status: 0 });
    expect(run(bundle())).toEqual({ status: 0, stdout: `${join(folder, "rules/data")} function\n`, stderr: "" });
    expect(statSync(bundle()).size).toBeLessThan(2_000); // zod stayed outside
  });

  test("leaves out what did not change", () => {
    const before = statSync(bundle()).mtimeMs;
    expect(build("--if-changed")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(statSync(bundle()).mtimeMs).toBe(before);
  });

  test("builds anew when a source changed, of rules too", () => {
    put("rules/src/load.ts", 'export const data: string = "changed";');
    expect(build("--if-changed").status).toBe(0);
    expect(run(bundle()).stdout).toBe("changed function\n");
  });

  test("a faulty source fails with its place, until it is mended", () => {
    put("server/src/main.ts", 'import "./nothing.ts";');
    for (const _twice of [1, 2]) {
      expect(build("--if-changed")).toMatchObject({ status: 1, stderr: expect.stringContaining("server/src/main.ts:1:7") });
    }
    put("server/src/main.ts", 'console.log("mended");');
    expect(build("--if-changed").status).toBe(0);
    expect(run(bundle()).stdout).toBe("mended\n");
  });

  test("a worker that is not listed as an entry is a fault of the build", () => {
    put("server/src/main.ts", 'console.log(new URL("./jobs/worker.ts", import.meta.url).href);');
    expect(build()).toMatchObject({ status: 1, stderr: expect.stringContaining("jobs/worker.ts is not among the entries") });
  });
});
