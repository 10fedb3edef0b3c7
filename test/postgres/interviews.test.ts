import { describe } from "@jest/globals";
import { openDatabase } from "../../server/src/database.ts";
import { interviewSuite } from "../server/interviews.suite.ts";
import { startPostgres } from "../support/postgres.ts";

describe("interviews on PostgreSQL", () => {
  interviewSuite(async () => {
    const postgres = await startPostgres();
    const database = await openDatabase({ dataDir: "unused", databaseUrl: postgres.url });
    return {
      database,
      async close() {
        await database.close();
        await postgres.stop();
      },
    };
  });
});
