/** Competent authorities: every Land has an answer, and what was not confirmed says so. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { CompetentAuthority, laender } from "@gleichwert/rules";

const folder = fileURLToPath(new URL("../../rules/data/competent-authorities/", import.meta.url));
const authorities = readdirSync(folder).sort().map((file) => CompetentAuthority.parse(parse(readFileSync(join(folder, file), "utf8"))));

interface Case {
  readonly field: string;
  readonly land?: (typeof laender)[number];
  readonly country?: string;
  readonly diploma?: "third" | "eu";
  readonly occupation?: string;
}

/** Authorities that fit a case; an empty list in a record means no restriction. */
const fitting = ({ field, land, country, diploma, occupation }: Case): CompetentAuthority[] =>
  authorities.filter(
    (each) =>
      each.fields.includes(field) &&
      (each.laender.length === 0 || land === undefined || each.laender.includes(land)) &&
      (each.countries.length === 0 || country === undefined || each.countries.includes(country)) &&
      (each.diploma === "any" || diploma === undefined || each.diploma === diploma) &&
      (each.occupations.length === 0 || occupation === undefined || each.occupations.includes(occupation)),
  );

const names = (wanted: Case): string[] => fitting(wanted).map(({ name }) => name);

describe("every Land has an authority", () => {
  for (const field of ["health-academic", "health-allied", "nursing-assistant", "teachers", "educators", "social-work", "engineer", "architect"])
    test.each(laender)(`${field} in %s`, (land) => {
      expect(authorities.filter((each) => each.fields.includes(field) && each.laender.includes(land)).length).toBeGreaterThan(0);
    });

  test.each(laender)("%s has one authority for court interpreters", (land) => {
    expect(fitting({ field: "court-interpreter", land })).toHaveLength(1);
  });

  test.each(laender)("%s has one authority for social workers, and one for each kind of health profession", (land) => {
    expect(fitting({ field: "social-work", land, occupation: "sozialarbeiter" })).toHaveLength(1);
    expect(fitting({ field: "health-academic", land })).toHaveLength(1);
    expect(fitting({ field: "health-allied", land })).toHaveLength(1);
  });
});

describe("competence as the pages and laws name it", () => {
  test.each([
    [{ field: "health-academic", land: "NW" }, "Bezirksregierung Münster"],
    [{ field: "health-allied", land: "NW" }, "Bezirksregierung Münster"],
    [{ field: "health-academic", land: "BY" }, "ZAABY"],
    [{ field: "health-allied", land: "BY" }, "Bayerisches Landesamt für Pflege"],
    [{ field: "health-academic", land: "SN" }, "Landesdirektion Sachsen"],
    [{ field: "health-allied", land: "SN" }, "Kommunaler Sozialverband Sachsen"],
    [{ field: "health-academic", land: "NI" }, "NiZzA"],
    [{ field: "health-allied", land: "HE" }, "Hessisches Landesamt für Gesundheit und Pflege"],
    [{ field: "teachers", land: "BW" }, "Regierungspräsidium Tübingen"],
    [{ field: "teachers", land: "NW", diploma: "eu" }, "Arnsberg"],
    [{ field: "teachers", land: "NW", diploma: "third" }, "Detmold"],
    [{ field: "teachers", land: "NI", diploma: "third" }, "Kultusministerium"],
    [{ field: "educators", land: "NW", country: "PL" }, "Arnsberg"],
    [{ field: "educators", land: "NW", country: "UA" }, "Detmold"],
    [{ field: "educators", land: "NW", country: "TR" }, "Düsseldorf"],
    [{ field: "educators", land: "NW", country: "RS" }, "Düsseldorf"],
    [{ field: "educators", land: "NW", country: "ES" }, "Köln"],
    [{ field: "educators", land: "NW", country: "SY" }, "Münster"],
    [{ field: "educators", land: "HH" }, "HIBB"],
    [{ field: "educators", land: "SN" }, "Bautzen"],
    [{ field: "social-work", land: "TH", occupation: "sozialarbeiter" }, "Thüringer Landesverwaltungsamt"],
    [{ field: "engineer", land: "NW", occupation: "ingenieur" }, "Bezirksregierung"],
    [{ field: "social-work", land: "SH", occupation: "heilpaedagoge" }, "Ministerium für Allgemeine und Berufliche Bildung"],
    [{ field: "court-interpreter", land: "BE" }, "Kammergericht"],
    [{ field: "agriculture" }, "Landwirtschaftskammer Niedersachsen"],
    [{ field: "mfa" }, "Ärztekammer Westfalen-Lippe"],
    [{ field: "civil-service" }, "Bundesverwaltungsamt"],
  ] as const)("%o: %s", (wanted, name) => {
    expect(names(wanted)).toEqual([expect.stringContaining(name)]);
  });

  test.each([
    ["a wine inspector", { field: "agriculture", occupation: "weinkontrolleur" }],
    ["a police officer of a Land", { field: "civil-service", occupation: "polizeivollzug" }],
    ["a specialist doctor", { field: "health-academic", land: "BE", occupation: "facharzt" }],
    ["a head of a nursing home", { field: "health-allied", land: "BE", occupation: "heimleiter" }],
    ["a security assistant at airports", { field: "aviation", occupation: "luftsicherheitsassistent" }],
  ] as const)("the body of a neighbouring field is not named for %s", (_circumstance, wanted) => {
    expect(names(wanted)).toEqual([]);
  });

  test("Bavaria has no body for teaching degrees of third countries", () => {
    expect(names({ field: "teachers", land: "BY", diploma: "third" })).toEqual([]);
    expect(names({ field: "teachers", land: "BY", diploma: "eu" })).toHaveLength(1);
  });

  test("no country of training belongs to two districts of North Rhine-Westphalia", () => {
    const listed = authorities.filter(({ id }) => id.startsWith("nw-educators-")).flatMap(({ countries }) => countries);
    expect(listed).toHaveLength(new Set(listed).size);
  });

  test("IHK FOSA is nationwide; chambers outside it are only probable", () => {
    expect(authorities.find(({ id }) => id === "ihk-fosa")).toMatchObject({ type: "ihk_fosa", laender: [], mark: "verified-page" });
    for (const each of authorities.filter(({ type, fields }) => type === "ihk_local" && fields.includes("ihk"))) expect(each.mark).toBe("general-knowledge");
  });
});

describe("how sure a record is", () => {
  test("what was not confirmed has a remark that names the office that tells", () => {
    const unsure = authorities.filter(({ mark }) => mark === "general-knowledge");
    expect(unsure.length).toBeGreaterThan(0);
    for (const { id, remark } of unsure) expect(`${id}: ${remark}`).toMatch(/anerkennung-in-deutschland\.de|recheck/);
  });

  test("a page that was read has its day, a law its provision", () => {
    for (const { id, mark, source } of authorities) {
      if (mark === "verified-page") expect(`${id} ${source.checkedOn}`).toMatch(/ 20\d\d-\d\d-\d\d$/); // a page is worth what its last visit is
      if (mark === "verified-law") expect({ id, law: source.law?.length ?? 0 }).not.toEqual({ id, law: 0 });
    }
  });
});
