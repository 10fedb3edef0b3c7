import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { match, matchingIndex, readTitleList, typeAhead } from "@gleichwert/shared/matching";
import { smallContent } from "./content.ts";

const index = matchingIndex(smallContent());
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("__proto__", "constructor", "toString", "\ud800", "\udfff koch", "koch\u0000", "\ufdfa".repeat(300)),
);
const anyQuery = fc.record({ title: anyText, language: fc.option(anyText, { nil: undefined }), country: fc.constantFrom(undefined, "UA", "XX", ""), goal: fc.option(anyText, { nil: undefined }), titleGerman: fc.option(anyText, { nil: undefined }), durationYears: fc.constantFrom(undefined, 0, 3, 12) });

describe("whatever is typed", () => {
  it("no text is refused, the limit holds, scores fall and lie between 0 and 1, no occupation comes twice", () => {
    fc.assert(
      fc.property(anyQuery, fc.integer({ min: 0, max: 12 }), (query, limit) => {
        const found = match(index, query, limit);
        const scores = found.map(({ score }) => score);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(found.map(({ referenceOccupation }) => referenceOccupation)).size).toBe(found.length);
      }),
      { numRuns: 400 },
    );
  });

  it("the same question has the same answer, also from an index built anew", () => {
    const other = matchingIndex(smallContent());
    fc.assert(
      fc.property(anyQuery, (query) => {
        const answer = match(index, query);
        expect(match(index, query)).toEqual(answer);
        expect(match(other, query)).toEqual(answer);
      }),
      { numRuns: 150 },
    );
  });

  it("every German name finds its occupation, in capitals and with blanks around it too", () => {
    const names = index.targets.filter(({ craftOnly }) => !craftOnly).flatMap(({ id, germanNames }) => germanNames.map((name) => ({ id, name })));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom((s: string) => s, (s: string) => s.toUpperCase(), (s: string) => `  ${s} `, (s: string) => s.normalize("NFD")), ({ id, name }, written) => {
        expect(match(index, { title: written(name) })[0]?.referenceOccupation).toBe(id);
      }),
      { numRuns: 200 },
    );
  });

  it.each([["combining marks", "\u0301"], ["letters with marks", "a\u0301"], ["brackets", "("], ["words", "a b "], ["ligatures", "\ufdfa"]])("a megabyte of %s takes less than half a second", (_what, unit) => {
    const title = unit.repeat(2 ** 20 / unit.length);
    const from = performance.now();
    match(index, { title, goal: title, language: "uk" });
    typeAhead(index, title);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it("type-ahead never throws and keeps to its limit", () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 0, max: 10 }), (prefix, limit) => typeAhead(index, prefix, limit).length <= limit), { numRuns: 300 });
  });

  it("a list of titles is read or refused row by row", () => {
    fc.assert(fc.property(anyText, (text) => Array.isArray(readTitleList(text).titles)), { numRuns: 300 });
    const cell = fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !text.includes("\r"));
    fc.assert(
      fc.property(fc.array(cell), (titles) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const file = `\ufeffid,language,title\r\n${titles.map((title, place) => `T${place},de,${quote(title)}`).join("\r\n")}`;
        expect(readTitleList(file)).toEqual({ titles: titles.map((title, place) => ({ id: `T${place}`, language: "de", title })), faults: [] });
      }),
      { numRuns: 200 },
    );
  });
});
