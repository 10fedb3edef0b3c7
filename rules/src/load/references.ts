import type { ComparisonBody, Condition, Country, Craft, FactDefinition, FactStage, Label, LawVariant, MicroCredential, CompetentAuthority, NamedCondition, ReferenceHint, ReferenceOccupation, RegulatedProfession, RequiredDocument, ResidencePointer, StateList, Statement } from "../index.ts";
import { nearest } from "../finding.ts";
import { conditionFaults } from "./condition-facts.ts";
import { layouts, type Layout } from "./layout.ts";
import type { Records, Report } from "./records.ts";

type Name = Layout["name"];
type Path = readonly PropertyKey[];
/** A value that has to be the id of a record in one of these collections. */
type Link = readonly [path: Path, id: string | undefined, to: readonly Name[]];

const occupations: readonly Name[] = ["referenceOccupations", "regulatedProfessions"];
const rules: readonly Name[] = ["procedureRules"];
const each = (key: string, ids: readonly string[], to: readonly Name[], path: Path = []): Link[] => ids.map((id, i) => [[...path, key, i], id, to]);

const ofVariant = ({ onlyWith, onlyWithout }: { onlyWith?: string | undefined; onlyWithout?: string | undefined }, path: Path = []): Link[] => [
  [[...path, "onlyWith"], onlyWith, ["lawVariants"]],
  [[...path, "onlyWithout"], onlyWithout, ["lawVariants"]],
];

/** What each kind of record points to. */
const links: { readonly [K in Name]?: (value: never) => Link[] } = {
  referenceOccupations: ({ craft, buildsOn, activityNeeds }: ReferenceOccupation) => [
    [["craft"], craft, ["crafts"]],
    [["buildsOn"], buildsOn, ["referenceOccupations"]],
    ...(activityNeeds ?? []).map((id, i): Link => [["activityNeeds", i], id, ["regulatedProfessions"]]),
  ],
  regulatedProfessions: ({ craft, routes, routesOf, particulars, withoutTraining, deadlines }: RegulatedProfession) => [
    [["routesOf"], routesOf, ["regulatedProfessions"]],
    ...(particulars ?? []).map((key, i): Link => [["particulars", i], key.split(".")[0], rules]),
    [["craft"], craft, ["crafts"]],
    ...(withoutTraining ?? []).map((key, i): Link => [["withoutTraining", i], key.split(".")[0], rules]),
    ...routes.flatMap(({ findings }, r) => findings.map((key, i): Link => [["routes", r, "findings", i], key.split(".")[0], rules])),
    ...routes.flatMap((route, r) => ofVariant(route, ["routes", r])),
    ...deadlines.map(({ rule }, d): Link => [["deadlines", d, "rule"], rule, rules]),
  ],
  crafts: ({ trainingOccupations }: Craft) => each("trainingOccupations", trainingOccupations, ["referenceOccupations"]),
  microCredentials: ({ helps }: MicroCredential) => helps.map(({ referenceOccupation }, i) => [["helps", i, "referenceOccupation"], referenceOccupation, occupations]),
  competentAuthorities: (authority: CompetentAuthority) => each("occupations", authority.occupations, occupations),
  countries: ({ qualifications }: Country) =>
    qualifications.flatMap((row, q) => [
      ...each("occupations", row.occupations, occupations, ["qualifications", q]),
      ...row.titles.flatMap(({ targets }, t) => each("targets", targets, occupations, ["qualifications", q, "titles", t])),
      ...each("rules", row.rules, rules, ["qualifications", q]),
    ]),
  referenceHints: ({ rule, targets }: ReferenceHint) => [[["rule"], rule, rules], ...each("targets", targets, occupations)],
  conditions: (condition: NamedCondition) => [[["rule"], condition.rule, rules], ...ofVariant(condition)],
  stateLists: ({ rule }: StateList) => [[["rule"], rule, rules]],
  comparisonBodies: ({ rule }: ComparisonBody) => [[["rule"], rule, rules]],
  residencePointers: ({ rule }: ResidencePointer) => [[["rule"], rule, rules]],
  lawVariants: ({ rule }: LawVariant) => [[["rule"], rule, rules]],
  statements: ({ rule, of }: Statement) => [[["rule"], rule, rules], ...of.map((key, i): Link => [["of", i], key.split(".")[0], rules])],
  labels: ({ target }: Label) => [[["target"], target, [...occupations, "crafts"]]],
  facts: ({ facts }: FactStage) => facts.flatMap(({ readBy }, f) => each("readBy", readBy, rules, ["facts", f])),
};

/** What the conditions of each kind of record are, with their paths. */
const conditions: { readonly [K in Name]?: (value: never) => (readonly [Path, Condition | undefined])[] } = {
  regulatedProfessions: ({ routes }: RegulatedProfession) => routes.map(({ when }, r) => [["routes", r, "when"], when]),
  conditions: ({ when }: NamedCondition) => [[["when"], when]],
  funding: ({ when }: { when?: Condition }) => [[["when"], when]],
  residencePointers: ({ when }: ResidencePointer) => [[["when"], when]],
};

/**
 * Reports every id that no record has, every condition over a fact that does not exist, and every fact that contradicts
 * itself. Faulty records still count as existing, so that one fault is told once. A collection without any file
 * is the business of the rule check: what points to it is not judged here.
 */
export function checkReferences(records: Records, report: Report): void {
  const ids = new Map<Name, Set<string>>();
  for (const { layout, parts, id } of records.entries) {
    const known = (ids.get(layout.name) ?? new Set()).add(id ?? "");
    if (layout.shape !== "many") known.add(parts[0] ?? ""); // where id and file name differ, that alone is the fault
    ids.set(layout.name, known);
  }
  const isOpen = (name: Name) => records.unreadable.has(name) || !ids.has(name) || (ids.get(name)?.has("") ?? false);
  const defined = records.entries.flatMap(({ layout, value }) => (layout.name === "facts" ? ((value as FactStage | undefined)?.facts ?? []) : []));
  const facts = new Map<string, FactDefinition>(defined.map((fact) => [fact.id, fact]));
  const isDoubled = (id: string) => defined.filter((fact) => fact.id === id).length > 1;
  const hasAllFacts = !records.entries.some(({ layout, value }) => layout.name === "facts" && value === undefined) && facts.size > 0;
  const fields = new Set(records.entries.flatMap(({ layout, value }) => (layout.name === "competentAuthorities" ? ((value as CompetentAuthority | undefined)?.fields ?? []) : [])));
  const hasAllFields = fields.size > 0 && !records.entries.some(({ layout, value }) => layout.name === "competentAuthorities" && value === undefined);
  const crafts = isOpen("crafts") ? undefined : ids.get("crafts");

  for (const { layout, file, path, value } of records.entries) {
    if (value === undefined) continue;
    const tell = (inner: Path, text: string) => report(file, [...path, ...inner], text);
    for (const [inner, id, to] of links[layout.name]?.(value as never) ?? []) {
      if (id === undefined || to.some((name) => isOpen(name) || ids.get(name)?.has(id))) continue;
      const near = nearest(id, to.flatMap((name) => [...(ids.get(name) ?? [])]));
      tell(inner, `found "${id}", expected the id of a record in ${folders(to)}; ${near ? `did you mean "${near}"?` : "correct the id or add the record"}`);
    }
    for (const [inner, when] of conditions[layout.name]?.(value as never) ?? []) {
      if (when) for (const fault of conditionFaults(when, facts, hasAllFacts, crafts)) tell([...inner, ...fault.path], fault.text);
    }
    if (layout.name === "facts") (value as FactStage).facts.forEach((fact, f) => factFaults(fact, (id) => (isDoubled(id) ? "doubled" : facts.get(id)), hasAllFacts ? [...facts.keys()] : undefined, (key, text) => tell(["facts", f, ...key], text)));
    if (layout.name === "regulatedProfessions") {
      const { authorityField } = value as RegulatedProfession;
      if (authorityField !== undefined && hasAllFields && !fields.has(authorityField)) tell(["authorityField"], `found "${authorityField}", expected a field that an authority in data/competent-authorities names; ${hint(authorityField, fields)}`);
    }
    if (layout.name === "requiredDocuments") {
      const { option } = value as RequiredDocument;
      const options = facts.get("evidence.documents")?.options;
      if (option !== undefined && options && !options.includes(option)) tell(["option"], `found "${option}", expected an option of the fact evidence.documents; ${hint(option, options)}`);
    }
  }
  checkFreeWork(records, report);
  checkHelpedAreas(records, report);
}

const folders = (names: readonly Name[]) => names.map((name) => layouts.find((layout) => layout.name === name)?.folder).join(" or ");
const hint = (word: string, known: Iterable<string>) => {
  const near = nearest(word, known);
  return near ? `did you mean "${near}"?` : "correct it or add it there";
};

/** Finds what the schema of one fact alone cannot see: options of choices, units of figures, fields of lists. */
function factFaults(fact: FactDefinition, find: (id: string) => FactDefinition | "doubled" | undefined, allIds: readonly string[] | undefined, tell: (key: Path, text: string) => void): void {
  const isChoice = fact.type === "choice" || fact.type === "choices";
  if (isChoice && (fact.options?.length ?? 0) === 0) tell([], `found no options for the ${fact.type} "${fact.id}", expected a list; add a line "options: [...]"`);
  if (!isChoice && fact.options) tell(["options"], `found options for the fact "${fact.id}" of type ${fact.type}, expected none; remove them or make it a choice`);
  if (fact.options?.includes("unknown")) tell(["options"], `found the option "unknown", expected codes only; remove it, "I do not know" can always be said`);
  if (fact.type === "year" && fact.unit !== "year") tell(["unit"], `found ${fact.unit ? `"${fact.unit}"` : "no unit"}, expected year, as the fact "${fact.id}" is a calendar year; correct the unit`);
  if (fact.type === "years" && fact.unit === "year") tell(["unit"], `found "year", expected years, months or hours, as the fact "${fact.id}" is a length of time; correct the unit`);
  if (fact.type !== "rows" && fact.fields) tell(["fields"], `found fields for the fact "${fact.id}" of type ${fact.type}, expected none; remove them or make it type rows`);
  if (fact.type !== "rows") return;
  if (!fact.list || !fact.fields?.length) tell([], `found type rows without ${fact.list ? "fields" : "a list"} for the fact "${fact.id}", expected both; add the line`);
  fact.fields?.forEach((id, i) => {
    const field = find(id);
    if (field === "doubled") return;
    if (!field && allIds) tell(["fields", i], `found "${id}", expected the id of a fact of the list ${fact.list}; ${hint(id, allIds)}`);
    else if (field && (field.list !== fact.list || field.type === "rows")) tell(["fields", i], `found "${id}", which is no field of the list ${fact.list}; expected a fact with "list: ${fact.list}"; correct one of the two`);
  });
}

/** Text keys of what may be done without recognition, once `texts/de/measures.yaml` has its block `free`. */
function checkFreeWork({ entries }: Records, report: Report): void {
  const texts = entries.find(({ layout, parts, value }) => layout.name === "texts" && parts.join("/") === "de/measures" && value !== undefined);
  const known = (texts?.value as { free?: object } | undefined)?.free;
  if (typeof known !== "object") return;
  const keys = Object.keys(known).map((key) => `free.${key}`);
  for (const { layout, file, value } of entries) {
    if (layout.name !== "regulatedProfessions" || value === undefined) continue;
    (value as RegulatedProfession).freeWithout.forEach((key, i) => {
      if (!keys.includes(key)) report(file, ["freeWithout", i], `found "${key}", expected a key of texts/de/measures.yaml below "free"; ${hint(key, keys)}`);
    });
  }
}

/** Competence areas that a micro-credential says it helps with, by the codes of the occupation (Berufsbildpositionen). */
function checkHelpedAreas({ entries }: Records, report: Report): void {
  const codes = new Map<string, Set<string>>();
  for (const { layout, id, value } of entries) {
    if (layout.name !== "referenceOccupations" || id === undefined || value === undefined) continue;
    const known = codes.get(id) ?? new Set();
    for (const { code } of (value as ReferenceOccupation).competenceAreas?.areas ?? []) known.add(code);
    codes.set(id, known);
  }
  for (const { layout, file, value } of entries) {
    if (layout.name !== "microCredentials" || value === undefined) continue;
    (value as MicroCredential).helps.forEach(({ referenceOccupation, areas }, h) => {
      const known = codes.get(referenceOccupation);
      areas.forEach((code, a) => {
        if (known && !known.has(code)) report(file, ["helps", h, "areas", a], `found "${code}", expected the code of a competence area of ${referenceOccupation}${known.size === 0 ? ", which has none" : ""}; ${hint(code, known)}`);
      });
    });
  }
}
