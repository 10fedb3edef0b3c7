import type { Knex } from "@mikro-orm/sqlite";

/** A value that both databases take as a parameter. */
export type SqlValue = string | number | null;
/** A row by column name; PostgreSQL gives bigint as text, so figures go through Number(). */
export type Row = Readonly<Record<string, unknown>>;

/** Parameterised statements in the words that SQLite and PostgreSQL share; `?` marks a parameter. */
export interface Sql {
  rows(statement: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns how many rows were written */
  run(statement: string, parameters?: readonly SqlValue[]): Promise<number>;
}

/** Statements on a connection or in a transaction of MikroORM's own query builder. */
export function sqlOn(knex: Knex): Sql {
  return {
    async rows(statement, parameters = []) {
      const result: unknown = await knex.raw(statement, parameters as SqlValue[]);
      return Array.isArray(result) ? result : (result as { rows: Row[] }).rows;
    },
    async run(statement, parameters = []) {
      const result: { changes?: number; rowCount?: number } = await knex.raw(statement, parameters as SqlValue[]);
      return result.changes ?? result.rowCount ?? 0;
    },
  };
}
