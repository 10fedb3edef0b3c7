/**
 * What `npm test` runs: lint, types, build (only what changed), then Jest. Arguments go to Jest, and then Jest alone runs.
 * Its very last line is "N passed, N failed" (and ", N skipped" if any were); each stage before Jest counts as one check.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const output = join(root, "test/output");
const results = join(output, "results.json");
const asked = process.argv.slice(2);
const count = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(command, args, env = process.env) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env, shell: process.platform === "win32" && command === "npm" });
  return status === 0;
}

/** A check before Jest: an npm script. @param {string} name @param {string} script @param {...string} args */
function stage(name, script, ...args) {
  console.log(`\n== ${name}`);
  const passed = run("npm", ["run", "--silent", script, ...args]);
  count[passed ? "passed" : "failed"] += 1;
  console.log(passed ? `${name}: passed` : `${name}: FAILED, see above`);
  return passed;
}

/** @param {NodeJS.ProcessEnv} env */
function jest(env) {
  console.log("\n== tests");
  mkdirSync(output, { recursive: true });
  rmSync(results, { force: true });
  const script = join(root, "node_modules/jest/bin/jest.js");
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const own = ["--config", "test/jest.config.mjs", "--json", `--outputFile=${results}`];
  const passed = run(process.execPath, [...flags, script, ...own, ...asked], env);
  if (!existsSync(results)) {
    console.log("tests: FAILED, Jest ended without a result");
    count.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, "utf8"));
  count.passed += numPassedTests;
  const failed = numFailedTests + numRuntimeErrorTestSuites; // a file that does not load counts as one
  count.failed += failed > 0 || passed ? failed : 1;
  count.skipped += numPendingTests + numTodoTests;
  if (!passed && failed === 0) console.log("tests: FAILED, Jest ended with an error although no test did, see above");
}

if (asked.length === 0) {
  stage("lint", "lint");
  stage("types", "typecheck");
  const built = stage("build", "build", "--", "--if-changed");
  jest({ ...process.env, GLEICHWERT_BUILD: built ? "done" : "failed" });
} else jest(process.env);

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed > 0 ? 1 : 0;
