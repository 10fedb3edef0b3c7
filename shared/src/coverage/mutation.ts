import type { BookEntry, CasePersons, RuleCase, RulesetContent } from "@gleichwert/rules";
import { shareAnswers } from "../matching/index.ts";
import { judgeEntry, judgeIn, rulesFor } from "../rule-cases/index.ts";
import type { Ruleset, RulesetInForce } from "../ruleset/index.ts";
import type { Mutant } from "./mutants.ts";

/** Whether anybody notices a changed value: a case by its name, the second book, the schema, or nobody. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly killedBy?: string;
}

/**
 * Judges changed values of the rule data (Mutationslauf): each is killed by the second book, else by the first case that fails
 * with it, else by the schema of the record, else it survives.
 * @throws Error when a case or the second book is red before anything is changed
 * @param accepts does the schema of the collection take the record?
 */
export function runMutants(ruleset: Ruleset, persons: CasePersons, cases: readonly RuleCase[], mutants: readonly Mutant[], accepts: (mutant: Mutant) => boolean, book: readonly BookEntry[] = []): Verdict[] {
  const [red] = book.flatMap((each) => judgeEntry(ruleset.content, each));
  if (red) throw new Error(`The second book differs with nothing changed (${red.of}); mend it first, or every change would count as noticed.`);
  const readers = readersOf(ruleset, persons, cases);
  const entries = new Map<string, BookEntry[]>();
  for (const each of book) entries.set(each.record, [...(entries.get(each.record) ?? []), each]);
  return mutants.map((mutant) => {
    const changed = withMutant(ruleset, mutant);
    const entry = (entries.get(`${mutant.collection}/${mutant.id}`) ?? []).find((each) => judgeEntry(changed.content, each).length > 0);
    if (entry) return { mutant, killedBy: `book: ${entry.record}` };
    const views = new Map<string, RulesetInForce>();
    const view = (each: RuleCase) => {
      const key = JSON.stringify([each.on, each.variants]);
      const known = views.get(key) ?? viewOf(ruleset, changed, each);
      views.set(key, known);
      return known;
    };
    const killer = readers(mutant).find((each) => fails(view, persons, each));
    if (killer) return { mutant, killedBy: `case: ${killer.name}` };
    return accepts(mutant) ? { mutant } : { mutant, killedBy: "schema" };
  });
}

function fails(view: (each: RuleCase) => RulesetInForce, persons: CasePersons, each: RuleCase): boolean {
  try {
    return judgeIn(view(each), persons, each).differences.length > 0;
  } catch {
    return true; // a rule that cannot be read at all is noticed
  }
}

function withMutant({ hash, content }: Ruleset, { collection, index, changed }: Mutant): Ruleset {
  const record = changed();
  const records = (content[collection] as readonly unknown[]).flatMap((each, i) => (i !== index ? [each] : record === undefined ? [] : [record]));
  return { hash: `${hash}*`, content: { ...content, [collection]: records } as RulesetContent };
}

/** The changed rules on the day of a case; the search goes on with the words of the unchanged ones. */
function viewOf(ruleset: Ruleset, changed: Ruleset, each: RuleCase): RulesetInForce {
  const before = rulesFor(ruleset, each);
  const view = { ...rulesFor(changed, each), content: before.content };
  shareAnswers(before, view);
  return view;
}

const keyed = ["regulatedProfessions", "conditions", "crafts", "stateLists"] as const;
const everything = "*";

/** A look-up that tells what was looked up. */
class Watched<T> extends Map<string, T> {
  readonly seen: Set<string>;
  constructor(of: ReadonlyMap<string, T>, seen: Set<string>) {
    super();
    this.seen = seen;
    for (const [id, value] of of) this.set(id, value);
  }
  override get(id: string): T | undefined {
    this.seen?.add(id);
    return super.get(id);
  }
  override values(): MapIterator<T> {
    this.seen.add(everything);
    return super.values();
  }
}

/** Which cases can notice a change of a record at all: those whose assessment looks it up, tells the rule or names such an office; for other lists, all. */
function readersOf(ruleset: Ruleset, persons: CasePersons, cases: readonly RuleCase[]): (mutant: Mutant) => readonly RuleCase[] {
  const seen = cases.map((each) => {
    const before = rulesFor(ruleset, each);
    const lookedUp = Object.fromEntries(keyed.map((name) => [name, new Set<string>()])) as Record<(typeof keyed)[number], Set<string>>;
    const watched = { ...before, ...Object.fromEntries(keyed.map((name) => [name, new Watched<unknown>(before[name], lookedUp[name])])) } as RulesetInForce;
    shareAnswers(before, watched);
    const { assessment, differences } = judgeIn(watched, persons, each);
    if (differences.length > 0) throw new Error(`The case "${each.name}" fails with nothing changed; mend it first, or every change would count as noticed.`);
    const told = new Set([...assessment.qualifications, ...assessment.paths].flatMap(({ trace }) => trace.map(({ rule }) => rule)));
    const offices = new Set(assessment.paths.flatMap(({ authority }) => authority.map(({ type }) => type)));
    return { each, lookedUp, told, offices };
  });
  const types = new Map(ruleset.content.competentAuthorities.map(({ id, type }) => [id, type]));
  return ({ collection, id }) => {
    if (collection === "procedureRules") return seen.filter(({ told }) => told.has(id)).map(({ each }) => each);
    if (collection === "competentAuthorities") return seen.filter(({ offices }) => offices.has(types.get(id)!)).map(({ each }) => each);
    if (!(keyed as readonly string[]).includes(collection)) return cases;
    const name = collection as (typeof keyed)[number];
    return seen.filter(({ lookedUp }) => lookedUp[name].has(id) || lookedUp[name].has(everything)).map(({ each }) => each);
  };
}
