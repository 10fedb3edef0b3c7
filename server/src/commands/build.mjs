/**
 * Builds the pages (client/build) and the server (server/build): `node server/src/commands/build.mjs [--if-changed] [client|server]`.
 * Works from any folder. Other commands call `build({ onlyIfChanged: true })`.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleServer } from "./bundle-server.mjs";
import { withLock } from "./lock.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const outdir = join(root, "server/build");

/** Where the built server lies. */
export const serverBundle = pathToFileURL(join(outdir, "main.js"));

/** What is built: from which sources, to which file, and how. */
const parts = {
  client: { label: "pages", sources: ["client"], result: "client/build/server/index.js", make: buildClient },
  server: { label: "server", sources: ["server/src"], result: "server/build/main.js", make: buildServer },
};
/** @typedef {keyof typeof parts} Part */
const common = ["shared/src", "shared/package.json", "rules/src", "rules/package.json", "package-lock.json"];
const generated = new Set(["build", "node_modules", ".react-router"]);

/**
 * Builds the pages and the server, one command at a time.
 * @param {object} [options]
 * @param {boolean} [options.onlyIfChanged] leave out what was built from the very same sources
 * @param {boolean} [options.quiet] show the tools' own output only when they fail
 * @param {Part[]} [options.only] which parts; all when left out
 * @returns {Promise<void>} throws an Error with the tool's output when a build fails
 */
export async function build({ onlyIfChanged = false, quiet = false, only = ["client", "server"] } = {}) {
  const isCurrent = (/** @type {Part} */ name) => onlyIfChanged && stampOf(name) === sourceHash(name);
  if (only.every(isCurrent)) return;
  await withLock(join(outdir, "build.lock"), async () => {
    for (const name of only) {
      if (isCurrent(name)) continue;
      const { label, make } = parts[name];
      process.stderr.write(`Building the ${label} ...\n`);
      const hash = sourceHash(name); // before the build: what changes meanwhile is built next time
      rmSync(stampFile(name), { force: true });
      await make(quiet);
      writeFileSync(stampFile(name), hash);
    }
  });
}

/** @param {Part} name */
const stampFile = (name) => join(outdir, `${name}.stamp`);

/** The hash of the sources that the present result was built from. @param {Part} name */
function stampOf(name) {
  if (!existsSync(stampFile(name)) || !existsSync(join(root, parts[name].result))) return undefined;
  return readFileSync(stampFile(name), "utf8");
}

/** @param {Part} name */
function sourceHash(name) {
  const hash = createHash("sha256");
  for (const source of [...parts[name].sources, ...common]) addTo(hash, source);
  return hash.digest("hex");
}

/** Adds a file, or all files below a folder in the order of their names. @param {import("node:crypto").Hash} hash @param {string} path */
function addTo(hash, path) {
  const full = join(root, path);
  const entries = existsSync(full) ? readdirSyncOrNothing(full) : [];
  if (entries === undefined) hash.update(`${path}\0`).update(readFileSync(full));
  else for (const entry of entries.sort()) if (!generated.has(entry)) addTo(hash, `${path}/${entry}`);
}

/** The names in a folder; undefined for a file. @param {string} path */
function readdirSyncOrNothing(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** @param {boolean} quiet */
function buildClient(quiet) {
  const tool = join(root, "node_modules/@react-router/dev/bin.js");
  const env = { ...process.env, NODE_ENV: "production" };
  return new Promise((/** @type {(nothing: void) => void} */ done, fail) => {
    const child = spawn(process.execPath, [tool, "build"], { cwd: join(root, "client"), env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const hear = (/** @type {Buffer} */ chunk) => {
      if (quiet) output += chunk;
      else process.stderr.write(chunk);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${output}The pages could not be built (react-router build ended with ${code}).`))));
  });
}

async function buildServer() {
  mkdirSync(outdir, { recursive: true });
  await bundleServer(root, outdir);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const only = args.filter((arg) => arg === "client" || arg === "server");
  const onlyIfChanged = args.includes("--if-changed");
  try {
    await build(only.length > 0 ? { only, onlyIfChanged } : { onlyIfChanged });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
