import { describe } from "@jest/globals";
import { temporarySqlite } from "./fixture.ts";
import { interviewSuite } from "./interviews.suite.ts";

describe("interviews on SQLite", () => {
  interviewSuite(temporarySqlite);
});
