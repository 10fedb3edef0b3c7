/** Names of countries, also of those that no longer exist. */
import { describe, expect, test } from "@jest/globals";
import { CountryGroups } from "@gleichwert/rules";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { repositoryRoot } from "../../support/paths.ts";
import { allCountries, countryName } from "../../../client/src/ui/countries.ts";
import { languages } from "../texts/catalogues.ts";

const read = (path: string): unknown => (existsSync(join(repositoryRoot, path)) ? parse(readFileSync(join(repositoryRoot, path), "utf8")) : {});
const countryGroups = CountryGroups.parse(read("rules/data/country-groups.yaml"));
const rules = { countryGroups, texts: Object.fromEntries(languages.map((language) => [language, { countries: read(`rules/texts/${language}/countries.yaml`) }])) } as unknown as RulesetInForce;
const script = { de: /^\P{Script=Cyrillic}+$/u, en: /^\P{Script=Cyrillic}+$/u, uk: /^[\p{Script=Cyrillic}\P{L}]+$/u, ar: /^[\p{Script=Arabic}\P{L}]+$/u } as const;
const formerAndKosovo = ["SU", "YU", "CS", "DD", "XK"];

describe.each(languages)("countries in %s", (locale) => {
  const all = allCountries(rules, locale);

  test("all have a name, never a code", () => {
    expect(all.length).toBeGreaterThan(250);
    expect(all.filter(({ code, name }) => name === code || name.trim() === "")).toEqual([]);
  });

  test("are written in the script of the language", () => {
    const former = countryGroups.former.map(({ country }) => country);
    expect(all.filter(({ code, name }) => !former.includes(code) && !script[locale].test(name))).toEqual([]);
  });

  test("stand once each, under different names, in the order of the language", () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    const names = all.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
  });

  test.each(formerAndKosovo)("%s can be chosen under a name in the script of the language", (code) => {
    const name = all.find((country) => country.code === code)?.name;
    expect(name).toMatch(script[locale]);
    expect(countryName(rules, locale, code)).toBe(name);
  });

  test("the former states and Kosovo have five different names", () => {
    expect(new Set(formerAndKosovo.map((code) => countryName(rules, locale, code))).size).toBe(5);
  });
});

test.each([
  ["en", ["Soviet Union", "Yugoslavia", "Czechoslovakia", "German Democratic Republic", "Kosovo"]],
  ["de", ["Sowjetunion", "Jugoslawien", "Tschechoslowakei", "Deutsche Demokratische Republik", "Kosovo"]],
  ["uk", ["Радянський Союз", "Югославія", "Чехословаччина", "Німецька Демократична Республіка", "Косово"]],
] as const)("former states and Kosovo by their names in %s", (locale, names) => {
  formerAndKosovo.forEach((code, i) => expect(countryName(rules, locale, code)).toContain(names[i]));
});

test("words of the rules go before the names of the groups", () => {
  const worded = { countryGroups, texts: { uk: { countries: { former: { SU: "СРСР" } } } } } as unknown as RulesetInForce;
  expect([countryName(worded, "uk", "SU"), countryName(worded, "uk", "YU"), countryName(worded, "de", "SU")]).toEqual(["СРСР", "Yugoslavia", "Sowjetunion"]);
});

test("a code that nobody knows stays as it is", () => {
  expect(countryName(rules, "en", "ZZ")).toBe("ZZ");
});
