import { FirstTables } from "./first-tables.ts";
import { ReceiptForEachResult } from "./receipt-for-each-result.ts";

/** All steps of the database schema, oldest first. A step that was released is never changed. */
export const migrations = [
  { name: "0001-first-tables", class: FirstTables },
  { name: "0002-receipt-for-each-result", class: ReceiptForEachResult },
];
