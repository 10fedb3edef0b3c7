/** Cases of the rules: what the law lets one expect of invented people, written beside the rules. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { RuleCases, type RuleCase } from "@gleichwert/rules";
import { assess } from "@gleichwert/shared/assessment";
import { checkChanges } from "@gleichwert/shared/facts";
import { facts, inCodes, rulesOn, type Told } from "../support/told.ts";
import { repositoryRoot } from "../support/paths.ts";

const folder = join(repositoryRoot, "rules/cases");
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml")).sort();
const casesOf = (file: string): RuleCase[] => RuleCases.parse(parse(readFileSync(join(folder, file), "utf8")));
const all = files.flatMap(casesOf);

const sorted = (codes: readonly string[]) => [...codes].sort();

/** The parts of an expectation beside what was found, so that a difference shows both. */
function compared({ on, given, expect: expected }: RuleCase): [expected: Record<string, unknown>, found: Record<string, unknown>] {
  const rules = rulesOn(on);
  const { paths, qualifications, missing } = assess(rules, facts(given as Told), on);
  const way = paths[0]!;
  const { procedure, outcome, measures, chosenBy, exams } = inCodes(way);
  const named = [...qualifications[0]!.trace, ...way.trace].map(({ rule }) => rule);
  const ways = paths.map((path) => path.procedure);
  const found: Record<string, unknown> = {
    procedure,
    target: way.target,
    outcome: Array.isArray(expected.outcome) && expected.outcome.includes(outcome) ? expected.outcome : outcome,
    best: way.range.best,
    worst: way.range.worst,
    regulated: way.regulated,
    required: way.required,
    measures: sorted(measures),
    chosenBy,
    exams: sorted(exams),
    authority: sorted(way.authority.map(({ type }) => type)),
    countryGroup: qualifications[0]!.countryGroup,
    formal: qualifications[0]!.formal,
    rules: expected.rules?.filter((rule) => named.includes(rule)),
    alsoPossible: expected.alsoPossible?.filter((each) => ways.includes(each)),
    neverPossible: expected.neverPossible?.filter((each) => !ways.includes(each)),
    missing: expected.missing?.filter((key) => missing.includes(key)),
  };
  const wanted = Object.entries(expected).map(([key, value]) => [key, ["measures", "exams", "authority"].includes(key) ? sorted(value as string[]) : value] as const);
  return [Object.fromEntries(wanted), Object.fromEntries(wanted.map(([key]) => [key, found[key]]))];
}

describe.each(files)("%s", (file) => {
  test.each(casesOf(file).map((each) => [each.name, each] as const))("%s", (_name, each) => {
    const [expected, found] = compared(each);
    expect(found).toEqual(expected);
  });
});

test("what is given can be told: facts of the interview with values that they allow", () => {
  for (const { name, on, given } of all) expect([name, checkChanges(rulesOn(on), Object.entries(facts(given as Told)).map(([key, fact]) => ({ key, fact })))]).toEqual([name, []]);
});

test("names of cases are unique, and each expects something", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, expect: expected } of all) expect([name, Object.keys(expected).length > 0]).toEqual([name, true]);
});

test("rules and law that cases name exist in the ruleset", () => {
  const known = rulesOn().procedureRules;
  for (const { name, expect: expected } of all) for (const rule of expected.rules ?? []) expect([name, rule, known.has(rule)]).toEqual([name, rule, true]);
});
