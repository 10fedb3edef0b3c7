import { authorityTypes, canonicalJson, Chooser, exams, measures, outcomes, procedures, type RulesetContent } from "@gleichwert/rules";

/** Collections whose values state law; labels, hints, profiles of countries and texts only help to find or to read. */
export const mutated = ["regulatedProfessions", "conditions", "crafts", "deadlines", "fees", "funding", "residencePointers", "requiredDocuments", "stateLists", "comparisonBodies", "procedureRules", "competentAuthorities"] as const satisfies readonly (keyof RulesetContent)[];
export type MutatedCollection = (typeof mutated)[number];
export const operators = ["flip", "drop", "shift", "swap"] as const;
export type Operator = (typeof operators)[number];

/** One changed value of the rule data (Mutant). */
export interface Mutant {
  readonly collection: MutatedCollection;
  readonly index: number;
  readonly id: string;
  /** Where in the record, as JSON pointer; empty: the record itself. */
  readonly place: string;
  readonly operator: Operator;
  readonly before: string;
  readonly after: string;
  /** The record as it becomes; undefined: it is gone. */
  changed(): unknown;
}

type Path = readonly (string | number)[];
/** First day of the records whose law is older than the data. */
const dataBegin = "2020-01-01";
/** Words for people, and what only helps to find: changing them states no other law. */
const unstated = new Set(["id", "names", "note", "source", "remark", "url", "isco08", "kldb2010", "examName", "mark", "title", "text", "trade", "trainingOccupations", "kind", "name", "fact", "rule", "extension", "category", "when.fact"]);
/** Fields that may be left out, and mean something when they are. */
const optional = new Set(["when", "chosenBy", "longestAdaptationMonths", "examRepeats", "language", "effect", "extensionMonths", "exam", "authorityField", "validTo", "authority", "automatic", "procedure", "professional", "level", "maxEuro"]);
const codes: Readonly<Record<string, readonly string[]>> = {
  outcome: outcomes, worst: outcomes, best: outcomes, procedure: procedures, procedures, measures, exams, exam: exams, authority: authorityTypes, authorities: authorityTypes, type: authorityTypes, chosenBy: Chooser.options,
  diploma: ["third", "eu", "any"], form: ["activity", "title", "self-employment"], regulated: ["yes", "mixed"], level: ["A2", "B1", "B2", "C1", "C2"], professional: ["B2", "C1", "C2"], annex: ["A", "B1", "B2"],
  translation: ["certified", "none"], group: ["unregulated", "regulated", "all"], from: ["complete-papers", "application", "notice"], what: ["procedure", "skills-analysis", "statement", "accelerated", "exam", "translation"],
};

/**
 * All changes that four fixed operators make of the rule data: `flip` a code or a yes, `drop` a value or a record, `shift`
 * a figure, a day or a section by one, `swap` two neighbours. Their order is that of the data.
 */
export function mutantsOf(content: RulesetContent): Mutant[] {
  return mutated.flatMap((collection) =>
    (content[collection] as readonly object[]).flatMap((record, index): Mutant[] => {
      const id = String((record as { id: string }).id);
      const make = (path: Path, operator: Operator, before: unknown, after: unknown, changed: () => unknown): Mutant => ({ collection, index, id, place: path.map((part) => `/${part}`).join(""), operator, before: shown(before), after: shown(after), changed });
      const whole = collection === "procedureRules" ? [] : [make([], "drop", id, undefined, () => undefined)];
      return [...whole, ...inside(record, [], (path, operator, before, after) => make(path, operator, before, after, () => put(record, path, after)))];
    }),
  );
}

type Tell<T> = (path: Path, operator: Operator, before: unknown, after: unknown) => T;

function inside<T>(value: unknown, path: Path, tell: Tell<T>): T[] {
  if (Array.isArray(value)) return ofList(value, path, tell);
  if (typeof value !== "object" || value === null) return ofLeaf(value, path, tell);
  const fields = Object.entries(value).filter(([key, inner]) => !unstated.has(key) && inner !== undefined && !(key === "law" && typeof inner === "string"));
  const swapped = "worst" in value && "best" in value && value.worst !== value.best ? [tell(path, "swap", value, { ...value, worst: value.best, best: value.worst })] : [];
  const turned = "all" in value ? [tell(path, "flip", "all", { any: value.all })] : "any" in value ? [tell(path, "flip", "any", { all: value.any })] : [];
  return [...swapped, ...turned, ...fields.flatMap(([key, inner]) => [...(optional.has(key) ? [tell([...path, key], "drop", inner, undefined)] : []), ...inside(inner, [...path, key], tell)])];
}

function ofList<T>(list: readonly unknown[], path: Path, tell: Tell<T>): T[] {
  const dropped = list.map((each, i) => tell(path, "drop", each, list.filter((_, j) => j !== i)));
  const key = path.at(-1);
  const swapped = key === "routes" ? list.slice(1).map((_, i) => tell(path, "swap", `${i}`, list.map((each, j) => (j === i ? list[i + 1] : j === i + 1 ? list[i] : each)))) : [];
  return [...dropped, ...swapped, ...list.flatMap((each, i) => inside(each, [...path, i], tell))];
}

function ofLeaf<T>(value: unknown, path: Path, tell: Tell<T>): T[] {
  const key = String(path.findLast((part) => typeof part === "string") ?? "");
  if (typeof value === "boolean") return [tell(path, "flip", value, !value)];
  if (typeof value === "number") return [tell(path, "shift", value, value + 1), tell(path, "shift", value, value - 1)];
  if (typeof value !== "string") return [];
  // The day from which the data tell the law at all is no commencement of a law.
  if (value === dataBegin) return [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [tell(path, "shift", value, dayAfter(value, 1)), tell(path, "shift", value, dayAfter(value, -1))];
  if (key === "law") return sectionAfter(value).map((after) => tell(path, "shift", value, after));
  if (value === "yes" || value === "no") return [tell(path, "flip", value, value === "yes" ? "no" : "yes")];
  const known = codes[key];
  const place = known?.indexOf(value) ?? -1;
  return known && place >= 0 ? [tell(path, "flip", value, known[(place + 1) % known.length])] : [];
}

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const sectionAfter = (provision: string): string[] => {
  const after = provision.replace(/((?:§|Art\.) )(\d+)/, (_, sign: string, number: string) => `${sign}${Number(number) + 1}`);
  return after === provision ? [] : [after];
};
const shown = (value: unknown) => (value === undefined ? "nothing" : canonicalJson(value).slice(0, 90));

/** A copy of a record with another value at one place; undefined takes the field away. */
export function put(record: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(record)) return record.map((each, i) => (i === key ? put(each, rest, value) : each));
  const fields = { ...(record as Record<string, unknown>) };
  const inner = put(fields[key], rest, value);
  if (inner === undefined) delete fields[key];
  else fields[key] = inner;
  return fields;
}

/** So many of a list, drawn evenly by a seed; the same seed draws the same. */
export function drawn<T>(list: readonly T[], count: number, seed: number): T[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pool = [...list];
  for (let i = 0; i < Math.min(count, pool.length); i++) {
    const j = i + Math.floor(next() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, count);
}
