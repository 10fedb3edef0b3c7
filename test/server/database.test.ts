import { afterEach, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import request from "supertest";
import { createApp } from "../../server/src/app.ts";
import { Refused } from "../../server/src/config.ts";
import { openDatabase } from "../../server/src/database.ts";
import { createLog } from "../../server/src/http/index.ts";
import { verifyAll } from "../../server/src/interviews/index.ts";
import { repositoryRoot } from "../support/paths.ts";
import { servicesOn, temporaryFolder, temporarySqlite, title } from "./fixture.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe("the SQLite database", () => {
  test("writes durably and readers cannot write", async () => {
    const { database, close } = await temporarySqlite();
    cleanUps.push(close);
    const settings = await database.write(async (sql) => Promise.all(["journal_mode", "synchronous", "foreign_keys", "secure_delete"].map(async (name) => Object.values((await sql.rows(`pragma ${name}`))[0] ?? {})[0])));
    expect(settings).toEqual(["wal", 2, 1, 1]);
    await expect(database.read.run("delete from interview")).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  });

  test("a second server on the same folder is refused, within and outside this process", async () => {
    const { path, remove } = temporaryFolder();
    cleanUps.push(remove);
    const first = await openDatabase({ dataDir: path });
    await expect(openDatabase({ dataDir: path })).rejects.toThrow(Refused);
    const script = `import { openDatabase } from "./server/src/database.ts"; await openDatabase({ dataDir: ${JSON.stringify(path)} }).then((d) => d.close()).then(() => console.log("opened"), (e) => console.log(e.message));`;
    const other = () => spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { cwd: repositoryRoot, encoding: "utf8" });
    expect(other().stdout).toMatch(/^Another Gleichwert server already works on this data folder/);
    await first.close();
    expect(other()).toMatchObject({ stdout: "opened\n" });
  });

  test("a refused value is not repeated in the error", async () => {
    const { database, close } = await temporarySqlite();
    cleanUps.push(close);
    const fault = await database.write((sql) => sql.run("insert into receipt (interview, bytes) values (?, ?)", ["secret-id", "secret-text"])).catch((error: Error) => error);
    expect(String(fault)).toContain("SQLITE_CONSTRAINT");
    expect(String(fault)).not.toContain("secret");
  });

  test("after the deletion of an interview nothing of it is left in any file", async () => {
    const { database, folder, close } = await temporarySqlite();
    cleanUps.push(close);
    const { api } = await servicesOn(database);
    const { code } = await api.startInterview();
    for (let n = 0; n < 30; n++) await api.answer(code, { key: `answer-${n}`, changes: title(`Planted-Marker-${n} ${"x".repeat(150)}`) });
    await api.assess(code);
    const hits = () => readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes("Planted-Marker"));
    expect(hits()).not.toEqual([]);
    await api.deleteInterview(code);
    expect(hits()).toEqual([]);
  });

  test("a full disk refuses answers with 507, reading goes on, and writing again needs no restart", async () => {
    const { database, close } = await temporarySqlite();
    cleanUps.push(close);
    const { api } = await servicesOn(database);
    const app = createApp({ api, log: createLog("silent") });
    const { code } = await api.startInterview();
    const path = `/api/v1/interviews/${code}`;
    const answer = (n: number) => request(app).post(`${path}/answers`).set("Idempotency-Key", `answer-${n}`).send({ changes: title(`${n} ${"x".repeat(190)}`) });
    // As a full disk: the file may not grow.
    const mayGrowTo = (pages: number) => database.write((sql) => sql.rows(`pragma max_page_count = ${pages}`));
    await mayGrowTo(1);
    let stored = 0;
    let refusal = await answer(0);
    while (refusal.status === 200) refusal = await answer(++stored);
    expect([refusal.status, refusal.body.type]).toEqual([507, "/problems/storage-full"]);
    expect((await request(app).get(path).expect(200)).body.sequence).toBe(stored);
    await mayGrowTo(100_000);
    expect((await answer(stored).expect(200)).body).toMatchObject({ replayed: false, interview: { sequence: stored + 1 } });
    expect(await verifyAll(database)).toEqual([]);
  });

  test("without database the server says that it is not well", async () => {
    const { database, close } = await temporarySqlite();
    const app = createApp({ api: (await servicesOn(database)).api, log: createLog("silent") });
    await close();
    await request(app).get("/api/v1/health").expect(503, { ok: false, database: "sqlite", ruleset: "" });
  });

  test("what was stored is there after closing and opening", async () => {
    const { path, remove } = temporaryFolder();
    cleanUps.push(remove);
    const first = await openDatabase({ dataDir: path });
    const { code } = await (await servicesOn(first)).api.startInterview();
    await first.close();
    const second = await openDatabase({ dataDir: path });
    cleanUps.push(() => second.close());
    expect((await (await servicesOn(second)).api.interview(code)).sequence).toBe(0);
  });
});
