/** What a proof says of single results: contradictions between ways, ways without next step, marks surer than their source. */
import { describe, expect, test } from "@jest/globals";
import { assess, type Assessment, type Path, type Trace } from "@gleichwert/shared/assessment";
import { factsOf, isWithin } from "@gleichwert/shared/proof";
import { inForce } from "@gleichwert/shared/ruleset";
import { clashJudge, type Clash } from "../../../shared/src/proof/contradictions.ts";
import type { ExamplePerson } from "../../../shared/src/proof/finding.ts";
import { pairwise } from "../../../shared/src/proof/pairwise.ts";
import { personOf, trained, wanting } from "../../../shared/src/proof/people.ts";
import { resultJudge, routeMarkJudge, type ResultFault, unmarkedIn } from "../../../shared/src/proof/results.ts";
import { isSatisfiable, solutionsOf } from "../../../shared/src/proof/solve.ts";
import { keyDate } from "../../support/told.ts";
import { profession, smallRules } from "./small-rules.ts";

const rules = inForce({ hash: "small", content: smallRules() }, keyDate);
const person: ExamplePerson = personOf("nurse", trained, wanting(profession()));
const sound: Assessment = assess(rules, factsOf(person), keyDate);
const [way] = sound.paths as [Path];

const clashes = (...paths: Path[]) => {
  const found = new Map<string, Clash>();
  clashJudge(found)({ ...sound, paths }, person);
  return [...found.values()].map(({ text }) => text);
};
const faults = (changed: Partial<Assessment>, judge = resultJudge) => {
  const found = new Map<string, ResultFault>();
  judge(rules, found)({ ...sound, ...changed }, person);
  return [...found.values()];
};
const withTrace = (changes: Partial<Trace>): Partial<Assessment> => ({ paths: [{ ...way, trace: [{ ...way.trace[0]!, ...changes }] }] });

describe("ways that contradict each other", () => {
  test("a sound result has none", () => {
    expect(clashes(...sound.paths)).toEqual([]);
  });
  test("one target, once required and once not", () => {
    expect(clashes(way, { ...way, id: "other", required: false, regulated: "no" })).toEqual([expect.stringContaining("two ways to probepflege")]);
  });
  test("required and not needed at once", () => {
    expect(clashes({ ...way, outcome: "no_recognition_needed", range: { worst: "no_recognition_needed", likely: "no_recognition_needed", best: "no_recognition_needed" } })).toEqual([expect.stringContaining("both that recognition is required and that none is needed")]);
  });
  test("a likely end outside of its range", () => {
    expect(clashes({ ...way, range: { ...way.range, best: "not_possible_other_path", worst: "not_possible_other_path" } })).toEqual([expect.stringContaining("outside of its range")]);
  });
  test.each([
    [true, { worst: "compensation_needed", likely: "compensation_needed", best: "full" }],
    [true, { worst: "not_possible_other_path", likely: "insufficient_information", best: "full" }],
    [false, { worst: "full", likely: "compensation_needed", best: "full" }],
    [false, { worst: "compensation_needed", likely: "partial", best: "compensation_needed" }],
  ] as const)("within: %s for %o", (expected, range) => {
    expect(isWithin(range)).toBe(expected);
  });
});

describe("what is shown to a person", () => {
  test("a sound result has no fault", () => {
    expect(faults({})).toEqual([]);
    expect(faults({}, routeMarkJudge)).toEqual([]);
  });
  test("a way without a next step", () => {
    expect(faults({ paths: [{ ...way, next: [] }] })).toMatchObject([{ kind: "dead-end", level: "error", person }]);
  });
  test("a way without a reason", () => {
    expect(faults({ paths: [{ ...way, trace: [] }] })).toMatchObject([{ kind: "dead-end", text: expect.stringContaining("without a reason") }]);
  });
  test("a sentence without law and page", () => {
    expect(faults(withTrace({ law: [], url: [] })).map(({ text }) => text)).toContainEqual(expect.stringContaining("without law and page"));
  });
  test("a sentence of a rule that is not in force", () => {
    expect(faults(withTrace({ rule: "R999" }))).toMatchObject([{ text: expect.stringContaining("does not hold in force") }]);
  });
  test("a sentence surer than its rule", () => {
    const rule = [...rules.procedureRules.values()].find(({ mark, law }) => mark === "general-knowledge" && law.length > 0)!;
    expect(faults(withTrace({ rule: rule.id, law: rule.law, mark: "verified-law" }))).toMatchObject([{ kind: "mark", rule: rule.id }]);
    expect(faults(withTrace({ rule: rule.id, law: rule.law, mark: "general-knowledge" }))).toEqual([]);
  });
  test("a sentence surer than the route whose law it cites", () => {
    const weak = inForce({ hash: "weak", content: smallRules({ regulatedProfessions: [{ ...profession(), routes: [{ ...profession().routes[0]!, mark: "general-knowledge" }] }] }) }, keyDate);
    const found = new Map<string, ResultFault>();
    const law = weak.regulatedProfessions.get("probepflege")!.routes[0]!.law;
    routeMarkJudge(weak, found)({ ...sound, ...withTrace({ law, mark: "verified-law" }) }, person);
    expect([...found.values()]).toMatchObject([{ kind: "mark", text: expect.stringContaining("probepflege, route third") }]);
  });
  test("law without a mark, wherever it stands", () => {
    expect([...unmarkedIn({ paths: [{ documents: [{ id: "cv", law: ["BQFG § 5"] }] }] })]).toEqual(["/paths/0/documents/0"]);
    expect([...unmarkedIn(sound)]).toEqual([]);
  });
});

describe("finite values", () => {
  const land = (is: string) => ({ fact: "goal.land", is });
  test.each([
    [true, { fact: "person.age", atLeast: 25 }],
    [true, { all: [{ fact: "person.age", atLeast: 25 }, { fact: "person.age", below: 26 }] }],
    [false, { all: [{ fact: "person.age", atLeast: 25 }, { fact: "person.age", below: 25 }] }],
    [false, { all: [land("BY"), land("HE")] }],
    [true, { any: [land("BY"), land("HE")] }],
    [false, { all: [land("BY"), { not: land("BY") }] }],
    [false, { fact: "qualification.level", is: "no-such-level" }],
    [true, { all: [{ fact: "evidence.documents", is: "cv" }, { fact: "evidence.documents", is: "licence" }] }],
  ])("can hold: %s for %j", (expected, condition) => {
    expect(isSatisfiable(rules, condition)).toBe(expected);
  });
  test("not to know is an answer that meets nothing, and that an earlier route does not take", () => {
    expect([...solutionsOf(rules, { holds: land("BY") })]).toEqual([{ "goal.land": "BY" }]);
    expect([...solutionsOf(rules, { fails: [land("BY")] })]).toEqual([{ "goal.land": "BW" }, { "goal.land": "unknown" }]);
  });
  test("every two values of different factors meet", () => {
    const sizes = [4, 3, 5, 2];
    const rows = pairwise(sizes);
    for (let f = 0; f < sizes.length; f++) for (let g = f + 1; g < sizes.length; g++) expect(new Set(rows.map((row) => `${row[f]} ${row[g]}`)).size).toBe(sizes[f]! * sizes[g]!);
    expect(rows.length).toBeLessThan(30);
  });
});
