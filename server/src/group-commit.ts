import type { Knex } from "@mikro-orm/sqlite";
import { sqlOn, type Sql } from "./sql.ts";

/** What is to be written; runs between BEGIN and COMMIT and must wait for nothing but its own statements. */
export type Work<T> = (sql: Sql) => Promise<T>;

interface Job {
  readonly work: Work<unknown>;
  readonly done: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One queue of writers for SQLite: whatever has gathered goes into one transaction with one COMMIT, each piece of work
 * behind its own savepoint, so that a refusal undoes that piece alone. Answers go out after COMMIT.
 * @param mostInOne how many pieces share a COMMIT at most
 */
export function groupCommit(knex: Knex, mostInOne = 64): <T>(work: Work<T>) => Promise<T> {
  const queue: Job[] = [];
  let isRunning = false;

  async function drain(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) await commitTogether(knex, queue.splice(0, mostInOne));
    isRunning = false;
  }

  return <T>(work: Work<T>) =>
    new Promise<T>((done, fail) => {
      queue.push({ work, done: done as (value: unknown) => void, fail });
      // Later in this turn of the event loop, so that requests that arrived together are written together.
      if (!isRunning && queue.length === 1) setImmediate(() => void (isRunning || drain()));
    });
}

/** Never rejects: each job learns its own end. */
async function commitTogether(knex: Knex, jobs: readonly Job[]): Promise<void> {
  const settle: (() => void)[] = [];
  let broken: unknown; // a fault that ended the whole transaction, such as a full disk
  try {
    await knex.transaction(async (transaction) => {
      const sql = sqlOn(transaction);
      for (const job of jobs) {
        await sql.rows("savepoint piece");
        try {
          const value = await job.work(sql);
          await sql.rows("release piece");
          settle.push(() => job.done(value));
        } catch (error) {
          await sql.rows("rollback to piece").catch(() => {
            throw (broken = error);
          });
          await sql.rows("release piece");
          settle.push(() => job.fail(error));
        }
      }
    });
  } catch (error) {
    for (const job of jobs) job.fail(broken ?? error); // nothing was committed
    return;
  }
  for (const end of settle) end();
}
