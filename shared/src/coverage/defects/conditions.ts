import type { Comparison, Condition, RulesetContent } from "@gleichwert/rules";
import { type ContentPath, changed, type Defect, type DefectOperator, operator, recordsOf, relisted } from "./defect.ts";
import { denied } from "./routes.ts";

interface Conditioned {
  readonly path: ContentPath;
  readonly when: Condition;
}
interface Compared {
  readonly path: ContentPath;
  readonly comparison: Comparison;
}

/** Every condition of the rules with its place. */
function conditionsOf(content: RulesetContent): Conditioned[] {
  const of = (name: "conditions" | "funding" | "residencePointers" | "requiredDocuments") => recordsOf(content, name).flatMap(({ path, record }): Conditioned[] => (record.when ? [{ path: [...path, "when"], when: record.when }] : []));
  const routes = recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.flatMap(({ when }, r): Conditioned[] => (when ? [{ path: [...path, "routes", r, "when"], when }] : [])));
  return [...routes, ...of("conditions"), ...of("funding"), ...of("residencePointers"), ...of("requiredDocuments")];
}

/** Every comparison inside a condition. */
function comparisonsIn({ path, when }: Conditioned): Compared[] {
  if ("all" in when) return when.all.flatMap((part, i) => comparisonsIn({ path: [...path, "all", i], when: part }));
  if ("any" in when) return when.any.flatMap((part, i) => comparisonsIn({ path: [...path, "any", i], when: part }));
  if ("not" in when) return comparisonsIn({ path: [...path, "not"], when: when.not });
  return [{ path, comparison: when }];
}
const comparisonsOf = (content: RulesetContent) => conditionsOf(content).flatMap(comparisonsIn);

const neverHolds = (name: string, collection: "residencePointers" | "requiredDocuments" | "conditions" | "funding") =>
  operator(name, (content) => recordsOf(content, collection).flatMap(({ path, record }): Defect[] => {
    const after = record.when && denied(record.when, content);
    return after ? [changed(content, name, [...path, "when"], after)] : [];
  }));

const inComparison = (name: string, error: (comparison: Comparison) => Comparison | undefined) =>
  operator(name, (content) => comparisonsOf(content).flatMap(({ path, comparison }): Defect[] => {
    const after = error(comparison);
    return after ? [changed(content, name, path, after)] : [];
  }));

/** Facts that a condition names, by id, with the options it compares them with. */
function namedOptions(content: RulesetContent): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { comparison: { fact, is, in: some = [], notIn = [] } } of comparisonsOf(content)) {
    const options = named.get(fact) ?? new Set();
    for (const option of [is, ...some, ...notIn]) if (typeof option === "string") options.add(option);
    named.set(fact, options);
  }
  return named;
}

const factsOf = (content: RulesetContent) => recordsOf(content, "facts").flatMap(({ path, record }) => record.facts.map((fact, f) => ({ path: [...path, "facts"] as ContentPath, at: f, fact, all: record.facts })));

/** Errors in conditions and in the facts that they name. */
export const conditionOperators: readonly DefectOperator[] = [
  neverHolds("residence-that-never-holds", "residencePointers"),
  neverHolds("paper-asked-of-nobody", "requiredDocuments"),
  neverHolds("condition-that-never-holds", "conditions"),
  inComparison("fact-nobody-asks", (comparison) => ({ ...comparison, fact: comparison.fact.replace(/.$/, (letter) => (letter === "s" ? "" : `${letter}s`)) })),
  inComparison("at-least-for-at-most", ({ atLeast, atMost, ...rest }) => (atLeast !== undefined && atMost === undefined ? { ...rest, atMost: atLeast } : atMost !== undefined && atLeast === undefined ? { ...rest, atLeast: atMost } : undefined)),
  inComparison("years-given-in-months", (comparison) => (/years/.test(comparison.fact) && comparison.atLeast !== undefined && comparison.atLeast > 0 ? { ...comparison, atLeast: comparison.atLeast * 12 } : undefined)),
  inComparison("in-for-not-in", ({ in: some, notIn, ...rest }) => (some ? { ...rest, notIn: some } : notIn ? { ...rest, in: notIn } : undefined)),
  operator("list-in-condition-short-by-one", (content, name) => comparisonsOf(content).flatMap(({ path, comparison }) =>
    (["in", "notIn"] as const).flatMap((key) => (comparison[key] ?? []).flatMap((one, _, list) => (list.length > 1 ? [relisted(content, name, [...path, key], one, undefined, list.filter((other) => other !== one))] : []))))),
  operator("yes-and-no-exchanged", (content, name) => comparisonsOf(content).flatMap(({ path, comparison: { is } }) => (is === "yes" || is === "no" ? [changed(content, name, [...path, "is"], is === "yes" ? "no" : "yes")] : []))),
  operator("part-of-condition-forgotten", (content, name) => conditionsOf(content).flatMap(({ path, when }) => ("all" in when && when.all.length > 1 ? when.all.map((part, i) => relisted(content, name, [...path, "all"], part, undefined, when.all.filter((_, k) => k !== i))) : []))),
  operator("option-removed-that-a-condition-names", (content, name) => {
    const named = namedOptions(content);
    return factsOf(content).flatMap(({ path, at, fact: { id, options = [] } }) => options.filter((option) => options.length > 1 && named.get(id)?.has(option)).map((option) => relisted(content, name, [...path, at, "options"], option, undefined, options.filter((other) => other !== option))));
  }),
  operator("fact-removed", (content, name) => factsOf(content).map(({ path, fact, all }) => relisted(content, name, path, fact.id, undefined, all.filter((other) => other !== fact)))),
  // Steps ask for what they read whether it is volunteered or not; only conditions tell the two apart.
  operator("fact-no-longer-asked", (content, name) => {
    const named = namedOptions(content);
    return factsOf(content).flatMap(({ path, at, fact }) => (fact.volunteered || fact.list === "experience" || fact.list === "training" || !named.has(fact.id) ? [] : [changed(content, name, [...path, at, "volunteered"], true)]));
  }),
  operator("unit-of-fact-exchanged", (content, name) => factsOf(content).flatMap(({ path, at, fact: { type, unit } }) => (type === "years" ? [changed(content, name, [...path, at, "unit"], "year")] : type === "year" ? [changed(content, name, [...path, at, "unit"], "years")] : unit === undefined ? [] : [changed(content, name, [...path, at, "unit"], undefined)]))),
];
