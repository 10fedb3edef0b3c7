import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../support/paths.ts";

/** file, its line of import, and a part of the refusal (none: it is allowed). */
type Case = readonly [file: string, line: string, refusal?: string];

const refused: readonly Case[] = [
  ["rules/src/a.ts", 'import "@gleichwert/shared/facts"', "rules must not import shared"],
  ["rules/src/schema/b.ts", 'import "node:fs"', "must not use Node's own modules"],
  ["shared/src/facts/a.ts", 'import "@gleichwert/server"', "shared must not import server"],
  ["shared/src/facts/b.ts", 'import "@gleichwert/client"', "shared must not import client"],
  ["shared/src/facts/c.ts", 'import "../../../server/src/app.ts"', "shared must not import server"],
  ["shared/src/facts/d.ts", 'import "node:crypto"', "must not use Node's own modules"],
  ["shared/src/facts/e.ts", 'import "path"', "must not use Node's own modules"],
  ["shared/src/facts/f.ts", 'import "@gleichwert/rules/load"', "only server and test"],
  ["shared/src/facts/g.ts", 'import "../../../rules/src/index.ts"', "not by path"],
  ["shared/src/facts/h.ts", 'import "react"', "does not name react"],
  ["shared/src/facts/i.ts", 'import "../assessment/trace.ts"', "enter the room shared/src/assessment"],
  ["shared/src/assessment/steps/j.ts", 'import "../../facts/fact.ts"', "enter the room shared/src/facts"],
  ["shared/src/facts/k.ts", 'export * from "../assessment/trace.ts"', "enter the room"],
  ["shared/src/facts/l.ts", 'export const later = () => import("../assessment/trace.ts")', "enter the room"],
  ["shared/src/facts/m.ts", 'export type Trace = import("../assessment/trace.ts").Trace', "enter the room"],
  ["shared/src/facts/n.ts", 'import type { App } from "@gleichwert/server"', "shared must not import server"],
  ["server/src/a.ts", 'import "@gleichwert/client"', "server must not import client"],
  ["server/src/b.ts", 'import "../../client/src/root.tsx"', "server must not import client"],
  ["server/src/c.ts", 'import "@gleichwert/shared/src/facts/fact.ts"', "enter shared by one of its exports"],
  ["server/src/d.ts", 'import "react"', "does not name react"],
  ["server/src/jobs/e.ts", 'import "../rulesets/rulesets.service.ts"', "enter the room server/src/rulesets"],
  ["client/src/a.ts", 'import "@gleichwert/server"', "client must not import server"],
  ["client/src/b.ts", 'import "../../server/src/app.ts"', "client must not import server"],
  ["client/src/c.ts", 'import "@gleichwert/rules/load"', "client must not import rules"],
  ["client/src/d.ts", 'import "@gleichwert/rules"', "client must not import rules"],
  ["client/src/e.ts", 'import "node:fs"', "must not use Node's own modules"],
  ["client/src/f.ts", 'import "@mikro-orm/core"', "does not name @mikro-orm/core"],
  ["client/src/g.ts", 'import "@gleichwert/shared/src/facts/index.ts"', "enter shared by one of its exports"],
  ["client/src/caseload/h.tsx", 'import "../interview/index.ts"', "the client's caseload must not import its interview"],
  ["client/src/admin/deep/i.tsx", 'import "../../provider/form.tsx"', "the client's admin must not import its provider"],
  ["client/src/interview/j.tsx", 'import "../ui/field.tsx"', "enter the room client/src/ui"],
  ["client/src/ui/one.ts", 'import "./two.ts"', "cycle"],
  ["client/src/ui/two.ts", 'import "./one.ts"', "cycle"],
];

const allowed: readonly Case[] = [
  ["rules/src/load.ts", 'import "node:fs/promises"'],
  ["rules/src/index.ts", 'import "./schema/country.ts"'],
  ["shared/src/assessment/index.ts", 'import "@gleichwert/rules"'],
  ["shared/src/assessment/steps/a.ts", 'import "../trace.ts"'],
  ["shared/src/assessment/steps/b.ts", 'import "../../facts/index.ts"'],
  ["shared/src/facts/index.ts", 'import "zod/mini"'],
  ["server/src/app.ts", 'import "./rulesets/rulesets.routes.ts"'],
  ["server/src/database.ts", 'import "@gleichwert/rules/load"; import "node:path"; import "@mikro-orm/sqlite"'],
  ["server/src/jobs/a.ts", 'import "@gleichwert/shared/facts"; import "../rulesets/index.ts"; import "../config.ts"'],
  ["client/src/entry.server.tsx", 'import "node:stream"'],
  ["client/src/interview/a.tsx", 'import "../ui/index.ts"; import "@gleichwert/shared/api"; import "./question.css"'],
  ["client/src/caseload/b.tsx", 'import "../ui/table.css"; import "../context.ts"; import "react-router"'],
  ["test/server/a.test.ts", 'import "../../server/src/rulesets/rulesets.service.ts"; import "@gleichwert/rules/load"'],
  ["test/client/b.test.ts", 'import "../../client/src/ui/field.tsx"; import "@gleichwert/client"; import "react"'],
];

describe("import directions", () => {
  let folder = "";
  const said = new Map<string, string[]>();

  beforeAll(() => {
    mkdirSync(join(repositoryRoot, "test/output"), { recursive: true });
    folder = mkdtempSync(join(repositoryRoot, "test/output/lint-"));
    for (const workspace of ["", "rules", "shared", "server", "client", "test"]) {
      mkdirSync(join(folder, workspace), { recursive: true });
      copyFileSync(join(repositoryRoot, workspace, "package.json"), join(folder, workspace, "package.json"));
    }
    for (const [file, line] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${line};\nexport {};\n`);
    }
    mkdirSync(join(folder, ".git")); // else oxlint leaves the folder out, as git does
    const oxlint = join(repositoryRoot, "node_modules/oxlint/bin/oxlint");
    const config = join(repositoryRoot, ".oxlintrc.json");
    const run = spawnSync(process.execPath, [oxlint, "--format=json", "-c", config, "."], { cwd: folder, encoding: "utf8" });
    for (const { code, message, filename } of JSON.parse(run.stdout).diagnostics) {
      if (!/import-directions|no-cycle/.test(code)) continue;
      const file = filename.replaceAll("\\", "/").replace(/^\.\//, "");
      said.set(file, [...(said.get(file) ?? []), message]);
    }
    expect(run.status).toBe(1);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(refused)("%s refuses %s", (file, _line, refusal) => {
    expect(said.get(file)?.join("\n").toLowerCase()).toContain(refusal?.toLowerCase());
  });

  test.each(allowed)("%s allows %s", (file) => {
    expect(said.get(file)).toBeUndefined();
  });
});
