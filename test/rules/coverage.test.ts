/** The cases prove the rules: each switched off is noticed, and so is nearly every changed value. The whole runs are commands. */
import { expect, test } from "@jest/globals";
import { readCases, readSurvivors, recordSchemas } from "@gleichwert/rules/load";
import { coverRules, drawn, isCovered, mutantsOf, runMutants, withoutRule } from "@gleichwert/shared/coverage";
import { ruleset } from "../support/told.ts";

const { persons, files, book } = readCases();
const cases = [...files.values()].flat();

test("each of 162 rules has a case that fails without it, and one where it does not decide", () => {
  const table = coverRules(ruleset(), persons, cases);
  expect(table).toHaveLength(162);
  expect(table.filter((row) => !isCovered(row) || row.idle.length > 0).map(({ rule }) => rule)).toEqual([]);
}, 240_000);

test("a rule that no record bears changes nothing when it is switched off", () => {
  const { content } = withoutRule(ruleset(), "R999");
  expect(content.procedureRules).toHaveLength(ruleset().content.procedureRules.length);
  expect(withoutRule(ruleset(), "R114").content.conditions.length).toBeLessThan(ruleset().content.conditions.length);
});

test("of a small draw of changed values at least 95 in 100 are noticed", () => {
  const schemas = recordSchemas();
  const mutants = drawn(mutantsOf(ruleset().content), 120, 20261125);
  const verdicts = runMutants(ruleset(), persons, cases, mutants, (mutant) => schemas.get(mutant.collection)?.safeParse(mutant.changed()).success !== false, book);
  const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
  expect(survivors.length).toBeLessThanOrEqual(6);
}, 240_000);

test("reasons of survivors are patterns with words", () => {
  for (const { pattern, reason } of readSurvivors()) expect([pattern.source, reason.length > 20]).toEqual([pattern.source, true]);
});
