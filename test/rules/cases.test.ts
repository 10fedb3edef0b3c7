/** Cases of the rules: what the law lets one expect of invented people, written beside the rules. */
import { describe, expect, test } from "@jest/globals";
import { readCases } from "@gleichwert/rules/load";
import { checkChanges } from "@gleichwert/shared/facts";
import { factsOf, judge, judgeEntry, rulesFor } from "@gleichwert/shared/rule-cases";
import { ruleset, rulesOn } from "../support/told.ts";

const { persons, files, book } = readCases();
const all = [...files.values()].flat();

describe.each([...files])("%s", (_file, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    expect(judge(ruleset(), persons, each).differences).toEqual([]);
  });
});

test("what is given can be told: facts of the interview with values that they allow", () => {
  for (const each of all) expect([each.name, checkChanges(rulesFor(ruleset(), each), Object.entries(factsOf(each, persons)).map(([key, fact]) => ({ key, fact })))]).toEqual([each.name, []]);
});

test("names of cases are unique, and each expects something", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, expect: expected } of all) expect([name, Object.keys(expected).length > 0]).toEqual([name, true]);
});

test("rules that cases name exist in the ruleset", () => {
  const known = rulesOn().procedureRules;
  for (const { name, expect: expected, decides = [], decidesNot = [] } of all) for (const rule of [...(expected.rules ?? []), ...decides, ...decidesNot]) expect([name, rule, known.has(rule)]).toEqual([name, rule, true]);
});

describe("second book", () => {
  test("every record holds what its source says", () => {
    expect(book.flatMap((entry) => judgeEntry(ruleset().content, entry))).toEqual([]);
  });

  test("a record that is not there, or holds other values, is told", () => {
    const { content } = ruleset();
    const entry = { record: "stateLists/brao-206", on: "2026-11-22", expect: { rule: "R101" }, source: { law: ["BRAO § 206 (1)"] }, mark: "verified-law" as const };
    expect(judgeEntry(content, entry)).toEqual([{ of: "stateLists/brao-206/rule", expected: "R101", found: "R100" }]);
    expect(judgeEntry(content, { ...entry, record: "stateLists/nobody" })).toHaveLength(1);
    expect(judgeEntry(content, { ...entry, expect: { entries: [{ country: "TR" }] } })).toHaveLength(1);
  });
});
