import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Conflict } from "@gleichwert/shared/errors";
import { openDatabase } from "../../server/src/database.ts";
import { verifyAll } from "../../server/src/interviews/index.ts";
import { servicesOn, years } from "../server/fixture.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe("several servers on one PostgreSQL", () => {
  test("start at once on an empty database, publish once, and share interviews without losing an answer", async () => {
    const servers = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ dataDir: "unused", databaseUrl: postgres.url })));
    try {
      const apis = (await Promise.all(servers.map((database) => servicesOn(database)))).map(({ api }) => api);
      expect(await servers[0]!.read.rows("select number from published_ruleset")).toHaveLength(1);

      const { code } = await apis[0]!.startInterview();
      const sent = await Promise.all(apis.flatMap((api, n) => Array.from({ length: 10 }, (_, m) => api.answer(code, { key: `server-${n}-answer-${m}`, changes: years(m) }))));
      expect(sent.map(({ interview }) => interview.sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
      const same = await Promise.all(apis.map((api) => api.answer(code, { key: "pressed-on-three", changes: years(5) })));
      expect(same.filter(({ replayed }) => !replayed)).toHaveLength(1);
      const race = await Promise.allSettled(apis.map((api, n) => api.answer(code, { key: `race-of-${n}-three`, changes: years(6), seen: 31 })));
      expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const lost of race) if (lost.status === "rejected") expect(lost.reason).toBeInstanceOf(Conflict);
      expect(await verifyAll(servers[1]!)).toEqual([]);
    } finally {
      await Promise.all(servers.map((database) => database.close()));
    }
  });
});
