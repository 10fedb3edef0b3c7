/** Competent authorities: every Land has an answer, and what was not confirmed says so. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { CompetentAuthority, laender } from "@gleichwert/rules";
import type { PathAuthority } from "@gleichwert/shared/assessment";
import { assessed, chosen, inProfession, rulesOn, trained, type Told } from "../support/told.ts";

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

  test("medical assistants: one chamber for most, and a word that a chamber may have kept the task", () => {
    expect(fitting({ field: "mfa" }).map(({ id, mark }) => [id, mark])).toEqual([["aekwl", "verified-page"], ["medical-chambers", "general-knowledge"]]);
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

type Named = PathAuthority & { readonly way: string };
/** Authorities of all ways to a profession or occupation in a Land, with a diploma of a third country or of the EU. */
const shownFor = (told: Told, land: string, country: string): Named[] =>
  assessed([trained, told, { "goal.land": land, "qualification.country": country }]).paths.flatMap(({ id, authority }) => authority.map((each) => ({ ...each, way: `${land} ${country} ${id}` })));
function groupBy<T>(all: Iterable<T>, keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

const hasAnswer = ({ name, url, tells }: PathAuthority) => (name !== undefined && url !== undefined) || (tells !== undefined && tells.name !== "" && tells.url.startsWith("https:"));
const lacking = (told: Told) => laender.flatMap((land) => ["IN", "PL"].flatMap((country) => shownFor(told, land, country).filter((each) => !hasAnswer(each)).map(({ way, type }) => `${way}: ${type}`)));

describe("every way with an authority names it with its page, or the office that tells", () => {
  const professions = [...rulesOn().regulatedProfessions.values()];
  const byField = groupBy(professions, ({ authorityField, authority }) => authorityField ?? `no field, ${authority.join(" ")}`);

  test.each([...byField.keys()])("%s, in every Land", (field) => {
    const all = byField.get(field) ?? [];
    // The licensed crafts differ in their trade only; two of them stand for all.
    for (const { id } of field === "craft" ? all.slice(0, 2) : all) expect([id, lacking(inProfession(id))]).toEqual([id, []]);
  });

  test.each([...groupBy(rulesOn().referenceOccupations.values(), ({ competent }) => competent)].map(([competent, all]) => [competent, all[0]!.id] as const))("comparison by %s, in every Land", (_competent, id) => {
    expect(lacking(chosen(id, id))).toEqual([]);
  });
});

describe("no office is named for a task that is not its own", () => {
  const named = (told: Told, land: string, country = "IN") => shownFor(told, land, country).map(({ id }) => id);
  const own = new Map(authorities.map((each) => [each.id, each]));

  test("what is named has the profession in its list, or the field of the profession", () => {
    for (const { id, authorityField } of rulesOn().regulatedProfessions.values())
      for (const path of assessed([trained, inProfession(id), { "goal.land": "NW" }]).paths)
        if (path.target === id)
          for (const { id: body = "", name, type } of path.authority)
            if (name !== undefined && type !== "zab") {
              const { fields, occupations } = own.get(body)!;
              expect([id, body, occupations.includes(id) || (authorityField !== undefined && fields.includes(authorityField)) || (type === "hwk" && fields.includes("craft"))]).toEqual([id, body, true]);
            }
  });

  test.each(["pharmaberater", "musiklehrer", "lebensmittelchemiker", "lebensmittelkontrolleur"])("%s: the immigration office decides nothing here", (id) => {
    for (const land of laender) expect(named(inProfession(id), land)).not.toContain("immigration-office");
  });

  test.each([["kinderpfleger", "BW", "bw-educators"], ["kinderpfleger", "BY", "by-educators"], ["sozialassistent", "NI", "ni-educators"], ["kindheitspaedagoge", "BE", "be-senbjf"], ["sozialarbeiter", "MV", "mv-ministry"], ["heilpaedagoge", "BY", "by-educators"], ["heilpaedagoge", "SH", "sh-educators"], ["heilpaedagoge", "ST", "st-educators"], ["heilerziehungspfleger", "BW", "bw-social-work"], ["tierarzt", "HE", "veterinary-licence"]])(
    "%s in %s: %s, though the Land gave the task to another kind of office", (id, land, body) => {
      expect(named(inProfession(id), land)).toContain(body);
    },
  );

  test("patent attorneys: the Patent and Trade Mark Office for a qualification of the EU only (EuPAG § 2)", () => {
    expect(named(inProfession("patentanwalt"), "BY", "PL")).toContain("dpma");
    expect(named(inProfession("patentanwalt"), "BY", "IN")).not.toContain("dpma");
  });

  test("in Lower Saxony and North Rhine-Westphalia single chambers stand beside IHK FOSA, so the finder is named too", () => {
    const koch = (land: string) => shownFor(chosen("Koch", "koch"), land, "IN").filter(({ id }) => id === "ihk-fosa").map(({ tells }) => tells !== undefined);
    expect([koch("NI"), koch("NW"), koch("HE")]).toEqual([[true], [true], [false]]);
  });
});

