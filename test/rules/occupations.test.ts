/** Reference occupations, crafts, labels, hints and measures: what the data say, against the figures of the law. */
import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod";
import { CompensationMeasure, Craft, Label, measures, ReferenceHint, ReferenceOccupation } from "@gleichwert/rules";

const data = fileURLToPath(new URL("../../rules/data/", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(data, path), "utf8"));
const files = (folder: string): string[] => readdirSync(join(data, folder)).sort().map((file) => `${folder}/${file}`);

const occupations = files("reference-occupations").flatMap((folder) => files(folder)).map((file) => ({ file, occupation: ReferenceOccupation.parse(read(file)) }));
const crafts = files("crafts").flatMap((file) => z.array(Craft).parse(read(file)));
const hints = files("reference-hints").flatMap((file) => z.array(ReferenceHint).parse(read(file)));
const labels = files("labels").map((folder) => ({ language: folder.slice("labels/".length), labels: files(folder).flatMap((file) => z.array(Label).parse(read(file))) }));
const byId = new Map(occupations.map(({ occupation }) => [occupation.id, occupation]));
const ofKind = (kind: ReferenceOccupation["kind"]) => occupations.map(({ occupation }) => occupation).filter((each) => each.kind === kind);

function occupation(id: string): ReferenceOccupation {
  const found = byId.get(id);
  if (!found) throw new Error(`no reference occupation ${id}`);
  return found;
}

const areas = (id: string) => occupation(id).competenceAreas?.areas ?? [];
const sum = (figures: readonly number[]) => Math.round(figures.reduce((total, figure) => total + figure, 0));
const labelled = (language: string, word: string) =>
  (labels.find((each) => each.language === language)?.labels ?? []).filter(({ words }) => words.some((each) => each.toLowerCase() === word.toLowerCase())).map(({ target }) => target);
const hinted = (word: string) => hints.filter(({ words }) => words.some((each) => each.toLowerCase() === word.toLowerCase()));

describe("reference occupations", () => {
  test("322 training occupations, 23 health professions and further-training degrees, each in the folder of its id and day", () => {
    expect(ofKind("training-occupation")).toHaveLength(322);
    expect(ofKind("health-profession")).toHaveLength(23);
    expect(ofKind("further-training").length).toBeGreaterThanOrEqual(25);
    expect(byId.size).toBe(occupations.length);
    for (const { file, occupation: each } of occupations) expect(file).toBe(`reference-occupations/${each.id}/${each.validFrom}.yaml`);
  });

  test("only further training goes without a length of training", () => {
    const without = occupations.filter(({ occupation: each }) => !each.training).map(({ occupation: each }) => each.kind);
    expect([...new Set(without)]).toEqual(["further-training"]);
  });

  test.each([
    ["fachlagerist", 24], ["verkaeufer", 24], ["fachkraft-fuer-metalltechnik", 24], ["koch", 36], ["friseur", 36], ["maurer", 36], ["kaufmann-fuer-bueromanagement", 36],
    ["elektroniker", 42], ["kraftfahrzeugmechatroniker", 42], ["mechatroniker", 42], ["industriemechaniker", 42], ["zahntechniker", 42],
    ["pflegefachperson", 36], ["podologe", 24], ["pta", 30], ["tierarzt", 66], ["arzt", 75],
  ])("the training of %s takes %i months", (id, months) => {
    expect(occupation(id).training?.durationMonths).toBe(months);
  });

  test.each([
    ["friseur", "Haarschneiden", 31], ["friseur", "Gestalten von Frisuren", 26], ["friseur", "Farbverändernde Haarbehandlungen", 21], ["friseur", "Dauerhaft Umformen", 14],
    ["koch", "Verarbeitung und Zubereitung von Fleisch", 17], ["koch", "Zubereitung von pflanzlichen Nahrungsmitteln und von Pilzen", 15], ["koch", "Durchführung von Hygienemaßnahmen", 4],
    ["maurer", "Herstellen von Baukörpern aus Steinen", 47], ["maurer", "Herstellen von Bauteilen aus Beton und Stahlbeton", 20], ["maurer", "Instandhalten und Sichern von Baukörpern", 5],
  ])("%s: %s has the weeks of the training plan", (id, name, weeks) => {
    expect(areas(id).find((area) => area.name === name)?.weeks).toBe(weeks);
  });

  test("a plan of three years adds up to 156 weeks: common areas, shared blocks in equal parts, and one elective", () => {
    const weeks = (id: string) => sum(areas(id).filter(({ elective }) => !elective).map((area) => area.weeksApportioned ?? area.weeks ?? 0));
    expect(weeks("koch")).toBe(156);
    expect(weeks("maurer")).toBe(156);
    const electives = areas("friseur").filter(({ elective }) => elective);
    expect(electives.map(({ weeks: each }) => each)).toEqual([8, 8, 8, 8]);
    expect(weeks("friseur") + 8).toBe(156);
  });

  test("nursing has 2,100 hours of teaching and 2,500 of practice, and its areas add up to them", () => {
    const hours = (part: string) => sum(areas("pflegefachperson").filter((area) => area.part === part).map((area) => area.hours ?? 0));
    expect(occupation("pflegefachperson").training?.hours).toEqual({ theory: 2100, practice: 2500, total: 4600 });
    expect([hours("theory"), hours("practice")]).toEqual([2100, 2500]);
  });

  test("no plan is longer than its training: common areas and the longest specialisation, electives aside", () => {
    // Printed so in the annex: alternative processes with weeks each, and 160 weeks for the roofer.
    const asPrinted = new Set(["oberflaechenbeschichter", "dachdecker"]);
    for (const each of ofKind("training-occupation")) {
      const timed = (each.competenceAreas?.areas ?? []).filter(({ elective }) => !elective);
      const own = (of: string | undefined) => timed.filter(({ specialisation }) => specialisation === of).reduce((total, area) => total + (area.weeks ?? 0), 0);
      const longest = Math.max(0, ...timed.flatMap(({ specialisation }) => specialisation ?? []).map(own));
      const limit = ((each.training?.durationMonths ?? 0) * 52) / 12;
      if (!asPrinted.has(each.id)) expect([each.id, own(undefined) + longest <= limit + 2]).toEqual([each.id, true]);
    }
  });

  test("an occupation that ended is not there, one that ends has its last day", () => {
    expect(byId.has("tankwart")).toBe(false);
    expect(occupation("fachkraft-kueche").validTo).toBe("2029-07-31");
    expect(occupation("pflegefachassistenz").validFrom).toBe("2027-01-01");
  });

  test.each([
    ["koch", "ihk"], ["fachinformatiker", "ihk"], ["elektroniker-fuer-betriebstechnik", "ihk"], ["friseur", "hwk"], ["elektroniker", "hwk"], ["kraftfahrzeugmechatroniker", "hwk"],
    ["landwirt", "agriculture"], ["gaertner", "agriculture"], ["hauswirtschafter", "agriculture"], ["medizinischer-fachangestellter", "medical-chamber"],
    ["zahnmedizinischer-fachangestellter", "dental-chamber"], ["tiermedizinischer-fachangestellter", "veterinary-chamber"], ["rechtsanwaltsfachangestellter", "bar-chamber"],
    ["steuerfachangestellter", "tax-chamber"], ["pharmazeutisch-kaufmaennischer-angestellter", "pharmacist-chamber"], ["schiffsmechaniker", "maritime"], ["pflegefachperson", "health-authority"],
  ])("%s belongs to %s (BBiG section 71)", (id, chamber) => {
    expect(occupation(id).competent).toBe(chamber);
  });

  test("what is not read in a law says so", () => {
    const unread = ofKind("training-occupation").filter(({ training }) => training?.mark === "general-knowledge").map(({ id }) => id);
    expect(unread.sort()).toEqual(["edelmetallpruefer", "feinpolierer", "vorpolierer-schmuck-und-kleingeraeteherstellung"]);
    expect(occupation("pflegefachassistenz").training?.mark).toBe("general-knowledge");
  });
});

describe("crafts", () => {
  test("53 trades need a licence, 41 are free, 51 are similar to a craft", () => {
    const count = (annex: Craft["annex"]) => new Set(crafts.filter((each) => each.annex === annex).map(({ number }) => number)).size;
    expect([count("A"), count("B1"), count("B2")]).toEqual([53, 41, 51]);
    expect(new Set(crafts.map(({ id }) => id)).size).toBe(145);
  });

  test("every link between craft and training occupation resolves both ways", () => {
    const known = new Map(crafts.map((each) => [each.id, each]));
    for (const each of crafts) for (const id of each.trainingOccupations) expect([each.id, byId.has(id)]).toEqual([each.id, true]);
    for (const { occupation: each } of occupations) if (each.craft) expect([each.id, known.get(each.craft)?.trainingOccupations.includes(each.id)]).toEqual([each.id, true]);
  });

  test.each([["friseur", "A"], ["elektroniker", "A"], ["fliesen-platten-und-mosaikleger", "A"], ["raumausstatter", "A"], ["orgelbauer", "A"], ["massschneider", "B1"], ["fotograf", "B1"], ["gebaeudereiniger", "B1"], ["kosmetiker", "B1"], ["aenderungsschneider", "B2"]])(
    "%s is a craft of annex %s, as it stands since February 2020",
    (id, annex) => {
      expect(crafts.find((each) => each.id === occupation(id).craft)?.annex).toBe(annex);
    },
  );
});

describe("labels and hints", () => {
  const isTarget = (id: string) => byId.has(id) || existsSync(join(data, "regulated-professions", id));

  test("every label and hint points to an occupation, and no word stands twice", () => {
    for (const { language, labels: list } of labels) {
      const targets = list.map(({ target }) => target);
      expect(targets.filter((id) => !isTarget(id))).toEqual([]);
      for (const { target, words } of list) expect([language, target, new Set(words.map((word) => word.toLowerCase())).size]).toEqual([language, target, words.length]);
    }
    expect(hints.flatMap(({ targets }) => targets).filter((id) => !isTarget(id))).toEqual([]);
    expect(new Set(hints.map(({ id }) => id)).size).toBe(hints.length);
  });

  test("every occupation has English words", () => {
    const english = new Set(labels.find(({ language }) => language === "en")?.labels.map(({ target }) => target));
    expect(occupations.map(({ occupation: each }) => each.id).filter((id) => !english.has(id))).toEqual([]);
  });

  test("thirteen languages besides German and English", () => {
    expect(labels.map(({ language }) => language)).toEqual(["ar", "de", "en", "es", "fa", "fr", "hy", "ka", "mk", "ro", "ru", "sq", "sr", "tr", "uk"]);
  });

  test.each([
    ["uk", "медична сестра", "pflegefachperson"], ["ru", "повар", "koch"], ["sr", "frizer", "friseur"], ["sr", "фризер", "friseur"], ["tr", "kuaför", "friseur"], ["ar", "طباخ", "koch"],
    ["fa", "نانوا", "baecker"], ["hy", "խոհարար", "koch"], ["ka", "მზარეული", "koch"], ["mk", "автомеханичар", "kraftfahrzeugmechatroniker"], ["sq", "murator", "maurer"], ["de", "Krankenschwester", "pflegefachperson"],
    ["de", "Programmierer", "fachinformatiker"], ["en", "hairdresser", "friseur"], ["en", "bricklayer", "maurer"],
  ])("%s: %s means %s", (language, word, id) => {
    expect(labelled(language, word)).toContain(id);
  });

  test.each([["Arzthelferin", "medizinischer-fachangestellter"], ["Rettungsassistent", "notfallsanitaeter"], ["MTRA", "mtr"], ["Krankenschwester", "pflegefachperson"], ["KFZ-Mechaniker", "kraftfahrzeugmechatroniker"], ["Bürokauffrau", "kaufmann-fuer-bueromanagement"]])(
    "the older %s leads to its successor %s (R14)",
    (word, successor) => {
      expect(hinted(word).find(({ rule }) => rule === "R14")?.targets[0]).toBe(successor);
    },
  );

  test.each([["фельдшер", "R15"], ["clinical officer", "R15"], ["prekvalifikacija medicinska sestra", "R16"], ["преквалификација медицинска сестра", "R16"], ["electrical technician", "R17"], ["economic technician", "R17"], ["ekonomski tehničar", "R17"], ["механик", "R17"], ["welder", "R18"], ["сварщик", "R18"], ["Staplerfahrer", "R18"], ["помічник кухаря", "R18"]])(
    "%s is a case of %s",
    (word, rule) => {
      expect(hinted(word).map((each) => each.rule)).toContain(rule);
    },
  );

  test("a profession without a twin or a broad title names several occupations, a broad one two to four", () => {
    for (const { id, rule, targets } of hints) {
      if (rule === "R15" || rule === "R17") expect([id, targets.length >= 2]).toEqual([id, true]);
      if (rule === "R17") expect([id, targets.length <= 4]).toEqual([id, true]);
      expect([id, new Set(targets).size]).toEqual([id, targets.length]);
    }
  });

  test("the welder is looked for among the wider metal occupations (R18)", () => {
    expect(hinted("Schweißer")[0]?.targets.toSorted()).toEqual(["anlagenmechaniker", "fachkraft-fuer-metalltechnik", "konstruktionsmechaniker", "metallbauer"]);
  });
});

describe("compensation measures", () => {
  const known = files("compensation-measures").map((file) => CompensationMeasure.parse(read(file)));

  test("each measure that a route can name is described, with its law", () => {
    expect(known.map(({ id }) => id).sort()).toEqual(measures.filter((id) => id !== "none").toSorted());
    for (const { id, source } of known) expect([id, (source.law ?? []).length > 0]).toEqual([id, true]);
  });

  test("an adaptation period lasts three years at most (BQFG section 11), adaptation in the free branch has no limit in law", () => {
    expect(known.filter(({ longestMonths }) => longestMonths).map(({ id, longestMonths }) => [id, longestMonths])).toEqual([["adaptation_period", 36]]);
    expect(known.filter(({ branch }) => branch === "unregulated").map(({ id }) => id)).toEqual(["adaptation_qualification"]);
  });
});
