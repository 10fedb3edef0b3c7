/** What holds for every case: pure, never a dead end, unknown answers only widen, several qualifications, a day's law. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonicalJson } from "@gleichwert/shared/ruleset";
import { assess } from "@gleichwert/shared/assessment";
import { said, type Fact, type Facts } from "@gleichwert/shared/facts";
import { outcomes, procedures } from "@gleichwert/rules";
import { assessed, chosen, facts, inProfession, keyDate, rulesOn, trained, untrained, worked, type Told } from "../../support/told.ts";

const people: [name: string, told: Told[]][] = [
  ["nurse of a third country", [trained, inProfession("pflegefachperson"), worked()]],
  ["EU nurse with an old diploma", [trained, inProfession("pflegefachperson"), { "qualification.country": "PL", "qualification.completed-year": 1990, "qualification.training-started-year": 1986 }, worked(["PL", 12, "employee", 2026])]],
  ["cook", [trained, chosen("Koch", "koch")]],
  ["electrician with own business", [trained, chosen("Elektroinstallateur", "elektroniker"), { "goal.work-form": "self_employed", "qualification.country": "PL", "person.nationality": "eu" }, worked(["PL", 4, "self_employed", 2024])]],
  ["cook without training", [untrained, chosen("Koch", "koch"), { "person.age": 30 }]],
  ["economist", [trained, { "qualification.title": "Ökonom", "qualification.level": "bachelor", "goal.reference-occupation": "none" }]],
  ["lawyer", [trained, inProfession("rechtsanwalt"), { "qualification.level": "master_or_long_degree" }]],
];

/** Freezes deeply; writing to it throws in strict mode. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** From the least to the most that helps; the order that the range speaks of. */
const help = ["not_possible_other_path", "compensation_needed", "partial", "no_recognition_needed", "full", "automatic"];

describe.each(people)("%s", (_name, told) => {
  const known = facts(...told);

  test("assess is pure: frozen input, the same answer twice, in any order of the facts", () => {
    const first = canonicalJson(assess(rulesOn(), frozen({ ...known }), keyDate));
    expect(canonicalJson(assess(rulesOn(), known, keyDate))).toBe(first);
    expect(canonicalJson(assess(rulesOn(), Object.fromEntries(Object.entries(known).toReversed()), keyDate))).toBe(first);
  });

  test("every sentence has a rule, every path a likely end within its range", () => {
    const { paths, qualifications } = assess(rulesOn(), known, keyDate);
    expect(paths.length).toBeGreaterThan(0);
    for (const { range, outcome, trace, procedure } of paths) {
      expect(procedures).toContain(procedure);
      expect(outcomes).toContain(outcome);
      expect(range.likely).toBe(outcome);
      if (outcome !== "insufficient_information") {
        expect(help.indexOf(range.worst)).toBeLessThanOrEqual(help.indexOf(outcome));
        expect(help.indexOf(outcome)).toBeLessThanOrEqual(help.indexOf(range.best));
      }
      expect(trace.length).toBeGreaterThan(0);
    }
    for (const { rule, law, url } of [...paths.flatMap(({ trace }) => trace), ...qualifications.flatMap(({ trace }) => trace)]) {
      expect(rulesOn().procedureRules.has(rule)).toBe(true);
      if (law.length + url.length === 0) throw new Error(`${rule} says something without law or page`);
    }
  });

  test("every answer replaced by “I do not know”: a way remains, nothing is thrown, the answer is not asked again", () => {
    for (const key of Object.keys(known)) {
      const after = assess(rulesOn(), { ...known, [key]: said("unknown") }, keyDate);
      expect(after.paths.length).toBeGreaterThan(0);
      expect(after.missing).not.toContain(key);
    }
  });

  test("not knowing an answer never narrows the range of the same procedure", () => {
    const before = assess(rulesOn(), known, keyDate).paths[0]!;
    for (const key of ["qualification.state-recognised@q1", "qualification.completed@q1", "evidence.documents", "experience.rows", "person.nationality"].filter((each) => each in known)) {
      const after = assess(rulesOn(), { ...known, [key]: said("unknown") }, keyDate).paths.find(({ procedure, target }) => procedure === before.procedure && target === before.target);
      if (!after) continue;
      expect([key, help.indexOf(after.range.worst) <= help.indexOf(before.range.worst)]).toEqual([key, true]);
    }
  });

  test("missing facts are defined and were not told; used facts were told", () => {
    const result = assess(rulesOn(), known, keyDate);
    for (const key of result.missing) expect([key, rulesOn().facts.has(key.split("@")[0]!), key in known]).toEqual([key, true, false]);
    for (const key of result.used) expect(known[key]).toBeDefined();
  });
});

test("nothing told: the first questions are missing, nothing is claimed", () => {
  const result = assessed([]);
  expect(result.missing).toContain("goal.purpose");
  expect(result.missing).toContain("qualification.country@q1");
  for (const { outcome } of result.paths) expect(["full", "automatic", "partial", "compensation_needed"]).not.toContain(outcome);
});

test("everything answered with “I do not know”: no crash, nothing missing that was answered", () => {
  let known: Facts = {};
  for (let round = 0; round < 60; round++) {
    const { missing } = assess(rulesOn(), known, keyDate);
    if (missing.length === 0) break;
    known = { ...known, ...Object.fromEntries(missing.map((key) => [key, said("unknown")])) };
  }
  const result = assess(rulesOn(), known, keyDate);
  expect(result.missing).toEqual([]);
  expect(result.paths.length).toBeGreaterThan(0);
  for (const { outcome } of result.paths) expect(outcome).not.toBe("full");
});

describe("several qualifications in one case", () => {
  const cook = facts(trained, chosen("Koch", "koch"));
  const second = Object.fromEntries(Object.entries({ country: "PL", "completed-year": 2011, title: "Bäcker", level: "secondary_vocational", "duration-years": 3, completed: "yes", "state-recognised": "yes", "recognised-elsewhere": "no", "right-to-practise": "yes" }).map(([field, value]) => [`qualification.${field}@q2`, said(value)]));
  test("each has its own finding, group and ways", () => {
    const { qualifications, paths } = assess(rulesOn(), { ...cook, ...second }, keyDate);
    expect(qualifications.map(({ row, countryGroup }) => [row, countryGroup])).toEqual([["q1", "third"], ["q2", "eu"]]);
    expect(new Set(paths.map(({ qualification }) => qualification))).toEqual(new Set(["q1", "q2"]));
  });
  test("the second is compared with its own occupation, not with the one chosen for the first", () => {
    const { qualifications } = assess(rulesOn(), { ...cook, ...second }, keyDate);
    expect(qualifications.map(({ target }) => target)).toEqual(["koch", "baecker"]);
  });
  test("a second qualification does not change what holds for the first", () => {
    const ofFirst = (known: Facts) => canonicalJson(assess(rulesOn(), known, keyDate).paths.filter(({ qualification }) => qualification === "q1"));
    expect(ofFirst({ ...cook, ...second })).toBe(ofFirst(cook));
  });
});

test("any values that the definitions allow never make assess throw", () => {
  const definitions = [...rulesOn().facts.values()];
  const valueOf = (definition: (typeof definitions)[number]): fc.Arbitrary<Fact["value"]> => {
    const unknown = fc.constant("unknown" as const);
    if (definition.options) return definition.type === "choices" ? fc.oneof(unknown, fc.subarray(definition.options)) : fc.oneof(unknown, fc.constantFrom(...definition.options));
    if (definition.type === "country") return fc.constantFrom("unknown", "UA", "PL", "GB", "SU", "YU", "DD", "DE", "XK", "ZZ");
    if (definition.type === "land") return fc.constantFrom("unknown", "BE", "BY");
    if (definition.type === "year") return fc.oneof(unknown, fc.integer({ min: 1950, max: 2100 }));
    if (definition.type === "years") return fc.oneof(unknown, fc.integer({ min: definition.min ?? 0, max: definition.max ?? 60 }));
    if (definition.type === "rows") return fc.constantFrom("unknown", "complete", "none");
    if (definition.type === "candidate") return fc.constantFrom("unknown", "none", "koch", "pflegefachperson", "hwa-25", "friseur", "rechtsanwalt");
    if (definition.type === "areas") return fc.constantFrom<Fact["value"]>("unknown", {}, { A1: "no", nonsense: "yes" });
    return fc.constantFrom("Koch", "Krankenschwester", "Elektriker", "Arzt", "?", "معلم");
  };
  const letter = { qualification: "q", experience: "e", training: "t" } as const;
  const keyFor = (definition: (typeof definitions)[number], row: number) => (definition.list && definition.type !== "rows" ? `${definition.id}@${letter[definition.list]}${row}` : definition.id);
  const someFacts = fc.array(fc.constantFrom(...definitions).chain((definition) => fc.tuple(fc.integer({ min: 1, max: 2 }), valueOf(definition)).map(([row, value]) => [keyFor(definition, row), said(value)] as const)), { maxLength: 40 });
  fc.assert(
    fc.property(someFacts, fc.constantFrom("2020-01-01", keyDate, "2027-06-01"), (entries, on) => {
      const result = assess(rulesOn(on), Object.fromEntries(entries), on);
      expect(result.paths.length + result.missing.length).toBeGreaterThan(0);
    }),
    { numRuns: 400, seed: 11 },
  );
});
