import { FirstTables } from "./first-tables.ts";

/** All steps of the database schema, oldest first. A step that was released is never changed. */
export const migrations = [{ name: "0001-first-tables", class: FirstTables }];
