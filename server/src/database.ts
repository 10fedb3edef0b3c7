import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as PostgresOrm } from "@mikro-orm/postgresql";
import { knex as openKnex, type Knex, MikroORM as SqliteOrm, SqliteKnexDialect } from "@mikro-orm/sqlite";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refused } from "./config.ts";
import { groupCommit, type Work } from "./group-commit.ts";
import { Event, Interview, Receipt } from "./interviews/interview.entity.ts";
import { migrations } from "./migrations/index.ts";
import { holdLock } from "./process-lock.ts";
import { PublishedRuleset } from "./rulesets/ruleset.entity.ts";
import { type Sql, sqlOn } from "./sql.ts";

/** The open database, SQLite or PostgreSQL behind the same doors. */
export interface Database {
  readonly kind: "sqlite" | "postgresql";
  /** For administration and the schema; hot paths use `read` and `write`. */
  readonly orm: SqliteOrm | PostgresOrm;
  /** Statements outside a transaction. On SQLite they cannot write. */
  readonly read: Sql;
  /** Ends a locking select: rows stay locked until the transaction ends. Empty on SQLite, which has one writer. */
  readonly forUpdate: string;
  /** Runs `work` in a transaction; what comes back is durable. On SQLite it shares its COMMIT with other work. */
  write<T>(work: Work<T>): Promise<T>;
  /** After a deletion: makes the journal forget what was deleted. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

const entities = [Interview, Event, Receipt, PublishedRuleset];
const shared = {
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, disableForeignKeys: false, allOrNothing: true, transactional: true },
  // Library messages could hold values of a statement; faults reach the log through the error edge.
  logger: () => undefined,
};
// Keeps bound values out of error messages.
const driverOptions = { compileSqlOnError: false };

/**
 * Opens the database and brings its tables up to date.
 * @throws Refused when another server holds the SQLite file, or a setting that durability needs did not take
 */
export async function openDatabase(config: { readonly dataDir: string; readonly databaseUrl?: string | undefined }): Promise<Database> {
  return config.databaseUrl === undefined ? await openSqlite(config.dataDir) : await openPostgres(config.databaseUrl);
}

async function openPostgres(clientUrl: string): Promise<Database> {
  const orm = await PostgresOrm.init({ ...shared, clientUrl, pool: { min: 0, max: 10 }, driverOptions });
  const knex = orm.em.getConnection().getKnex();
  // Several servers may start at once on an empty database; one at a time changes the tables.
  const alone = <T>(work: () => Promise<T>) =>
    knex.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(4915)");
      return await work();
    });
  return ready(orm, alone, async () => ({
    kind: "postgresql",
    orm,
    read: sqlOn(knex),
    forUpdate: " for update",
    write: (work) => knex.transaction((transaction) => work(sqlOn(transaction))),
    scrub: async () => undefined, // its write-ahead log is outside our reach; old segments are recycled by the server
    close: () => orm.close(true),
  }));
}

async function openSqlite(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const release = await holdLock(join(dataDir, "gleichwert.lock"));
  const file = join(dataDir, "gleichwert.sqlite");
  let reader: Knex | undefined;
  try {
    const pool = { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1, afterCreate: withPragmas(writerPragmas) };
    const orm = await SqliteOrm.init({ ...shared, dbName: file, pool, driverOptions });
    return await ready(orm, (work) => work(), async () => {
      const writer = orm.em.getConnection().getKnex();
      await assertPragmas(sqlOn(writer));
      const readers = { min: 0, max: 2, afterCreate: withPragmas(readerPragmas) };
      reader = openKnex({ client: SqliteKnexDialect as unknown as typeof Knex.Client, connection: { filename: file }, pool: readers, useNullAsDefault: true, ...driverOptions });
      return {
        kind: "sqlite",
        orm,
        read: sqlOn(reader),
        forUpdate: "",
        write: groupCommit(writer),
        scrub: async () => void (await sqlOn(writer).rows("pragma wal_checkpoint(truncate)")),
        async close() {
          await reader?.destroy();
          await orm.close(true);
          await release();
        },
      };
    });
  } catch (error) {
    await reader?.destroy();
    await release();
    throw error;
  }
}

type Alone = <T>(work: () => Promise<T>) => Promise<T>;

async function ready(orm: SqliteOrm | PostgresOrm, alone: Alone, make: () => Promise<Database>): Promise<Database> {
  try {
    await alone(() => orm.getMigrator().up());
    return await make();
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

const writerPragmas = ["busy_timeout = 5000", "journal_mode = wal", "synchronous = full", "foreign_keys = on", "secure_delete = on"];
const readerPragmas = ["busy_timeout = 5000", "query_only = on"];

type RawConnection = { exec(statements: string, done: (error: Error | null) => void): void };

function withPragmas(pragmas: readonly string[]) {
  const statements = pragmas.map((pragma) => `pragma ${pragma};`).join("");
  return (connection: RawConnection, done: (error: Error | null, connection: RawConnection) => void) =>
    connection.exec(statements, (error) => done(error, connection));
}

/** Durability must not hang on a setting that silently did not take. */
async function assertPragmas(sql: Sql): Promise<void> {
  const wanted = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, secure_delete: 1, busy_timeout: 5000 };
  for (const [name, value] of Object.entries(wanted)) {
    const found = Object.values((await sql.rows(`pragma ${name}`))[0] ?? {})[0];
    if (found !== value) throw new Refused(`SQLite did not accept ${name} = ${value} (it says ${String(found)}); the data would not be safe.`);
  }
}
