import { assess, type Assessment, type Path } from "../assessment/index.ts";
import { partsOf } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import { factsOf, type ExamplePerson } from "./finding.ts";

/** Collections whose records reach a person by their id, with the word under which an observation keeps them. */
export type Sort = "procedure" | "outcome" | "finding" | "rule" | "authority" | "authority-type" | "measure" | "exam" | "document" | "fee" | "funding" | "residence" | "craft" | "variant" | "next" | "free" | "chosen-by" | "left-open" | "fee-kind" | "deadline-from" | "target" | "regulated" | "form";

/** What all assessed people together have seen of the rules, each with the first person who saw it. */
export interface Observation {
  readonly rules: RulesetInForce;
  /** Assesses a person and keeps what they see. */
  see(person: ExamplePerson): Assessment;
  /** First person who saw a record or code. */
  seen(sort: Sort, id: string): ExamplePerson | undefined;
  /** All ids seen of a sort. */
  all(sort: Sort): ReadonlyMap<string, ExamplePerson>;
  /** First person who was shown this very list of law: the route, deadline or condition it stands in has spoken. */
  cited(law: object): ExamplePerson | undefined;
  /** First person whose way as a whole rests on this very list of law: the route it stands in was chosen. */
  chosen(law: object): ExamplePerson | undefined;
  /** First person for each procedure and target: from them others are made that differ in one thing. */
  readonly byProcedure: ReadonlyMap<string, ReadonlyMap<string, ExamplePerson>>;
  /** First person for each type of authority and target. */
  readonly byAuthority: ReadonlyMap<string, ReadonlyMap<string, ExamplePerson>>;
  /** Facts that were read or asked for, by id. */
  readonly read: ReadonlySet<string>;
  /** First person who was asked for a fact, by its id. */
  readonly asked: ReadonlyMap<string, ExamplePerson>;
  /** Ids of named conditions whose tree some step has read. */
  readonly conditionsRead: ReadonlySet<string>;
  /** Ids of lists of states whose entries some step has read. */
  readonly listsRead: ReadonlySet<string>;
  /** How many people were assessed. */
  count(): number;
}

/** Calls for each result of each assessed person, to judge it. */
export type Judge = (assessment: Assessment, person: ExamplePerson) => void;

/** Opens an observation of the rules in force on a day; every result passes the judges. */
export function observe(rules: RulesetInForce, judges: readonly Judge[]): Observation {
  const sorts = new Map<Sort, Map<string, ExamplePerson>>();
  const laws = new Map<object, ExamplePerson>();
  const byProcedure = new Map<string, Map<string, ExamplePerson>>();
  const byAuthority = new Map<string, Map<string, ExamplePerson>>();
  const read = new Set<string>();
  const asked = new Map<string, ExamplePerson>();
  const conditionsRead = new Set<string>();
  const listsRead = new Set<string>();
  const routes = new Map<object, ExamplePerson>();
  // Who tells which office it is stands there by name alone.
  const finders = new Map([...rules.competentAuthorities.values()].map(({ id, name }) => [name, id]));
  const watched = Object.freeze({ ...rules, conditions: watch(rules.conditions, "when", conditionsRead), stateLists: watch(rules.stateLists, "entries", listsRead) });
  let people = 0;
  const of = (sort: Sort) => sorts.get(sort) ?? sorts.set(sort, new Map()).get(sort)!;
  const first = <K>(map: Map<K, ExamplePerson>, key: K, person: ExamplePerson) => void (map.has(key) || map.set(key, person));

  const keepPath = (path: Path, person: ExamplePerson) => {
    const keep = (sort: Sort, ids: readonly string[]) => ids.forEach((id) => first(of(sort), id, person));
    keep("procedure", [path.procedure]);
    keep("outcome", [path.range.worst, path.outcome, path.range.best]);
    keep("regulated", [path.target === undefined ? "unknown" : path.regulated]);
    keep("form", [path.form]);
    keep("target", path.target === undefined ? [] : [path.target]);
    keep("authority", path.authority.flatMap(({ id, tells }) => [id, tells && finders.get(tells.name)]).filter((id) => id !== undefined));
    keep("authority-type", path.authority.map(({ type }) => type));
    keep("measure", path.measures.map(({ code }) => code));
    keep("exam", path.exams.map(({ code }) => code));
    keep("document", path.documents.map(({ id }) => id));
    keep("fee", path.fees.map(({ id }) => id));
    keep("fee-kind", path.fees.map(({ what }) => what));
    keep("funding", path.funding);
    keep("residence", path.residence.map(({ id }) => id));
    keep("rule", path.residence.map(({ rule }) => rule));
    keep("deadline-from", path.deadlines.map(({ from }) => from));
    keep("next", path.next);
    keep("free", path.freeWithout);
    keep("chosen-by", path.chosenBy ? [path.chosenBy] : []);
    for (const law of [path.law, ...path.deadlines.map((deadline) => deadline.law), ...path.residence.map((pointer) => pointer.law)]) first(laws, law, person);
    first(routes, path.law, person);
    const into = (map: Map<string, Map<string, ExamplePerson>>, key: string) => first(map.get(key) ?? map.set(key, new Map()).get(key)!, path.target ?? "degree", person);
    into(byProcedure, path.procedure);
    for (const { type } of path.authority) into(byAuthority, type);
  };

  const keep = (assessment: Assessment, person: ExamplePerson) => {
    for (const key of [...assessment.used, ...assessment.missing]) read.add(partsOf(key).id);
    for (const key of assessment.missing) first(asked, partsOf(key).id, person);
    for (const path of assessment.paths) keepPath(path, person);
    for (const entry of [...assessment.paths.flatMap(({ trace }) => trace), ...assessment.qualifications.flatMap(({ trace }) => trace)]) {
      first(of("finding"), `${entry.rule}.${entry.finding}`, person);
      first(of("rule"), entry.rule, person);
      first(laws, entry.law, person);
      if (entry.params["craft"] !== undefined) first(of("craft"), String(entry.params["craft"]), person);
      if (entry.params["variant"] !== undefined) first(of("variant"), String(entry.params["variant"]), person);
    }
    for (const code of assessment.leftToAuthority) first(of("left-open"), code, person);
  };

  return {
    rules,
    read,
    asked,
    conditionsRead,
    listsRead,
    byProcedure,
    byAuthority,
    see: (person) => {
      people += 1;
      const assessment = assess(watched, factsOf(person), rules.on);
      keep(assessment, person);
      for (const judge of judges) judge(assessment, person);
      return assessment;
    },
    seen: (sort, id) => of(sort).get(id),
    all: (sort) => of(sort),
    cited: (law) => laws.get(law),
    chosen: (law) => routes.get(law),
    count: () => people,
  };
}

/** The same records; whose field is looked at is noted by its id. */
function watch<K extends string, T extends { readonly [key in K]: unknown }>(records: ReadonlyMap<string, T>, field: K, read: Set<string>): ReadonlyMap<string, T> {
  return new Map([...records].map(([id, record]) => [id, Object.defineProperty({ ...record }, field, { enumerable: true, get: () => (read.add(id), record[field]) })] as const));
}
