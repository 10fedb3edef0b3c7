/**
 * Makes the dependencies ready before a command runs: `node server/src/commands/ensure.mjs`.
 * Silent and quick when nothing is to do; everything it prints goes to stderr. Node's own modules only, and nothing
 * newer than Node 18 on the way to the version check, so that an old Node gets a sentence instead of a stack.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const modules = join(root, "node_modules");
const stampFile = join(modules, ".gleichwert-stamp");

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/** Ends the command with one clear sentence. @param {string} sentence @returns {never} */
function refuse(sentence) {
  say(sentence);
  process.exit(1);
}

/** Compares the running Node with `engines.node` of the root package.json, which has the form ">=20.19". */
function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  refuse(`Gleichwert needs Node.js ${major}.${minor} or newer; this is Node.js ${process.versions.node}.`);
}

/** What the installed packages depend on: the lock file and the machine. */
function wantedStamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const machine = `${process.platform} ${process.arch} node ${process.versions.node.split(".")[0]}`;
  return createHash("sha256").update(lock).update(machine).digest("hex");
}

/** @param {string} stamp */
function isReady(stamp) {
  try {
    return readFileSync(stampFile, "utf8") === stamp;
  } catch {
    return false;
  }
}

/** Whether node_modules, put there by hand with `npm install`, already holds what the lock file lists for this machine. */
function isAlreadyInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.includes("node_modules/")) return true;
      const { version, link, optional, os, cpu, libc } = entry;
      const isForThisMachine = os?.includes(process.platform) && (cpu?.includes(process.arch) ?? true) && !libc;
      const found = present[path];
      if (found === undefined) return optional && !isForThisMachine; // binaries for other machines, and what those need
      return found.version === version && !found.link === !link;
    });
  } catch {
    return false;
  }
}

/** Node's own prefix when its C headers lie there and are of this very version; sqlite3 is compiled against them. */
function headersPrefix() {
  try {
    const prefix = dirname(dirname(realpathSync(process.execPath)));
    const header = readFileSync(join(prefix, "include/node/node_version.h"), "utf8");
    const version = ["MAJOR", "MINOR", "PATCH"].map((part) => header.match(`NODE_${part}_VERSION (\\d+)`)?.[1]);
    return version.join(".") === process.versions.node ? prefix : undefined;
  } catch {
    return undefined;
  }
}

/** The npm that started us, or the one beside this Node. */
function npmScript() {
  const own = process.env.npm_execpath;
  if (own !== undefined && basename(own) === "npm-cli.js") return own;
  const bin = dirname(realpathSync(process.execPath));
  const beside = [join(bin, "../lib/node_modules/npm/bin/npm-cli.js"), join(bin, "node_modules/npm/bin/npm-cli.js")];
  return beside.find((path) => existsSync(path)) ?? refuse("npm was not found beside Node.js; start this through npm.");
}

/** Runs npm with its output on stderr. @param {string[]} args @returns {Promise<boolean>} whether it succeeded */
function npm(...args) {
  const nodedir = process.env.npm_config_nodedir ?? headersPrefix();
  const env = nodedir === undefined ? process.env : { ...process.env, npm_config_nodedir: nodedir };
  return new Promise((done) => {
    spawn(process.execPath, [npmScript(), ...args], { cwd: root, env, stdio: ["ignore", 2, 2] })
      .on("error", () => done(false))
      .on("close", (code) => done(code === 0));
  });
}

/** Why the compiled SQLite driver does not load; undefined when it does. */
function sqliteFault() {
  const { status, stderr } = spawnSync(process.execPath, ["-e", "require('sqlite3')"], { cwd: join(root, "server"), encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim() || `ended with ${status}`;
}

/** @param {string} stamp */
async function install(stamp) {
  if (isReady(stamp)) return; // another command installed it while we waited
  if (!isAlreadyInstalled() || sqliteFault() !== undefined) {
    say("Installing the dependencies (a few minutes the first time: SQLite is compiled) ...");
    const installed = (await npm("ci", "--include=dev", "--no-audit", "--no-fund")) || (await installAnyway());
    if (!installed) {
      refuse("The dependencies could not be installed; see the messages above. Gleichwert needs the npm registry, a C++ compiler, make and Python.");
    }
  }
  const fault = sqliteFault();
  if (fault !== undefined) {
    refuse(`${fault}\nThe SQLite driver does not load; it needs a C++ compiler, make and Python, and npm must be allowed to run install scripts.`);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampFile, wantedStamp()); // last, and anew: `npm install` may have mended the lock file
}

/** `npm ci` is strict about lock files in which npm left out a package of this platform; `npm install` mends them. */
function installAnyway() {
  say("npm ci failed; trying npm install once ...");
  return npm("install", "--include=dev", "--no-audit", "--no-fund");
}

checkNodeVersion();
const stamp = wantedStamp();
if (!isReady(stamp)) {
  const lock = join(root, "server/build/install.lock");
  await withLock(lock, () => install(stamp), () => say("Waiting for another command that is installing the dependencies ..."));
}
