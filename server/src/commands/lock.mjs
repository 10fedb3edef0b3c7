/** A lock file, so that two commands started at once do not install or build into each other. Node's own modules only. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BEAT_MS = 5_000;
const ABANDONED_AFTER_MS = 60_000;

/**
 * Runs `work` while no other process holds the lock file; waits for its turn as long as the holder lives.
 * A lock whose holder died is taken over at once.
 * @template T
 * @param {string} file path of the lock file; its folder is made when missing
 * @param {() => T | Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>} what `work` returns
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !take(file); ) {
    if (isAbandoned(file)) {
      breakLock(file);
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await sleep(100);
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, `${hostname()} ${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether the holder is gone: its process is dead, or (on another host) its sign of life is old. @param {string} file */
function isAbandoned(file) {
  try {
    const [host, pid] = readFileSync(file, "utf8").split(" ");
    if (Date.now() - statSync(file).mtimeMs > ABANDONED_AFTER_MS) return true;
    return host === hostname() && pid !== undefined && !isAlive(Number(pid));
  } catch {
    return false; // released in this very moment
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Moves an abandoned lock away; puts it back when somebody else took it over in between. @param {string} file */
function breakLock(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isAbandoned(aside)) linkSync(aside, file);
  } catch {
    // somebody else was quicker: the loop looks again
  }
  rmSync(aside, { force: true });
}
