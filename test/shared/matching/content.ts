import type { Country, CountryQualification, Craft, Label, ReferenceHint, ReferenceOccupation, RegulatedProfession } from "@gleichwert/rules";
import type { MatchingContent } from "@gleichwert/shared/matching";

const sourced = { source: { work: "invented for tests" }, mark: "model" } as const;

/** A training occupation with its names; three years long unless said otherwise. */
export function occupation(id: string, male: string, female: string, durationMonths = 36): ReferenceOccupation {
  return {
    id,
    validFrom: "2020-01-01",
    kind: "training-occupation",
    names: { male, female },
    basis: ["BBiG 4"],
    training: { durationMonths, ...sourced },
    competent: "ihk",
    sector: "test",
    specialisations: [],
    examParts: [],
  };
}

/** A regulated profession with its names in slash notation. */
export function profession(id: string, de: string, en: string): RegulatedProfession {
  return {
    id,
    validFrom: "2020-01-01",
    names: { de, en },
    category: "health",
    regulatedBy: "federal",
    law: "Test",
    protected: "both",
    form: "activity",
    regulated: "yes",
    authority: ["land_health_authority"],
    euAutomatic: false,
    freeWithout: [],
    routes: [{ id: "third", diploma: "third", procedure: "none_available", outcome: "full", range: { worst: "full", best: "full" }, measures: [], exams: [], findings: ["R1.test"], law: ["Test"], mark: "model" }],
    deadlines: [],
    cutOffs: [], acquiredRights: [],
    ...sourced,
  };
}

/** A country with one qualification row whose titles point to targets. */
export function country(id: string, language: string, titles: readonly { words: string[]; targets: string[] }[]): Country {
  const row: CountryQualification = {
    id: `${id.toLowerCase()}-diploma`,
    original: "Diploma",
    alsoWritten: [],
    nameEn: "Diploma",
    entryYears: [9],
    level: "secondary_vocational",
    stateRecognised: "yes",
    baseQualification: true,
    occupations: [],
    titles: [...titles],
    rules: [],
    ...sourced,
  };
  return { id, iso3: `${id}X`, names: { de: id, en: id }, languages: [language], group: "third", validFrom: "2020-01-01", succeededBy: [], legacy: [], facts: [], verifyAt: [], qualifications: [row], ...sourced };
}

const label = (target: string, ...words: string[]): Label => ({ target, words });
const craft = (id: string, trade: string, ...trainingOccupations: string[]): Craft => ({ id, annex: "A", number: Number(id.slice(4)), trade, trainingOccupations, ...sourced });
const hint = (id: string, rule: ReferenceHint["rule"], words: string[], targets: string[]): ReferenceHint => ({ id, rule, words, targets, ...sourced });

/** A small content with every kind of collection that matching reads; words only, no law. */
export function smallContent(): MatchingContent {
  return {
    referenceOccupations: [
      occupation("koch", "Koch", "Köchin"),
      occupation("baecker", "Bäcker", "Bäckerin"),
      occupation("konditor", "Konditor", "Konditorin"),
      occupation("friseur", "Friseur", "Friseurin"),
      occupation("tischler", "Tischler", "Tischlerin"),
      occupation("maurer", "Maurer", "Maurerin"),
      occupation("elektroniker", "Elektroniker", "Elektronikerin", 42),
      occupation("elektroniker-fuer-betriebstechnik", "Elektroniker für Betriebstechnik", "Elektronikerin für Betriebstechnik", 42),
      occupation("elektroniker-fuer-maschinen-und-antriebstechnik-bbig", "Elektroniker für Maschinen und Antriebstechnik (BBiG)", "Elektronikerin für Maschinen und Antriebstechnik (BBiG)", 42),
      occupation("konstruktionsmechaniker", "Konstruktionsmechaniker", "Konstruktionsmechanikerin", 42),
      occupation("metallbauer", "Metallbauer", "Metallbauerin", 42),
      occupation("kraftfahrzeugmechatroniker", "Kraftfahrzeugmechatroniker", "Kraftfahrzeugmechatronikerin", 42),
      occupation("verkaeufer", "Verkäufer", "Verkäuferin", 24),
      occupation("industriekaufmann", "Industriekaufmann", "Industriekauffrau"),
      { ...occupation("pflegefachperson", "Pflegefachmann", "Pflegefachfrau"), kind: "health-profession" },
    ],
    regulatedProfessions: [
      profession("pflegefachperson", "Pflegefachfrau/-mann/-person", "Registered nurse (generalist)"),
      profession("arzt", "Arzt/Ärztin", "Doctor of medicine"),
      profession("zahnarzt", "Zahnarzt/Zahnärztin", "Dentist"),
      profession("pflegehelfer-land", "Gesundheits- und Krankenpflegehelfer/in; Pflegeassistent/in", "Nursing assistant"),
      profession("erzieher", "Staatl. anerkannte/r Erzieher/in", "Early-years educator"),
      profession("kindertagespflege", "Kindertagespflegeperson (Tagesmutter)", "Family day carer"),
      profession("hwa-38", "Friseure (zulassungspflichtiges Handwerk, Selbständigkeit/Betriebsleitung)", "Hairdresser (licensed craft, self-employment)"),
      profession("hwa-52", "Seiler (zulassungspflichtiges Handwerk, Selbständigkeit/Betriebsleitung)", "Rope maker (licensed craft)"),
    ],
    crafts: [craft("hwa-38", "Friseure", "friseur"), craft("hwa-52", "Seiler")],
    countries: [country("UA", "uk", [{ words: ["муляр", "муляр-штукатур"], targets: ["maurer"] }]), country("GE", "ka", [{ words: ["თმის სტილისტი"], targets: ["friseur"] }])],
    referenceHints: [
      hint("welder", "R18", ["welder", "Schweißer", "зварник", "zavarivač"], ["konstruktionsmechaniker", "metallbauer"]),
      hint("electrician", "R17", ["electrician", "електрик"], ["elektroniker", "elektroniker-fuer-betriebstechnik"]),
      hint("nurse-old", "R14", ["Krankenschwester"], ["pflegefachperson"]),
    ],
    labels: {
      en: [label("koch", "cook", "chef"), label("friseur", "hairdresser"), label("maurer", "bricklayer"), label("pflegefachperson", "nurse"), label("verkaeufer", "shop assistant"), label("kraftfahrzeugmechatroniker", "car mechanic")],
      de: [label("kraftfahrzeugmechatroniker", "Automechaniker", "KFZ-Mechaniker")],
      uk: [label("koch", "кухар", "кухарка"), label("friseur", "перукар", "перукарка"), label("baecker", "пекар", "пекарка"), label("tischler", "столяр", "столярка"), label("arzt", "лікар", "лікарка"), label("maurer", "муляр", "мулярка"), label("zahnarzt", "стоматолог", "стоматологиня"), label("konditor", "кондитер", "кондитерка"), label("verkaeufer", "продавець", "продавчиня")],
      ru: [label("koch", "повар"), label("konditor", "кондитер")],
      sr: [label("friseur", "фризер", "frizer"), label("koch", "кувар", "kuvar"), label("maurer", "zidar")],
      ka: [label("koch", "მზარეული"), label("friseur", "პარიკმახერი")],
      hy: [label("koch", "խոհարար"), label("baecker", "հացթուխ")],
      fa: [label("koch", "آشپز"), label("tischler", "نجار")],
      ar: [label("koch", "طباخ", "طباخة"), label("tischler", "نجار")],
      tr: [label("baecker", "fırıncı"), label("friseur", "kuaför")],
    },
  };
}
