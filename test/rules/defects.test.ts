/** Errors put into the rules are found, harmless edits are not called errors, and an error that nobody sees is told as missed. */
import { describe, expect, test } from "@jest/globals";
import { checkRules, contentFaults, readCases, sentenceOf } from "@gleichwert/rules/load";
import { type Defect, defectOperators, drawnDefects, harmlessOperators, searchIn, type Seekers } from "@gleichwert/shared/coverage";
import { ruleset } from "../support/told.ts";

const { persons, files } = readCases();
const cases = [...files.values()].flat();
const sound = ruleset();
const seekers: Seekers = {
  persons,
  cases,
  loading: (content) => {
    const { schema, references } = contentFaults(content, sound.content);
    const line = (by: "schema" | "loading") => (fault: Parameters<typeof sentenceOf>[0]) => ({ by, level: "error" as const, line: sentenceOf(fault) });
    return [...schema.map(line("schema")), ...references.map(line("loading"))];
  },
  check: (content) => checkRules(content, () => undefined).map((finding) => ({ level: finding.level, line: sentenceOf(finding) })),
};
// The proof takes too long for a test; the command asks it too.
const search = searchIn(sound, seekers);
const draw = (operators: readonly string[], count: number, seed: number) => drawnDefects(defectOperators.filter(({ name }) => operators.includes(name)), sound.content, count, seed);

/** Enough kinds to see how they are drawn; the whole of them is the command. */
const someOperators = defectOperators.slice(0, 12);

describe("errors", () => {
  /** Kinds that loading, the check or the cases have to find wherever they are made. */
  const kinds = ["ends-before-it-begins", "versions-overlap", "option-removed-that-a-condition-names", "fact-nobody-asks", "source-removed", "text-without-its-language", "placeholder-renamed-in-one-language", "key-misspelt", "id-of-nothing", "third-country-taken-in", "rule-removed", "step-left-out"];
  test.each(draw(kinds, 4, 7).map((defect) => [`${defect.operator}: ${defect.place}`, defect] as const))("%s is found", (_name, defect) => {
    expect(search.seek(defect)).toMatchObject({ by: expect.any(String), what: expect.any(String) });
  });

  test("are drawn alike by the same seed, and leave the sound rules as they are", () => {
    const before = JSON.stringify(sound.content);
    const lines = (seed: number) => drawnDefects(someOperators, sound.content, 12, seed).map(({ operator, place, after }) => `${operator} ${place} ${after}`);
    expect(lines(3)).toEqual(lines(3));
    expect(lines(3)).not.toEqual(lines(4));
    for (const defect of drawnDefects(someOperators, sound.content, 12, 3)) defect.inject(sound.content);
    expect(JSON.stringify(sound.content)).toBe(before);
  });

  test("change something", () => {
    for (const { name, of } of defectOperators) {
      const [defect] = of(sound.content);
      if (defect) expect([name, defect.steps !== undefined || JSON.stringify(defect.inject(sound.content)) !== JSON.stringify(sound.content)]).toEqual([name, true]);
    }
    expect(defectOperators.filter(({ of }) => of(sound.content).length > 0).length).toBeGreaterThan(60);
  });

  test("that nobody sees are told as missed", () => {
    const unseen: Defect = { operator: "figure-nobody-reads", place: "microCredentials", before: "", after: "", inject: (content) => ({ ...content, microCredentials: content.microCredentials.map((each) => ({ ...each, hours: each.hours + 1 })) }) };
    expect(search.seek(unseen)).toEqual({ defect: unseen });
    const seen = draw(["third-country-taken-in"], 1, 7)[0]!;
    expect(searchIn(sound, { ...seekers, cases: [] }).seek(seen)).toEqual({ defect: seen });
  });

  test("are not found by a case that fails with the sound rules already", () => {
    const wrong = { ...cases[0]!, name: "a case that no rules fulfil", expect: { target: "no-such-occupation" } };
    const seen = draw(["third-country-taken-in"], 1, 7)[0]!;
    const other = searchIn(sound, { ...seekers, cases: [wrong] });
    expect(other.failing).toEqual([wrong.name]);
    expect(other.seek(seen)).toEqual({ defect: seen });
  });
});

test.each(drawnDefects(harmlessOperators, sound.content, 1, 7).map((edit) => [`${edit.operator}: ${edit.place}`, edit] as const))("harmless edit raises no alarm: %s", (_name, edit) => {
  expect(search.alarms(edit)).toEqual([]);
});

test("an edit that is not harmless raises an alarm", () => {
  const [wrong] = draw(["text-without-its-language"], 1, 7);
  expect(search.alarms(wrong!)).not.toEqual([]);
});
