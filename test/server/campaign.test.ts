import { describe, expect, test } from "@jest/globals";
import { runK1 } from "../../server/src/commands/campaign/k1.ts";
import { runK10 } from "../../server/src/commands/campaign/k10.ts";
import { runK9 } from "../../server/src/commands/campaign/k9.ts";

describe("the server under hardship", () => {
  test("25 kills while answers come in: nothing acknowledged is lost, nothing doubled, every chain whole", async () => {
    const { figures, faults } = await runK1({ rounds: 25 });
    expect(faults).toEqual([]);
    expect(figures["acknowledged"]).toBeGreaterThan(25 * 4);
    expect(figures["retried"]).toBeGreaterThan(0);
  }, 240_000);

  test("100 races on one interview: one winner each, the others told", async () => {
    const { figures, faults } = await runK9({ rounds: 100 });
    expect(faults).toEqual([]);
    expect(figures["refused"]).toBeGreaterThanOrEqual(100);
  });

  test("300 answers sent several times at once count once each", async () => {
    const { figures, faults } = await runK10({ rounds: 300 });
    expect(faults).toEqual([]);
    expect(figures["sent"]).toBeGreaterThanOrEqual(600);
  });
});
