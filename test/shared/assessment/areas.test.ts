/** Competence areas: what nobody told is never a difference; general and elective areas never count by themselves (BQFG § 4 (2)). */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AreasTold } from "@gleichwert/shared/facts";
import { chosen, likeliest, rulesOn, trained, type Told } from "../../support/told.ts";

const withAreas = [...rulesOn().referenceOccupations.values()].filter(({ id, competenceAreas }) => competenceAreas && !rulesOn().regulatedProfessions.has(id));
const areasOf = (id: string) => rulesOn().referenceOccupations.get(id)!.competenceAreas!.areas;
const pathFor = (id: string, told: AreasTold | "unknown" | undefined) => likeliest([trained, chosen(id, id), { "goal.work-form": "employed", "comparison.areas": told } as Told]);
const sample = ["koch", "elektroniker-fuer-betriebstechnik", "friseur", "kaufmann-fuer-bueromanagement", "industriemechaniker"];

describe.each(sample)("%s", (id) => {
  test("nobody told: every area not known, no difference", () => {
    for (const told of [undefined, "unknown"] as const) {
      const path = pathFor(id, told);
      expect(path.areas.length).toBe(areasOf(id).length);
      expect(new Set(path.areas.map(({ told: said }) => said))).toEqual(new Set(["not-known"]));
      expect(path.differences).toEqual([]);
    }
  });

  test("all areas learned: no difference, full is likely", () => {
    const path = pathFor(id, Object.fromEntries(areasOf(id).map(({ code }) => [code, "yes" as const])));
    expect(path.differences).toEqual([]);
    expect(path.outcome).toBe("full");
  });

  test("one area that counts is missing: this one is named, and the likely end is partial", () => {
    const lacking = areasOf(id).find((area) => !area.integrative && !area.elective && !area.freeAllocation)!;
    const path = pathFor(id, Object.fromEntries(areasOf(id).map(({ code }) => [code, code === lacking.code ? ("no" as const) : ("yes" as const)])));
    expect(path.differences.map(({ competenceArea }) => competenceArea)).toEqual([lacking.code]);
    expect(path.outcome).toBe("partial");
    const stated = lacking.hours ?? lacking.weeks ?? lacking.weeksApportioned ?? lacking.items;
    expect(path.differences[0]!.shortBy?.amount).toBe(stated);
  });

  test("whatever is told, differences are areas told as not or partly learned, never general, elective or free ones", () => {
    const answer = fc.constantFrom("yes" as const, "partly" as const, "no" as const, undefined);
    fc.assert(
      fc.property(fc.array(answer, { minLength: areasOf(id).length, maxLength: areasOf(id).length }), (answers) => {
        const told = Object.fromEntries(areasOf(id).flatMap(({ code }, i) => (answers[i] ? [[code, answers[i]!]] : [])));
        const path = pathFor(id, told);
        const codes = path.differences.map(({ competenceArea }) => competenceArea);
        for (const area of areasOf(id)) {
          const missing = told[area.code] === "no" || told[area.code] === "partly";
          expect(codes.includes(area.code)).toBe(missing && !area.integrative && !area.elective && !area.freeAllocation);
        }
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});

test("codes of areas are unique within an occupation, so that an answer is about one area", () => {
  const doubled = withAreas.filter(({ competenceAreas }) => new Set(competenceAreas!.areas.map(({ code }) => code)).size !== competenceAreas!.areas.length).map(({ id }) => id);
  expect(doubled).toEqual([]);
});
