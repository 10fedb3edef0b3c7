/** Sentences that no finding carries: what is called verified is held by the law beside it, not by whatever law the way has. */
import { expect, test } from "@jest/globals";
import { readCases } from "@gleichwert/rules/load";
import { statementsOf } from "@gleichwert/shared/assessment";
import { judge, rulesFor } from "@gleichwert/shared/rule-cases";
import { ruleset } from "../../support/told.ts";

const { persons, files } = readCases();
const cases = [...files.values()].flat();
const ways = cases.flatMap((each) => judge(ruleset(), persons, each).assessment.paths.map((path) => ({ each, path, rules: rulesFor(ruleset(), each) })));

test("a source that is called verified comes from the sentence's own record or from a finding that it names", () => {
  const wrong = new Set<string>();
  for (const { path, rules } of ways) {
    for (const [key, { law, mark }] of statementsOf(rules, path)) {
      if (mark === "general-knowledge") continue;
      const record = rules.statements.get(key);
      const own = new Set([...(record?.law ?? []), ...path.trace.filter(({ rule, finding }) => record?.of?.includes(`${rule}.${finding}`)).flatMap((entry) => entry.law)]);
      for (const provision of law) if (!own.has(provision)) wrong.add(`${key}: ${provision}`);
    }
  }
  expect([...wrong]).toEqual([]);
});

test.each([
  ["pflbg_third", "measures.adaptation_period", "PflBG § 40 (3)"],
  ["pflbg_third", "exams.kenntnispruefung", "PflAPrV § 45 (7)"],
  ["hwo_50c", "measures.adaptation_period", "HwO § 50c (5)"],
  ["eu_ewr_hwv", "measures.aptitude_test", "EU/EWR HwV § 5 (1)"],
])("%s: %s rests on %s", (procedure, key, provision) => {
  const found = ways.filter(({ path }) => path.procedure === procedure && statementsOf(rulesFor(ruleset(), cases[0]!), path).has(key));
  expect(found.length).toBeGreaterThan(3);
  for (const { path, rules } of found) expect([path.id, statementsOf(rules, path).get(key)?.law]).toEqual([path.id, expect.arrayContaining([provision])]);
});

test("a third-country national with a craft is not shown the European ordinance for the measure", () => {
  const found = ways.filter(({ path }) => path.procedure === "hwo_50c");
  for (const { path, rules } of found) for (const { code } of path.measures) expect(statementsOf(rules, path).get(`measures.${code}`)?.law).toEqual(["HwO § 50c (5)"]);
});
