import { laender, type RulesetContent } from "@gleichwert/rules";
import { changed, type Defect, type DefectOperator, operator, recordsOf, relisted } from "./defect.ts";

const year = (iso: string, years: number): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
const groups = ["countryGroups", "eu"] as const;

type StateList = RulesetContent["stateLists"][number];
type Entry = StateList["entries"][number];

const ofLists = (name: string, error: (list: StateList, content: RulesetContent) => readonly [taken: unknown, added: unknown, entries: readonly unknown[]][]): DefectOperator =>
  operator(name, (content) => recordsOf(content, "stateLists").flatMap(({ path, record }) => error(record, content).map(([taken, added, entries]) => relisted(content, name, [...path, "entries"], taken, added, entries))));

/** Entries of an examination whose German counterpart is no occupation or trade any more: nobody's result can change with them. */
function isDead({ title }: Entry, { id }: StateList, content: RulesetContent): boolean {
  if (title === undefined || ofStates.has(id)) return false;
  const trade = /^Meisterprüfung im (.+)-Handwerk$/.exec(title)?.[1];
  return trade === undefined ? !content.referenceOccupations.some(({ names, validTo }) => validTo === undefined && Object.values(names).includes(title)) : !content.crafts.some((craft) => craft.trade === trade);
}

/** The list of states that an act or ordinance closes: who is not on it is not treated so. */
const ofStates = new Set(["brao-206", "fev-annex-11"]);

/** Errors in country groups, crafts, lists of states, authorities and the occupations of a craft or chamber. */
export const listOperators: readonly DefectOperator[] = [
  operator("member-state-taken-out", (content, name) => content.countryGroups.eu.map((entry) => relisted(content, name, groups, entry.country, undefined, content.countryGroups.eu.filter((other) => other !== entry)))),
  operator("third-country-taken-in", (content, name) => content.countries.filter(({ id, group }) => group === "third" && !content.countryGroups.eu.some(({ country }) => country === id) && !content.countryGroups.former.some(({ country }) => country === id)).map(({ id }) => relisted(content, name, groups, undefined, id, [...content.countryGroups.eu, { country: id }]))),
  operator("end-of-membership-moved", (content, name) => content.countryGroups.eu.flatMap(({ until }, i) => (until === undefined ? [] : [1, -1, undefined].map((years) => changed(content, name, [...groups, i, "until"], years === undefined ? undefined : year(until, years)))))),
  operator("successor-of-former-state-exchanged", (content, name) => content.countryGroups.former.map(({ successors, country }, i) => relisted(content, name, ["countryGroups", "former", i, "successors"], `${country}: ${successors.at(-1)}`, "TR", [...successors.slice(0, -1), "TR"]))),
  operator("craft-in-another-annex", (content, name) => recordsOf(content, "crafts").map(({ path, record: { annex } }) => changed(content, name, [...path, "annex"], annex === "A" ? "B1" : annex === "B1" ? "B2" : "A"))),
  operator("craft-numbers-exchanged", (content, name) => content.crafts.slice(1).flatMap((craft, i): Defect[] => {
    const before = content.crafts[i]!;
    return before.annex !== craft.annex ? [] : [changed(content, name, ["crafts"], content.crafts.map((each) => (each === craft ? { ...craft, number: before.number } : each === before ? { ...before, number: craft.number } : each)), [`${before.id} no. ${before.number}, ${craft.id} no. ${craft.number}`, "each with the number of the other"])];
  })),
  operator("occupation-taken-from-craft", (content, name) => recordsOf(content, "referenceOccupations").flatMap(({ path, record: { craft } }) => (craft === undefined ? [] : [changed(content, name, [...path, "craft"], undefined)]))),
  operator("occupation-in-another-craft", (content, name) => recordsOf(content, "referenceOccupations").flatMap(({ path, record: { craft } }) => {
    const at = content.crafts.findIndex(({ id }) => id === craft);
    return at < 0 ? [] : [changed(content, name, [...path, "craft"], content.crafts[(at + 1) % content.crafts.length]!.id)];
  })),
  operator("chamber-exchanged", (content, name) => recordsOf(content, "referenceOccupations").flatMap(({ path, record: { competent, validTo } }) => (validTo === undefined && (competent === "ihk" || competent === "hwk") ? [changed(content, name, [...path, "competent"], competent === "ihk" ? "hwk" : "ihk")] : []))),
  operator("licence-for-the-work-forgotten", (content, name) => recordsOf(content, "referenceOccupations").flatMap(({ path, record: { activityNeeds } }) => (activityNeeds ? [changed(content, name, [...path, "activityNeeds"], undefined)] : []))),
  operator("body-of-comparison-exchanged", (content, name) => recordsOf(content, "comparisonBodies").flatMap(({ path, record: { authority } }) => {
    const other = content.comparisonBodies.find((body) => body.authority !== authority)?.authority;
    return other === undefined ? [] : [changed(content, name, [...path, "authority"], other)];
  })),
  ofLists("state-taken-from-list", (list, content) => list.entries.filter((entry) => !isDead(entry, list, content)).map((entry) => [entry, undefined, list.entries.filter((other) => other !== entry)])),
  ofLists("state-added-to-list", ({ id, entries }, content) => (ofStates.has(id) ? content.countries.filter(({ id: country, group }) => group === "third" && !entries.some((entry) => entry.country === country)).map(({ id: country }) => [undefined, country, [...entries, { ...entries[0]!, country }]]) : [])),
  ofLists("effect-of-list-exchanged", (list, content) => list.entries.flatMap((entry, i, entries): [unknown, unknown, unknown[]][] => {
    if (isDead(entry, list, content)) return [];
    const other = entries.find(({ effect }) => effect !== undefined && effect !== entry.effect)?.effect;
    if (entry.effect === undefined || other === undefined) return [];
    const wrong = { ...entry, effect: other };
    return [[entry, wrong, entries.map((each, k) => (k === i ? wrong : each))]];
  })),
  ofLists("test-of-licence-exchanged", ({ entries }) => entries.flatMap((entry, i): [unknown, unknown, unknown[]][] => {
    if (entry.practiceTest === undefined) return [];
    const wrong = { ...entry, practiceTest: !entry.practiceTest, theoryTest: !entry.practiceTest };
    return [[entry, wrong, entries.map((each, k) => (k === i ? wrong : each))]];
  })),
  operator("authority-in-another-land", (content, name) => recordsOf(content, "competentAuthorities").flatMap(({ path, record: { laender: own } }) => (own.length === 1 ? [changed(content, name, [...path, "laender"], [laender[(laender.indexOf(own[0]!) + 1) % laender.length]])] : []))),
  operator("authority-of-another-type", (content, name) => recordsOf(content, "competentAuthorities").flatMap(({ path, record: { type } }) => {
    const types = [...new Set(content.competentAuthorities.map((each) => each.type))];
    return [changed(content, name, [...path, "type"], types[(types.indexOf(type) + 1) % types.length])];
  })),
  operator("authority-for-all-laender", (content, name) => recordsOf(content, "competentAuthorities").flatMap(({ path, record: { laender: own } }) => (own.length === 0 ? [] : [changed(content, name, [...path, "laender"], [])]))),
  operator("fee-with-ends-exchanged", (content, name) => recordsOf(content, "fees").flatMap(({ path, record }) => (record.minEuro < record.maxEuro ? [changed(content, name, path, { ...record, minEuro: record.maxEuro, maxEuro: record.minEuro }, [`${record.minEuro} to ${record.maxEuro}`, `${record.maxEuro} to ${record.minEuro}`])] : []))),
  operator("foreign-course-taken-for-training", (content, name) => recordsOf(content, "countries").flatMap(({ path, record }) => record.qualifications.flatMap(({ baseQualification, id }, q) => (baseQualification ? [] : [changed(content, name, [...path, "qualifications", q, "baseQualification"], true, [`${id}: no base qualification`, "a base qualification"])])))),
];
