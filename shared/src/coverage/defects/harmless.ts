import { locales, type RulesetContent, type TextTree } from "@gleichwert/rules";
import { type ContentPath, changed, type DefectOperator, operator, recordsOf, relisted, type CollectionOfRecords } from "./defect.ts";
import { inAllLanguages, sentencesIn } from "./texts.ts";

const noted = ["regulatedProfessions", "conditions", "deadlines", "residencePointers", "requiredDocuments", "stateLists", "comparisonBodies", "procedureRules", "statements", "crafts", "fees", "funding", "competentAuthorities"] as const satisfies readonly CollectionOfRecords[];
const turned = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];

/** Lists whose order means nothing; `law` is none of them where the first provisions are shown first. */
const unordered = (content: RulesetContent): [ContentPath, readonly unknown[]][] => [
  ...recordsOf(content, "deadlines").map(({ path, record }): [ContentPath, readonly unknown[]] => [[...path, "procedures"], record.procedures]),
  ...recordsOf(content, "residencePointers").map(({ path, record }): [ContentPath, readonly unknown[]] => [[...path, "procedures"], record.procedures]),
  ...recordsOf(content, "competentAuthorities").map(({ path, record }): [ContentPath, readonly unknown[]] => [[...path, "occupations"], record.occupations]),
  ...recordsOf(content, "crafts").map(({ path, record }): [ContentPath, readonly unknown[]] => [[...path, "trainingOccupations"], record.trainingOccupations]),
  [["countryGroups", "eu"], content.countryGroups.eu],
];

/** Edits that change no law (harmlose Änderungen): neither a case nor the rule check may call one an error. */
export const harmlessOperators: readonly DefectOperator[] = [
  operator("note-added", (content, name) => noted.flatMap((collection) => recordsOf(content, collection).map(({ path }) => changed(content, name, [...path, "note"], "Read again by a second person; nothing to change.")))),
  operator("order-of-list-turned", (content, name) => unordered(content).filter(([, list]) => list.length > 1).map(([path, list]) => changed(content, name, path, turned(list), ["its order", "the first behind the last"]))),
  operator("order-of-records-turned", (content, name) => (["crafts", "statements", "procedureRules", "countries", "microCredentials", "statistics"] as const).map((collection) => changed(content, name, [collection], (content[collection] as readonly object[]).toReversed(), ["its order", "backwards"]))),
  operator("synonym-added", (content, name) => Object.entries(content.labels).flatMap(([language, labels]) => labels.map(({ words, target }, i) => relisted(content, name, ["labels", language, i, "words"], undefined, `${target} qwvx`, [...words, `${target} qwvx`])))),
  operator("words-of-row-added", (content, name) => recordsOf(content, "countries").flatMap(({ path, record }) => record.qualifications.map(({ alsoWritten, original }, q) => relisted(content, name, [...path, "qualifications", q, "alsoWritten"], undefined, `${original} (duplicate)`, [...alsoWritten, `${original} (duplicate)`])))),
  operator("spelling-of-english-name", (content, name) => recordsOf(content, "regulatedProfessions").map(({ path, record: { names } }) => changed(content, name, [...path, "names", "en"], `${names.en} `.replace(/\s+$/, " (Germany)")))),
  operator("name-of-authority-written-out", (content, name) => recordsOf(content, "competentAuthorities").map(({ path, record }) => changed(content, name, [...path, "name"], `${record.name}, Anerkennungsstelle`))),
  operator("page-added", (content, name) => recordsOf(content, "procedureRules").map(({ path, record: { url } }) => changed(content, name, [...path, "url"], [...url, "https://www.anerkennung-in-deutschland.de/html/de/index.php"], [`${url.length} pages`, "one more"]))),
  operator("page-of-source-added", (content, name) => recordsOf(content, "fees").map(({ path, record: { source } }) => changed(content, name, [...path, "source", "url"], [...(source.url ?? []), "https://www.anerkennung-in-deutschland.de/html/de/index.php"], [`${source.url?.length ?? 0} pages`, "one more"]))),
  operator("reviewed-on-another-day", (content, name) => recordsOf(content, "referenceOccupations").map(({ path }) => changed(content, name, [...path, "reviewedBy"], { function: "officer for legal review", date: "2026-11-20" }))),
  operator("checked-on-another-day", (content, name) => recordsOf(content, "competentAuthorities").map(({ path }) => changed(content, name, [...path, "source", "checkedOn"], "2026-11-21"))),
  operator("ends-in-the-far-future", (content, name) => (["procedureRules", "conditions", "regulatedProfessions", "referenceOccupations"] as const).flatMap((collection) => recordsOf(content, collection).flatMap(({ path, record }) => (record.validTo === undefined ? [changed(content, name, [...path, "validTo"], "2099-12-31")] : [])))),
  operator("began-a-year-earlier", (content, name) => recordsOf(content, "procedureRules").flatMap(({ path, record: { validFrom, id } }) => (content.procedureRules.filter((other) => other.id === id).length > 1 ? [] : [changed(content, name, [...path, "validFrom"], `${Number(validFrom.slice(0, 4)) - 1}${validFrom.slice(4)}`)]))),
  operator("label-in-a-further-language", (content, name) => content.regulatedProfessions.slice(0, 60).map(({ id }) => changed(content, name, ["labels", "eo"], [{ target: id, words: [`qwvx ${id}`] }]))),
  operator("country-added", (content, name) => ["FJ", "SZ", "BB", "LS", "VU", "TO"].filter((id) => !content.countries.some((country) => country.id === id)).map((id) => relisted(content, name, ["countries"], undefined, id, [...content.countries, { id, iso3: `${id}X`, names: { de: `Staat ${id}`, en: `State ${id}` }, languages: [], group: "third" as const, validFrom: "2020-01-01", succeededBy: [], legacy: [], facts: [], verifyAt: [], qualifications: [], source: { work: "general knowledge" }, mark: "general-knowledge" as const }]))),
  operator("longer-sentence-in-all-languages", (content, name) => sentencesOfFindings(content).map(({ path, text }) => inAllLanguages(content, name, path, (each) => `${each} …`, [text.slice(0, 60), "longer"]))),
  operator("sentence-in-other-words", (content, name) => locales.flatMap((locale) => sentencesOfFindings(content, locale).map(({ path, text }) => changed(content, name, path, text.replace(/[.!?]?\s*$/, "!"))))),
  operator("authority-with-a-remark", (content, name) => recordsOf(content, "competentAuthorities").map(({ path }) => changed(content, name, [...path, "remark"], "Open on weekdays."))),
  operator("statistic-of-another-year-added", (content, name) => content.statistics.map((record) => relisted(content, name, ["statistics"], undefined, `${record.id} of 1999`, [...content.statistics, { ...record, year: 1999 }]))),
  operator("occupation-by-its-old-classification", (content, name) => recordsOf(content, "regulatedProfessions").map(({ path }) => changed(content, name, [...path, "kldb2010"], "99999"))),
];

const sentencesOfFindings = (content: RulesetContent, locale = "en") => sentencesIn((content.texts[locale]?.["findings"] ?? {}) as TextTree, ["texts", locale, "findings"]);
