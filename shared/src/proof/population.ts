import type { RulesetInForce } from "../ruleset/index.ts";
import type { Value } from "./domain.ts";
import type { ExamplePerson } from "./finding.ts";
import { pairwise } from "./pairwise.ts";
import { diplomas, factors, type Factor, notices, rowsOfWork, standings, trainings, works } from "./factors.ts";
import { personOf, trained, type Told, wanting, workedOn } from "./people.ts";

/** The last factor: nothing more was told, all that nobody is asked, all that there is, the same by the last of the options. */
const rows = pairwise([...factors.map(({ length }) => length), 4]);

/** Everything that can be told without being asked and the optional fields of rows; or everything that the others do not tell. */
function more(rules: RulesetInForce, all: boolean, last = false): Told {
  const told: Record<string, Value> = { "training.rows": "complete", "training.kind@t2": "course", "qualification.title-german": "Koch" };
  for (const { id, type, options, list, volunteered: unasked, min, optional } of rules.facts.values()) {
    if (Object.hasOwn(trained, id) || Object.hasOwn(told, id) || (list === "experience" && !unasked) || type === "rows" || type === "candidate" || type === "title") continue;
    if (!unasked && !optional && !all) continue;
    const key = list === "experience" ? `${id}@e1` : list === "training" ? `${id}@t2` : id;
    told[key] = options ? (type === "choices" ? options : options.at(last ? -1 : 0) ?? "unknown") : type === "year" || type === "years" ? Math.max(min ?? 0, type === "year" ? 2018 : 30) : type === "country" ? "PL" : "Text";
  }
  return told;
}

/** People who differ in every two circumstances, all with the same wish. */
function* varied({ on }: RulesetInForce, words: string, wish: Told, further: readonly Told[], some: readonly (readonly number[])[] = rows): Generator<ExamplePerson> {
  for (const row of some) {
    const values = factors.map((factor, f) => factor[row[f]!]!);
    yield personOf(`${words}, ${values.map(([name]) => name).join(", ")}`, trained, further[row.at(-1)!] ?? {}, ...values.map(([, told]) => told), ...values.map(([name]) => rowsOfWork(on, name)), wish);
  }
}

/** Without a training, or with an earlier notice, more than two circumstances decide together: all of them are combined. */
function* combined({ on }: RulesetInForce, words: string, wish: Told, further: readonly Told[]): Generator<ExamplePerson> {
  const [, none] = trainings;
  const told = (values: Factor, more: Told) => personOf(`${words}, ${values.map(([name]) => name).join(", ")}`, trained, more, ...values.map(([, each]) => each), ...values.map(([name]) => rowsOfWork(on, name)), wish);
  for (const more of further) {
    for (const work of works) {
      for (const standing of standings) yield told([none!, standing, work], more);
      for (const notice of notices) yield told([notice, work], more);
    }
  }
}

/** So many of one kind meet all circumstances; the others meet a few. */
const fullyVaried = 3;
const few = 8;

/**
 * The people a proof assesses (Fallmenge): every regulated profession and a few occupations of each chamber under every two
 * circumstances, every other occupation and craft with a business of its own, every state of a treaty, degrees, what
 * touches a rule on titles. The same rules give the same people.
 */
export function* population(rules: RulesetInForce): Generator<ExamplePerson> {
  const further = [{}, more(rules, false), more(rules, true), more(rules, true, true)];
  const shapes = new Map<string, number>();
  let turn = 0;
  for (const profession of rules.regulatedProfessions.values()) {
    // Professions whose routes differ in nothing but their law, as the licensed crafts, meet all circumstances together.
    const shape = JSON.stringify([profession.category, profession.regulated, profession.regulatedBy, profession.euAutomatic, profession.routes.map(({ diploma, when, procedure, outcome, mark }) => [diploma, when, procedure, outcome, mark])]);
    const before = shapes.get(shape) ?? 0;
    shapes.set(shape, before + 1);
    // Every route is proved by itself; of the circumstances the professions take half each, in turn.
    yield* varied(rules, profession.id, wanting(profession), further, before < fullyVaried ? rows.filter((_, at) => (at + turn) % 2 === 0) : rows.slice(0, few));
    turn += 1;
  }
  const kinds = new Map<string, number>();
  for (const occupation of rules.referenceOccupations.values()) {
    const title = occupation.names.male ?? occupation.names.neutral ?? occupation.names.female ?? occupation.id;
    const wish: Told = { "qualification.title": title, "goal.reference-occupation": occupation.id };
    const kind = `${occupation.competent} ${occupation.kind} ${String(occupation.isInformationTechnology ?? false)} ${occupation.activityNeeds ? "needs" : ""}`;
    const before = kinds.get(kind) ?? 0;
    kinds.set(kind, before + 1);
    yield* varied(rules, occupation.id, wish, further, before < fullyVaried ? rows : rows.slice(0, 2));
    if (before === 0) yield* combined(rules, occupation.id, wish, further);
    yield personOf(`${occupation.id}, own business`, trained, wish, { "goal.work-form": "self_employed" });
    const areas = occupation.competenceAreas?.areas ?? [];
    if (areas.length > 0 && before < fullyVaried) for (const told of ["yes", "no"] as const) yield personOf(`${occupation.id}, areas told`, trained, wish, { "comparison.areas": Object.fromEntries(areas.map(({ code }) => [code, told])) });
  }
  yield* inCrafts(rules);
  yield* withOldRights(rules);
  yield* onBoundary(rules);
  yield* byTreaty(rules);
  yield* byTitle(rules);
}

/** In a business of one's own, diploma, right at home, earlier notice and leading work decide together. */
function* inCrafts(rules: RulesetInForce): Generator<ExamplePerson> {
  const kinds = new Map([...rules.regulatedProfessions.values()].filter(({ category, craft }) => category === "crafts" && craft !== undefined).map((profession) => [conditionsNaming(rules, profession.id), profession]));
  const unrecognised = trainings.find(([, told]) => told["qualification.state-recognised"] === "no");
  for (const profession of kinds.values()) {
    for (const [where, diploma] of diplomas) {
      for (const [kind, training] of [trainings[0]!, ...(unrecognised ? [unrecognised] : [])]) {
        for (const right of ["yes", "no", "not_applicable"]) {
          for (const [country, role, years] of [["PL", "self_employed", 7], ["PL", "technical_lead", 2], ["DE", "technical_lead", 8]] as const) yield personOf(`${profession.id}, ${where}, ${kind}, right at home ${right}, ${role} in ${country}`, trained, diploma, training, wanting(profession), workedOn(rules.on, country, years, role), { "qualification.right-to-practise": right, "person.nationality": "eu", "notice.result": "full", "notice.year": Number(rules.on.slice(0, 4)) - 9 });
        }
      }
    }
  }
}

/** Old diplomas of the states that have a rule of their own for them, of today's states and of former ones. */
function* withOldRights(rules: RulesetInForce): Generator<ExamplePerson> {
  for (const profession of rules.regulatedProfessions.values()) {
    for (const { countries, former, finding } of profession.acquiredRights) {
      for (const country of former ? rules.countryGroups.former.map((state) => state.country) : countries) {
        for (const work of [countries[0] ?? "EE", "PL"]) yield personOf(`${profession.id}, ${country}, ${finding}`, trained, wanting(profession), { "qualification.country": country, "qualification.completed-year": 1987, "qualification.training-started-year": 1983, "person.nationality": "eu" }, workedOn(rules.on, work, 6, "employee"));
      }
    }
  }
}

/** A notice in the year five years ago, where the day decides. */
function* onBoundary(rules: RulesetInForce): Generator<ExamplePerson> {
  const [occupation] = rules.referenceOccupations.values();
  if (!occupation) return;
  for (const over of ["yes", "no", undefined]) yield personOf(`${occupation.id}, notice of five years ago`, trained, { "qualification.title": occupation.names.male ?? occupation.id, "goal.reference-occupation": occupation.id, "notice.result": "partial", "notice.year": Number(rules.on.slice(0, 4)) - 5, "notice.over-five-years": over, "notice.same-occupation": "yes" });
}

/** Which named conditions speak of a craft: crafts that they treat alike need no people of their own. */
const conditionsNaming = (rules: RulesetInForce, craft: string): string => [...rules.conditions.values()].filter(({ when }) => JSON.stringify(when).includes(`"${craft}"`)).map(({ id }) => id).join();

function* byTreaty(rules: RulesetInForce): Generator<ExamplePerson> {
  const licensed = [...rules.regulatedProfessions.values()].filter(({ category, craft }) => category === "crafts" && craft !== undefined).slice(0, 2);
  for (const list of rules.stateLists.values()) {
    for (const profession of licensed) yield personOf(`${list.id}, master craftsman`, trained, wanting(profession), { "qualification.country": list.entries[0]?.country ?? "UA", "qualification.level": "master_craftsman", "goal.purpose": undefined, "person.status": "late-resettler" });
    for (const { country, title } of list.entries) {
      const master = /^Meisterprüfung im (.+)-Handwerk$/.exec(title ?? "")?.[1];
      yield personOf(`${list.id}, ${country}`, trained, { "qualification.country": country, "qualification.title": master ?? title ?? "Koch", "goal.purpose": undefined, "person.status": "late-resettler", ...(master !== undefined && { "qualification.level": "master_craftsman", "goal.work-form": "self_employed" }) });
    }
  }
}

function* byTitle(rules: RulesetInForce): Generator<ExamplePerson> {
  const titles = ["unknown", "Zzyzx", ...rules.referenceHints.flatMap(({ words }) => words.slice(0, 1)), ...rules.degreeFields.flatMap(({ words }) => words.slice(0, 1))];
  for (const title of titles) {
    for (const level of ["secondary_vocational", "bachelor", "higher_education_short"]) yield personOf(`title ${title}`, trained, { "qualification.title": title, "qualification.level": level });
    yield personOf(`title ${title}, statement on the degree`, trained, { "qualification.title": title, "qualification.level": "master_or_long_degree", "goal.purpose": "degree-statement" });
    yield personOf(`title ${title}, no occupation fits`, trained, { "qualification.title": title, "goal.reference-occupation": "none", "goal.occupation": "unknown", "qualification.level": "none" });
  }
  for (const country of ["DE", "DD"]) yield personOf(`diploma of ${country}`, trained, { "qualification.country": country, "qualification.title": "Koch", "qualification.completed-year": 1985 });
  yield personOf("nothing told", {});
}
