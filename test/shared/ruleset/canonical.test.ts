import { describe, expect, test } from "@jest/globals";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { canonicalJson } from "@gleichwert/shared/ruleset";

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]));
}

const json = fc.jsonValue({ maxDepth: 5 });

describe("canonical JSON", () => {
  test("is the same whatever the order of keys", () => {
    fc.assert(fc.property(json, (value) => expect(canonicalJson(turned(value))).toBe(canonicalJson(value))));
  });

  test("loses nothing", () => {
    fc.assert(fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });

  test("of what it was read back to is itself", () => {
    fc.assert(fc.property(json, (value) => expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))));
  });

  test("is equal exactly for equal values", () => {
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    const pairs = fc.oneof(fc.tuple(json, json), json.map((value): [unknown, unknown] => [value, turned(value)]));
    fc.assert(fc.property(pairs, ([a, b]) => expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(plain(a), plain(b)))));
  });

  test.each([
    [{ b: 1, a: [true, null, "ä"] }, '{"a":[true,null,"ä"],"b":1}'],
    [{ "10": 1, "9": 2, B: 3, a: 4 }, '{"10":1,"9":2,"B":3,"a":4}'],
    [{ left: undefined, kept: 0 }, '{"kept":0}'],
    [-0, "0"],
    [1e21, "1e+21"],
    ["\u2028\"\\\n", '"\u2028\\"\\\\\\n"'],
    ["\ud800", '"\\ud800"'],
  ])("of %j is %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [() => 1], [1n], [[undefined]]])("refuses %p", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
