/** What the definitions of the facts allow and refuse. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyChanges, checkChanges, keyOf, nextRow, partsOf, rowsOf, said, type FactChange, type Facts, type FactValue } from "@gleichwert/shared/facts";
import { rulesOn } from "../../support/told.ts";

const rules = rulesOn();
const codeOf = (key: string, value: FactValue | "unknown") => checkChanges(rules, [{ key, fact: said(value) }])[0]?.code;

describe("refusals, one for each kind of fact", () => {
  const table: [circumstance: string, key: string, value: FactValue, code: string | undefined][] = [
    ["a code of the list", "goal.work-form", "employed", undefined],
    ["a code that is not in the list", "goal.work-form", "freelance", "choose-one"],
    ["a number where a code is asked", "goal.work-form", 1, "choose-one"],
    ["several papers", "evidence.documents", ["certificate", "cv"], undefined],
    ["no paper at all", "evidence.documents", [], undefined],
    ["the same paper twice", "evidence.documents", ["cv", "cv"], "choose-some"],
    ["a paper nobody knows", "evidence.documents", ["diary"], "choose-some"],
    ["a title in any script", "qualification.title@q1", "Кухар 4 розряду", undefined],
    ["a title of blanks", "qualification.title@q1", "   ", "empty"],
    ["a title of 201 letters", "qualification.title@q1", "a".repeat(201), "too-long"],
    ["a title with U+0000", "qualification.title@q1", "a\u0000b", "unreadable"],
    ["a title with half a surrogate pair", "qualification.title@q1", "a\ud800b", "unreadable"],
    ["a title with an emoji", "qualification.title@q1", "Koch 👩‍🍳", undefined],
    ["a state by two letters", "qualification.country@q1", "UA", undefined],
    ["a state by name", "qualification.country@q1", "Ukraine", "country-unknown"],
    ["a state in small letters", "qualification.country@q1", "ua", "country-unknown"],
    ["a Land", "goal.land", "NW", undefined],
    ["a Land that does not exist", "goal.land", "XX", "choose-one"],
    ["a year", "qualification.completed-year@q1", 2014, undefined],
    ["half a year", "qualification.completed-year@q1", 2014.5, "not-a-year"],
    ["a year before 1950", "qualification.completed-year@q1", 1949, "too-small"],
    ["a year far ahead", "qualification.completed-year@q1", 2101, "too-large"],
    ["half years of training", "qualification.duration-years@q1", 2.5, undefined],
    ["less than no training", "qualification.duration-years@q1", -1, "too-small"],
    ["thirteen years of training", "qualification.duration-years@q1", 13, "too-large"],
    ["endless training", "qualification.duration-years@q1", Number.POSITIVE_INFINITY, "not-a-number"],
    ["no number", "qualification.duration-years@q1", Number.NaN, "not-a-number"],
    ["a reference occupation", "goal.reference-occupation", "koch", undefined],
    ["none of the candidates", "goal.reference-occupation", "none", undefined],
    ["an occupation nobody knows", "goal.reference-occupation", "astronaut", "choose-one"],
    ["areas", "comparison.areas", { A1: "yes", A2: "partly" }, undefined],
    ["an area with another word", "comparison.areas", { A1: "perhaps" } as never, "choose-one"],
    ["areas as a list", "comparison.areas", ["A1"], "choose-one"],
    ["all rows are there", "experience.rows", "complete", undefined],
    ["rows with another word", "experience.rows", "some", "choose-one"],
    ["a fact nobody defined", "person.religion", "x", "fact-unknown"],
    ["a fact of a list without row", "qualification.title", "Koch", "row-wrong"],
    ["a row of another list", "qualification.title@e1", "Koch", "row-wrong"],
    ["row zero", "qualification.title@q0", "Koch", "row-wrong"],
    ["a row where none belongs", "goal.land@q1", "BE", "row-wrong"],
    ["a row with rubbish", "experience.years@e1;drop", 2, "row-wrong"],
  ];
  test.each(table)("%s", (_circumstance, key, value, code) => expect(codeOf(key, value)).toBe(code));
});

test("“I do not know” is an answer to every fact", () => {
  for (const { id, list, type } of rules.facts.values()) {
    const key = list && type !== "rows" ? keyOf(id, { qualification: "q1", experience: "e1", training: "t1" }[list]) : id;
    expect([key, codeOf(key, "unknown")]).toEqual([key, undefined]);
  }
});

test("names like those of objects are no facts", () => {
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty@q1", ""]) expect(codeOf(key, "x")).toBe("fact-unknown");
});

test("a grade nobody knows is refused, the three are allowed", () => {
  for (const grade of ["said", "seen", "certified"] as const) expect(checkChanges(rules, [{ key: "goal.land", fact: { value: "BE", grade } }])).toEqual([]);
  expect(checkChanges(rules, [{ key: "goal.land", fact: { value: "BE", grade: "sworn" as never } }])).toMatchObject([{ code: "grade-unknown" }]);
});

test("a removal needs a key that exists, and nothing else", () => {
  expect(checkChanges(rules, [{ key: "goal.land", removed: true }])).toEqual([]);
  expect(checkChanges(rules, [{ key: "goal.moon", removed: true }])).toMatchObject([{ code: "fact-unknown", pointer: "goal.moon" }]);
});

test("every fault of several changes is told, with its key and the figures a sentence needs", () => {
  const problems = checkChanges(rules, [{ key: "goal.land", fact: said("XX") }, { key: "person.age", fact: said(200) }, { key: "goal.work-form", fact: said("employed") }]);
  expect(problems).toEqual([{ pointer: "goal.land", code: "choose-one", params: {} }, { pointer: "person.age", code: "too-large", params: { min: 14, max: 99 } }]);
});

describe("properties", () => {
  const anything = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.constantFrom("yes", "no", "partly", "x"))) as fc.Arbitrary<FactValue>;
  const keys = [...rules.facts.values()].map(({ id, list, type }) => (list && type !== "rows" ? keyOf(id, { qualification: "q2", experience: "e2", training: "t2" }[list]) : id));

  test("whatever is sent: a problem or a value within the definition, never a throw", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), anything, (key, value) => {
        const code = codeOf(key, value);
        const { type, options, min, max, maxLength } = rules.facts.get(partsOf(key).id)!;
        if (code !== undefined || value === "unknown") return;
        if (type === "choice") expect(options).toContain(value);
        if (type === "choices") for (const one of value as readonly string[]) expect(options).toContain(one);
        if (type === "year" || type === "years") {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(min ?? Number.NEGATIVE_INFINITY);
          expect(value).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
        }
        if (type === "text" || type === "title") {
          expect(Buffer.from(value as string).toString()).toBe(value); // no lone surrogate
          expect((value as string).length).toBeLessThanOrEqual(maxLength ?? 200);
        }
        if (type === "country") expect(value).toMatch(/^[A-Z]{2}$/);
        if (type === "rows") expect(["complete", "none"]).toContain(value);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  test("a value is judged by its definition alone, not by what else is sent", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), anything), { maxLength: 5 }), (pairs) => {
        const changes: FactChange[] = pairs.map(([key, value]) => ({ key, fact: said(value) }));
        expect(checkChanges(rules, changes)).toEqual(changes.flatMap((change) => checkChanges(rules, [change])));
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  test("a row letter names the list of the row, for every row up to the last one", () => {
    for (const row of ["q1", "q9", "q10", "q20"]) expect(codeOf(`qualification.title@${row}`, "Koch")).toBe(undefined);
    expect(codeOf("experience.years@e99", 1)).toBe(undefined);
    expect(codeOf("experience.years@e100", 1)).toBe("row-wrong");
    for (const row of ["q21", "q1000", "q01", "1", "Q1", "q1 ", ""]) expect(codeOf(`qualification.title@${row}`, "Koch")).toBe("row-wrong");
  });
});

describe("changes", () => {
  const before: Facts = Object.freeze({ "goal.land": said("BE"), "experience.years@e1": said(2), "experience.years@e3": said(4) });
  test("are applied in order, and leave the facts before as they were", () => {
    const after = applyChanges(before, [{ key: "goal.land", fact: said("BY") }, { key: "goal.land", removed: true }, { key: "goal.land", fact: said("HH") }, { key: "experience.years@e1", removed: true }]);
    expect(after).toEqual({ "goal.land": said("HH"), "experience.years@e3": said(4) });
    expect(before["goal.land"]).toEqual(said("BE"));
  });
  test("applied one by one or together they end the same", () => {
    const change = fc.tuple(fc.constantFrom("goal.land", "goal.work-form", "person.age"), fc.option(fc.constantFrom("a", "b"), { nil: undefined })).map(([key, value]): FactChange => (value === undefined ? { key, removed: true } : { key, fact: said(value) }));
    fc.assert(fc.property(fc.array(change, { maxLength: 8 }), (changes) => expect(applyChanges(before, changes)).toEqual(changes.reduce((facts: Facts, one) => applyChanges(facts, [one]), before))), { seed: 5 });
  });
});

describe("rows", () => {
  test("stand in the order of their numbers; of qualifications the first is always there", () => {
    expect(rowsOf({ "experience.years@e10": said(1), "experience.years@e2": said(1), "experience.role@e2": said("employee") }, "experience")).toEqual(["e2", "e10"]);
    expect(rowsOf({}, "qualification")).toEqual(["q1"]);
    expect(rowsOf({ "qualification.title@q2": said("Koch") }, "qualification")).toEqual(["q1", "q2"]);
    expect(rowsOf({}, "training")).toEqual([]);
  });
  test("a new row has a number that none has", () => {
    expect(nextRow({}, "experience")).toBe("e1");
    expect(nextRow({}, "qualification")).toBe("q2");
    expect(nextRow({ "experience.years@e1": said(1), "experience.years@e7": said(1) }, "experience")).toBe("e8");
  });
  test("keys come apart as they were put together", () => {
    for (const key of ["goal.land", "qualification.title@q12"]) expect(keyOf(partsOf(key).id, partsOf(key).row)).toBe(key);
  });
});
