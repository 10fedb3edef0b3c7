import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, serverBundle } from "../../server/src/commands/build.mjs";
import { temporaryFolder } from "./fixture.ts";

const cleanUps: (() => unknown)[] = [];
beforeAll(async () => {
  if (process.env["GLEICHWERT_BUILD"] !== "done") await build({ only: ["server"], onlyIfChanged: true, quiet: true });
}, 120_000);
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  /** Its address, once it says that it is ready. */
  readonly url: Promise<string>;
}

function folderWithRules(facts = "stage: purpose\nfacts:\n  - { id: goal.purpose, type: choice, options: [own-occupation], readBy: [R2] }\n"): { data: string; rules: string } {
  const { path, remove } = temporaryFolder();
  cleanUps.push(remove);
  mkdirSync(join(path, "rules/data/facts"), { recursive: true });
  writeFileSync(join(path, "rules/data/facts/purpose.yaml"), facts);
  return { data: join(path, "data"), rules: join(path, "rules") };
}

function serve({ data, rules }: { data: string; rules: string }, env: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, [fileURLToPath(serverBundle), "--api-only"], {
    env: { ...process.env, NODE_ENV: "production", PORT: "0", DATA_DIR: data, RULES_DIR: rules, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  const ended = new Promise<number | null>((done) => child.once("close", done));
  cleanUps.push(() => {
    child.kill("SIGKILL");
    return ended;
  });
  const url = new Promise<string>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        out += String(chunk);
        const found = /^Gleichwert is ready at (http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(out)?.[1];
        if (found !== undefined) done(found);
      });
    }
  });
  return { child, ended, said: () => out, url };
}

describe("the server process", () => {
  test("says where it is, answers, and ends politely within two seconds although a connection stays open", async () => {
    const folder = folderWithRules();
    const { child, ended, url } = serve(folder);
    const address = await url;
    expect(await (await fetch(`${address}/api/v1/health`)).json()).toMatchObject({ ok: true, database: "sqlite" });
    const { port } = new URL(address);
    const idle = connect(Number(port), "127.0.0.1");
    cleanUps.push(() => idle.destroy());
    idle.on("error", () => undefined);
    idle.write("GET / HTTP/1.1\r\nHost: x\r\n");
    const asked = Date.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(3000);
    expect(readdirSync(folder.data).sort()).toEqual(["gleichwert.lock", "gleichwert.sqlite"]);
  });

  test("a caller who never finishes a request is cut off", async () => {
    const { url } = serve(folderWithRules());
    const socket = connect(Number(new URL(await url).port), "127.0.0.1");
    const begun = Date.now();
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n");
    socket.resume();
    await new Promise((done) => socket.once("close", done));
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  test("a taken port is said in plain words", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    cleanUps.push(() => new Promise((done) => other.close(done)));
    const { port } = other.address() as AddressInfo;
    const { ended, said } = serve(folderWithRules(), { PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said()).toContain(`Port ${port} is already in use by another program.`);
    expect(said()).not.toMatch(/at .*\(.*:\d+\)/);
  });

  test("a second server on the same data is refused, and may start after the first was killed", async () => {
    const folder = folderWithRules();
    const first = serve(folder);
    await first.url;
    const second = serve(folder);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("Another Gleichwert server already works on this data folder");
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await serve(folder).url).toMatch(/^http/);
  });

  test("faulty rules stop an empty database with every finding, and a filled one not at all", async () => {
    const faults = "stage: purpose\nfacts:\n  - { id: goal.purpose, type: chioce, readBy: [R2] }\n  - { id: goal.other, type: text, readBy: [] }\n";
    const folder = folderWithRules(faults);
    const refused = serve(folder);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(/facts\/purpose\.yaml at \/facts\/0\/type.*\n.*facts\/purpose\.yaml at \/facts\/1\/readBy/);

    const good = folderWithRules();
    const first = serve({ data: folder.data, rules: good.rules });
    await first.url;
    first.child.kill("SIGTERM");
    await first.ended;
    const later = serve(folder);
    await later.url;
    expect(later.said()).toContain("the published version goes on");
  });

  test.each([
    ["PORT", "http", "PORT must be a number"],
    ["PORT", "70000", "PORT must be a number"],
    ["DATABASE_URL", "mysql://x", "DATABASE_URL must begin with postgres://"],
  ])("%s=%s is refused", async (name, value, sentence) => {
    const { ended, said } = serve(folderWithRules(), { [name]: value });
    expect(await ended).toBe(1);
    expect(said()).toContain(sentence);
  });
});
