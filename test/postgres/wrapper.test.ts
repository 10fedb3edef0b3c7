import { afterEach, describe, expect, test } from "@jest/globals";
import { MikroORM } from "@mikro-orm/postgresql";
import { existsSync } from "node:fs";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

async function ask(url: string, statement: string): Promise<unknown[]> {
  const orm = await MikroORM.init({ clientUrl: url, entities: [], discovery: { warnWhenNoEntities: false } });
  try {
    return await orm.em.getConnection().execute(statement);
  } finally {
    await orm.close(true);
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the PostgreSQL of the tests", () => {
  const started: TestPostgres[] = [];
  const start = async (settings?: Record<string, string>): Promise<TestPostgres> => {
    const postgres = await startPostgres(settings);
    started.push(postgres);
    return postgres;
  };
  afterEach(async () => {
    for (const postgres of started.splice(0)) await postgres.stop();
  });

  test("answers over TCP, and leaves neither process nor data behind", async () => {
    const postgres = await start();
    expect(await ask(postgres.url, "select version() as v")).toEqual([{ v: expect.stringMatching(/^PostgreSQL 18\./) }]);
    const [{ folder }] = (await ask(postgres.url, "show data_directory").then((rows) =>
      rows.map((row) => ({ folder: (row as { data_directory: string }).data_directory })),
    )) as [{ folder: string }];
    expect(existsSync(folder)).toBe(true);
    await postgres.stop();
    expect(isRunning(postgres.pid)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  test("listens on 127.0.0.1 alone and takes further settings", async () => {
    const postgres = await start({ max_connections: "17" });
    const shown = await ask(postgres.url, "select name, setting from pg_settings where name in ('listen_addresses', 'max_connections', 'unix_socket_directories') order by name");
    expect(shown).toEqual([
      { name: "listen_addresses", setting: "127.0.0.1" },
      { name: "max_connections", setting: "17" },
      { name: "unix_socket_directories", setting: "" },
    ]);
  });

  test("two run side by side", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.url).not.toBe(other.url);
    expect(await ask(other.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a setting that PostgreSQL refuses is reported with its words", async () => {
    await expect(startPostgres({ no_such_setting: "1" })).rejects.toThrow(/no_such_setting/);
  });
});
