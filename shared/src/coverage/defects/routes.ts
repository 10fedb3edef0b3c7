import type { Condition, Exam, Measure, Procedure, RegulatedProfession, Route, RulesetContent } from "@gleichwert/rules";
import { type ContentPath, changed, type Defect, type DefectOperator, operator, recordsOf, relisted, swapped } from "./defect.ts";

interface Place {
  readonly profession: RegulatedProfession;
  readonly route: Route;
  readonly at: number;
  readonly path: ContentPath;
  readonly list: ContentPath;
}

const placesIn = (content: RulesetContent): Place[] =>
  recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.map((route, at) => ({ profession: record, route, at, list: [...path, "routes"], path: [...path, "routes", at] })));

/** An error in one route: where it can be made, and the new value of a field there; undefined where it cannot. */
const inRoute = (name: string, error: (place: Place, content: RulesetContent) => readonly [field: string, after: unknown][] | undefined): DefectOperator =>
  operator(name, (content) => placesIn(content).flatMap((place) => (error(place, content) ?? []).map(([field, after]) => changed(content, name, field === "" ? place.path : [...place.path, field], after))));

const real = (measures: readonly Measure[]) => measures.filter((measure) => measure !== "none");
const examOf: Partial<Record<Measure, Exam>> = { knowledge_exam: "kenntnispruefung", aptitude_test: "eignungspruefung" };
const europeanOf = (procedure: Procedure, content: RulesetContent): Procedure | undefined => {
  const european = procedure.replace(/_third$/, "_eu_general") as Procedure;
  return european !== procedure && content.regulatedProfessions.some(({ routes }) => routes.some((route) => route.procedure === european)) ? european : undefined;
};
const partsOf = (condition: Condition | undefined): string[] => (condition === undefined ? [] : "all" in condition ? condition.all.map((part) => JSON.stringify(part)) : [JSON.stringify(condition)]);

/** Does everybody who meets the earlier route meet the later one too, so that it must stand behind it? */
const isWider = (later: Route, earlier: Route): boolean => (later.diploma === earlier.diploma || later.diploma === "any") && earlier.when !== undefined && later.onlyWith === earlier.onlyWith && later.onlyWithout === earlier.onlyWithout && partsOf(later.when).every((part) => partsOf(earlier.when).includes(part));

const movedBefore = operator("route-before-the-narrower", (content, name) =>
  placesIn(content).flatMap(({ profession: { routes }, route, at, list }): Defect[] =>
    routes.slice(0, at).flatMap((earlier, before) => (isWider(route, earlier) ? [changed(content, name, list, [...routes.slice(0, before), route, ...routes.slice(before, at), ...routes.slice(at + 1)], [`${route.id} behind ${earlier.id}`, `before ${earlier.id}`])] : []))));

const oneOfAnother = <T>(list: readonly T[], own: readonly T[]): T | undefined => list.find((each) => !own.includes(each));

/** Comparisons of a condition with one value of a fact that holds one value. */
function comparedIn(condition: Condition): { fact: string; is: string }[] {
  if ("all" in condition) return condition.all.flatMap(comparedIn);
  if ("any" in condition || "not" in condition) return [];
  return typeof condition.is === "string" ? [{ fact: condition.fact, is: condition.is }] : [];
}

/** A condition that asks one fact to be two things at once; undefined where it compares none that holds one value. */
export function denied(condition: Condition, content: RulesetContent): Condition | undefined {
  const facts = content.facts.flatMap(({ facts: all }) => all);
  for (const { fact, is } of comparedIn(condition)) {
    const other = facts.find(({ id, type }) => id === fact && type === "choice")?.options?.find((option) => option !== is) ?? (/^derived\.(level-a|same-profession|recognised-in-eu|annex-v)$/.test(fact) ? (is === "yes" ? "no" : "yes") : undefined);
    if (other !== undefined) return { all: [...("all" in condition ? condition.all : [condition]), { fact, is: other }] };
  }
  return undefined;
}

/** Errors in the routes of the regulated professions, of one route each. */
export const routeOperators: readonly DefectOperator[] = [
  movedBefore,
  operator("route-contradicts-itself", (content, name) => placesIn(content).flatMap(({ route, path }) => {
    const after = route.when && denied(route.when, content);
    return after ? [changed(content, name, [...path, "when"], after)] : [];
  })),
  inRoute("route-always-open", ({ route: { when } }) => (when ? [["when", { any: [when, { not: when }] }]] : undefined)),
  inRoute("third-country-by-european-procedure", ({ route }, content) => {
    const european = route.diploma === "third" ? europeanOf(route.procedure, content) : undefined;
    return european ? [["procedure", european]] : undefined;
  }),
  inRoute("full-with-measures-left", ({ route }) => (route.outcome === "compensation_needed" && real(route.measures).length > 0 ? [["", { ...route, outcome: "full", range: { worst: "full", best: "full" } }]] : undefined)),
  inRoute("compensation-without-measures", ({ route }) => (route.outcome === "compensation_needed" && real(route.measures).length > 0 ? [["", { ...route, measures: [], exams: [], chosenBy: undefined, longestAdaptationMonths: undefined }]] : undefined)),
  inRoute("choice-taken-from-applicant", ({ route: { chosenBy } }) => (chosenBy === "applicant" ? [["chosenBy", "authority"]] : undefined)),
  inRoute("choice-given-to-applicant", ({ route: { chosenBy, measures } }) => (chosenBy !== undefined && chosenBy !== "applicant" && real(measures).length > 1 ? [["chosenBy", "applicant"]] : undefined)),
  inRoute("choice-given-of-one-measure", ({ route: { chosenBy, measures } }) => (chosenBy !== "applicant" && real(measures).length === 1 ? [["chosenBy", "applicant"]] : undefined)),
  inRoute("nobody-chooses", ({ route: { chosenBy, measures } }) => (chosenBy !== undefined && real(measures).length > 1 ? [["chosenBy", undefined]] : undefined)),
  inRoute("months-digits-exchanged", ({ route: { longestAdaptationMonths: months } }) => (months !== undefined && months > 9 && Number(String(months).split("").toReversed().join("")) !== months ? [["longestAdaptationMonths", Number(String(months).split("").toReversed().join(""))]] : undefined)),
  inRoute("months-given-in-years", ({ route: { longestAdaptationMonths: months } }) => (months !== undefined && months % 12 === 0 ? [["longestAdaptationMonths", months / 12]] : undefined)),
  inRoute("exam-without-its-measure", ({ route: { measures, exams } }) => measures.filter((measure) => examOf[measure] && exams.includes(examOf[measure])).map((measure) => ["measures", measures.filter((other) => other !== measure)])),
  inRoute("measure-without-its-exam", ({ route: { measures, exams } }) => measures.flatMap((measure) => (examOf[measure] && exams.includes(examOf[measure]) ? [["exams", exams.filter((exam) => exam !== examOf[measure])]] : []))),
  inRoute("exams-confused", ({ route: { exams } }) => (exams.includes("kenntnispruefung") !== exams.includes("eignungspruefung") ? [["exams", exams.map((exam) => (exam === "kenntnispruefung" ? "eignungspruefung" : exam === "eignungspruefung" ? "kenntnispruefung" : exam))]] : undefined)),
  inRoute("diploma-group-exchanged", ({ route: { diploma } }) => (diploma === "any" ? undefined : [["diploma", diploma === "eu" ? "third" : "eu"]])),
  operator("finding-of-another-profession", (content, name) => placesIn(content).flatMap(({ profession, route, path }, i): Defect[] => {
    const strange = oneOfAnother(foreignFindings(content, profession, i), route.findings);
    const at = i % route.findings.length;
    return strange === undefined ? [] : [relisted(content, name, [...path, "findings"], route.findings[at], strange, route.findings.map((key, k) => (k === at ? strange : key)))];
  })),
  operator("routes-of-two-groups-exchanged", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record: { routes } }): Defect[] => {
    const [third, eu] = (["third", "eu"] as const).map((group) => routes.findLastIndex(({ diploma, when }) => diploma === group && when === undefined));
    return third === undefined || eu === undefined || third < 0 || eu < 0 ? [] : [changed(content, name, [...path, "routes"], swapped(routes, third, eu).map((route, i) => (i === third || i === eu ? { ...route, diploma: i === third ? "third" : "eu" } : route)), [`${routes[third]!.id} and ${routes[eu]!.id}`, "each for the diplomas of the other"])];
  })),
  operator("free-work-promised", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }, i): Defect[] => {
    if (record.form !== "activity" || record.regulated !== "yes") return [];
    const keys = [...new Set(content.regulatedProfessions.filter(({ category }) => category !== record.category).flatMap(({ freeWithout }) => freeWithout))].filter((key) => !record.freeWithout.includes(key));
    const promised = keys[i % keys.length];
    return promised === undefined ? [] : [relisted(content, name, [...path, "freeWithout"], undefined, promised, [...record.freeWithout, promised])];
  })),
  operator("authority-field-exchanged", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }, i): Defect[] => {
    const fields = [...new Set(content.regulatedProfessions.flatMap(({ authorityField }) => authorityField ?? []))].filter((field) => field !== record.authorityField);
    return record.authorityField === undefined ? [] : [changed(content, name, [...path, "authorityField"], fields[i % fields.length])];
  })),
  operator("cut-off-moved-by-a-year", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.cutOffs.flatMap(({ before }, c) => [1, -1].map((years) => changed(content, name, [...path, "cutOffs", c, "before"], `${Number(before.slice(0, 4)) + years}${before.slice(4)}`))))),
  operator("old-right-of-a-state-forgotten", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.acquiredRights.flatMap(({ countries }, r) => countries.map((country) => relisted(content, name, [...path, "acquiredRights", r, "countries"], country, undefined, countries.filter((other) => other !== country)))))),
];

/** Findings that professions of other law name, begun at another place for each route. */
function foreignFindings(content: RulesetContent, profession: RegulatedProfession, turn: number): string[] {
  const others = content.regulatedProfessions.filter(({ category, law }) => category !== profession.category && law !== profession.law);
  const own = new Set(profession.routes.flatMap(({ findings }) => findings.map((key) => key.split(".")[0])));
  const keys = [...new Set(others.flatMap(({ routes }) => routes.flatMap(({ findings }) => findings)))].filter((key) => !own.has(key.split(".")[0]));
  return keys.length === 0 ? [] : [...keys.slice(turn % keys.length), ...keys.slice(0, turn % keys.length)];
}
