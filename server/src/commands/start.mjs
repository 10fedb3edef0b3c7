/**
 * `npm start`: builds what changed, then serves in this very process, so that signals and the exit code need no passing
 * on and no orphan is left behind when the process is killed.
 */
import { readFileSync } from "node:fs";
import { build, serverBundle } from "./build.mjs";

process.env.NODE_ENV = "production";
process.setSourceMapsEnabled(true);
try {
  await build({ onlyIfChanged: true, quiet: true });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
if (process.env.npm_lifecycle_event === "start") endWithParent();
await import(serverBundle.href);

/** npm does not always pass a signal on, and its shell never does; so we end, politely, when either of them is gone. */
function endWithParent() {
  const started = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === started) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}

/** The process ids of npm's shell and, where the system tells it (Linux), of npm. */
function ancestors() {
  const shell = process.ppid;
  try {
    const [, npm] = readFileSync(`/proc/${shell}/status`, "utf8").match(/^PPid:\s+(\d+)/m) ?? [];
    return `${shell} ${npm}`;
  } catch {
    return `${shell}`;
  }
}
