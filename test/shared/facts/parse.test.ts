/** How form fields are read: digits of any script, comma or point, several values, nothing at all. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkChanges, parseField, readNumber, said } from "@gleichwert/shared/facts";
import { rulesOn } from "../../support/told.ts";

const rules = rulesOn();
const parse = (id: string, ...raw: string[]) => parseField(rules.facts.get(id)!, raw);

describe("numbers as people write them", () => {
  const table: [written: string, read: number | undefined][] = [
    ["3", 3],
    ["3,5", 3.5],
    ["3.5", 3.5],
    [" 2014 ", 2014],
    ["٣", 3],
    ["٣٫٥", 3.5],
    ["٣,٥", 3.5],
    ["۲۰۱۴", 2014],
    ["۲٫۵", 2.5],
    ["2 014", 2014],
    ["٢٠١٤", 2014],
    ["", undefined],
    ["drei", undefined],
    ["3,5,1", undefined],
    ["-3", undefined],
    ["3e5", undefined],
    ["0x10", undefined],
    ["1.", undefined],
    ["999999999", undefined],
    ["½", undefined],
  ];
  test.each(table)("%s", (written, read) => expect(readNumber(written)).toBe(read));

  test("the same number in every script, with comma or point", () => {
    const scripts = [0x30, 0x660, 0x6f0];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }), (whole, part) => {
        const plain = part === undefined ? String(whole) : `${whole}.${String(part).padStart(2, "0")}`;
        for (const zero of scripts)
          for (const sign of [".", ",", "\u066b"]) {
            const written = plain.replace(".", sign).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
            expect(readNumber(written)).toBe(Number(plain));
          }
      }),
      { seed: 6 },
    );
  });
});

describe("fields", () => {
  test("nothing entered is empty, for every type but the list of boxes", () => {
    for (const definition of rules.facts.values()) expect(parseField(definition, definition.type === "choices" ? [] : [""])).toEqual(definition.type === "choices" ? { kind: "value", value: [] } : { kind: "empty" });
  });
  test("“I do not know” wins over what else was entered", () => {
    for (const definition of rules.facts.values()) expect(parseField(definition, ["x", "unknown"])).toEqual({ kind: "value", value: "unknown" });
  });
  test("boxes: those ticked, without the empty companion", () => expect(parse("evidence.documents", "", "certificate", "cv")).toEqual({ kind: "value", value: ["certificate", "cv"] }));
  test("a year that is none, a number that is none", () => {
    expect(parse("qualification.completed-year", "two thousand")).toEqual({ kind: "fault", code: "not-a-year" });
    expect(parse("qualification.duration-years", "long")).toEqual({ kind: "fault", code: "not-a-number" });
  });
  test("text keeps its script in one normal form and loses blanks around", () => {
    expect(parse("qualification.title", "  Ko\u0308chin ")).toEqual({ kind: "value", value: "Köchin" });
    expect(parse("qualification.title", "مدرس")).toEqual({ kind: "value", value: "مدرس" });
  });
  test("whatever is entered: read, empty, or a fault; and what was read can be checked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules.facts.values()), fc.array(fc.string(), { maxLength: 3 }), (definition, raw) => {
        const parsed = parseField(definition, raw);
        expect(["value", "empty", "fault"]).toContain(parsed.kind);
        if (parsed.kind === "value" && definition.list === undefined) expect(Array.isArray(checkChanges(rules, [{ key: definition.id, fact: said(parsed.value) }]))).toBe(true);
      }),
      { numRuns: 1000, seed: 8 },
    );
  });
});
