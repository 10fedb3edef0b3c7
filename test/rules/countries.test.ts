/** Countries, country groups and model micro-credentials: what the data say, against the notes they were written from. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { Country, CountryGroups, type CountryQualification, MicroCredential } from "@gleichwert/rules";

const data = fileURLToPath(new URL("../../rules/data/", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(data, path), "utf8"));
const all = (folder: string): unknown[] => readdirSync(join(data, folder)).sort().map((file) => read(`${folder}/${file}`));

const countries = all("countries").map((value) => Country.parse(value));
const groups = CountryGroups.parse(read("country-groups.yaml"));
const credentials = all("micro-credentials").map((value) => MicroCredential.parse(value));

function country(id: string): Country {
  const found = countries.find((each) => each.id === id);
  if (!found) throw new Error(`no profile of ${id}`);
  return found;
}

function qualification(id: string, row: string): CountryQualification {
  const found = country(id).qualifications.find((each) => each.id === row);
  if (!found) throw new Error(`${id} has no row ${row}`);
  return found;
}

/** Targets of an occupation word in the rows of one country, best first. */
const targetsOf = (id: string, word: string): readonly string[] =>
  country(id).qualifications.flatMap(({ titles }) => titles).find(({ words }) => words.includes(word))?.targets ?? [];

/** Group of a diploma issued in a state on a day, as the groups file tells it. */
const groupOf = (state: string, issued: string): "eu" | "third" =>
  groups.eu.some((member) => member.country === state && (member.from ?? "0000") <= issued && issued <= (member.until ?? "9999")) ? "eu" : "third";

const profiles = ["AL", "AM", "BA", "BR", "CO", "GE", "IN", "IR", "MA", "MD", "ME", "MK", "PH", "RS", "SY", "TN", "TR", "UA", "VN", "XK"];

describe("country profiles", () => {
  test("the twenty countries of origin have a profile, and four former states", () => {
    expect(countries.map(({ id }) => id).sort()).toEqual([...profiles, "CS", "DD", "SU", "YU"].sort());
  });

  test.each(profiles)("%s is a third country with rows, occupation words and a place to verify", (id) => {
    const { group, qualifications, verifyAt } = country(id);
    expect(group).toBe("third");
    expect(qualifications.length).toBeGreaterThanOrEqual(4);
    expect(verifyAt.length).toBeGreaterThan(0);
    expect(qualifications.flatMap(({ titles }) => titles).length).toBeGreaterThanOrEqual(15);
    expect(qualifications.some(({ occupations }) => occupations.includes("pflegefachperson"))).toBe(true);
  });

  test("general knowledge never poses as a page that was read", () => {
    for (const { id, qualifications, facts } of countries)
      for (const record of [...qualifications, ...facts])
        expect({ id, row: record.id, hasAddress: record.source.url !== undefined }).toEqual({ id, row: record.id, hasAddress: record.mark === "verified-page" });
  });

  test("one word stands in one row of a country only", () => {
    for (const { id, qualifications } of countries) {
      const words = qualifications.flatMap(({ titles }) => titles.flatMap((title) => title.words));
      expect({ id, twice: words.filter((word, index) => words.indexOf(word) !== index) }).toEqual({ id, twice: [] });
    }
  });

  test.each([
    ["RS", "three-year", 8, 3, "3"],
    ["RS", "four-year", 8, 4, "4"],
    ["ME", "three-year", 9, 3, "III"],
    ["ME", "four-year", 9, 4, "IV-1"],
    ["MK", "three-year", 8, 3, "III"],
    ["UA", "qualified-worker", 9, 3, "3"],
    ["AM", "craftsman", 9, 3, "4"],
  ] as const)("%s %s: entry after %d years, %d years of training, national level %s", (id, row, entry, years, nqf) => {
    const found = qualification(id, row);
    expect(found.entryYears).toContain(entry);
    expect(found.durationYears).toEqual({ min: years, max: years });
    expect(found.nqf).toBe(nqf);
    expect(found.stateRecognised).toBe("yes");
  });

  test("Serbia: the diploma of three and of four years bears the same title", () => {
    expect(qualification("RS", "three-year").document).toBe(qualification("RS", "four-year").document);
    expect(country("RS").facts.map(({ id }) => id)).toContain("same-title");
  });

  test.each([
    ["UA", "initial-level"],
    ["RS", "short-training"],
    ["GE", "training-retraining"],
    ["MK", "adult-certificate"],
    ["PH", "tesda-nc"],
    ["BR", "fic"],
    ["SU", "worker-certificate"],
  ])("%s %s is a course and never a base qualification", (id, row) => {
    expect(qualification(id, row)).toMatchObject({ level: "short_course", baseQualification: false });
  });

  test.each([
    ["SU", "feldsher"],
    ["UA", "feldsher"],
    ["TR", "emergency-technician"],
    ["BR", "nursing-technician"],
    ["CO", "nursing-auxiliary"],
    ["PH", "caregiver"],
  ])("%s %s has no German twin (R15)", (id, row) => {
    expect(qualification(id, row).rules).toContain("R15");
  });

  test.each(["RS", "BA"])("%s: nursing by retraining is a row of its own (R16)", (id) => {
    expect(qualification(id, "nurse-retraining").rules).toEqual(["R16"]);
    expect(qualification(id, "nurse").rules).toEqual([]);
  });

  test("Syria: learning with a master craftsman is not recognised by the state", () => {
    expect(qualification("SY", "informal-apprenticeship")).toMatchObject({ stateRecognised: "no", baseQualification: false });
  });

  test.each([
    ["UA", "перукар", "friseur"],
    ["UA", "кухар", "koch"],
    ["BA", "frizer", "friseur"],
    ["ME", "кувар", "koch"],
    ["MK", "фризер", "friseur"],
    ["GE", "შემდუღებელი", "konstruktionsmechaniker"],
    ["AM", "խոհարար", "koch"],
    ["TR", "hemşire", "pflegefachperson"],
    ["SY", "نجار", "tischler"],
    ["IR", "آرایشگر", "friseur"],
    ["VN", "điều dưỡng", "pflegefachperson"],
  ])("%s: %s points first to %s", (id, word, target) => {
    expect(targetsOf(id, word)[0]).toBe(target);
  });

  test("a broad title keeps several candidates", () => {
    expect(targetsOf("RS", "električar").length).toBeGreaterThan(1);
    expect(targetsOf("UA", "слюсар").length).toBeGreaterThan(1);
  });
});

describe("country groups", () => {
  test.each([
    ["FR", "2020-01-01", "eu"],
    ["NO", "2020-01-01", "eu"],
    ["CH", "2020-01-01", "eu"],
    ["GB", "2020-12-31", "eu"],
    ["GB", "2021-01-01", "third"],
    ["TR", "2020-01-01", "third"],
    ["RS", "2020-01-01", "third"],
    ["HR", "2010-06-30", "eu"],
  ] as const)("a diploma of %s issued on %s counts as %s", (state, issued, group) => {
    expect(groupOf(state, issued)).toBe(group);
  });

  test("twenty-six members beside Germany, the EEA and Switzerland have no end", () => {
    expect(groups.eu.filter(({ until }) => until === undefined)).toHaveLength(26 + 3 + 1);
  });

  test.each([
    ["SU", "1991-12-26", "UA"],
    ["YU", "1992-04-27", "XK"],
    ["CS", "1992-12-31", "SK"],
  ])("papers of %s end on %s; %s is a successor", (state, until, successor) => {
    const former = groups.former.find((each) => each.country === state);
    expect(former).toMatchObject({ until });
    expect(former?.successors).toContain(successor);
    expect(country(state)).toMatchObject({ endedOn: until, succeededBy: former?.successors });
  });

  test("Germany is no country of origin of its own group", () => {
    expect(groups.eu.map((member) => member.country)).not.toContain("DE");
  });

  test("every legacy of a profile is a former state that names it as successor", () => {
    for (const { id, legacy } of countries) for (const former of legacy) expect(country(former).succeededBy).toContain(id);
  });
});

describe("micro-credentials", () => {
  test("all 62 are labelled as models, by mark, status and provider", () => {
    expect(credentials).toHaveLength(62);
    for (const { id, status, mark, provider } of credentials) expect({ id, status, mark, provider: provider.slice(0, 15) }).toEqual({ id, status: "model", mark: "model", provider: "Model provider " });
  });

  test("ten for each country, twelve for Ukraine", () => {
    const count = (state: string) => credentials.filter((each) => each.country === state).length;
    expect(["AM", "GE", "ME", "MK", "RS", "UA"].map(count)).toEqual([10, 10, 10, 10, 10, 12]);
  });

  test.each([
    ["am-05", 4, 40, "elektroniker", ["A.6"], "G01"],
    ["rs-01", 4, 80, "mechatroniker", ["15", "16"], "G06"],
    ["ge-10", 3, 30, "friseur", ["A.4.3"], "G03"],
    ["mk-04", 5, 120, "fachinformatiker", ["B.1"], "G18"],
  ] as const)("%s: level %d, %d hours, helps %s", (id, eqfLevel, hours, referenceOccupation, areas, gap) => {
    const found = credentials.find((each) => each.id === id);
    expect(found).toMatchObject({ eqfLevel, hours });
    expect(found?.helps).toContainEqual(expect.objectContaining({ referenceOccupation, areas: [...areas], gap }));
  });
});
