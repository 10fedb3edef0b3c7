import { type Comparison, type Condition, type FactDefinition, laender } from "../index.ts";
import { either, nearest, shown } from "../finding.ts";

type Path = readonly PropertyKey[];
/** A fault inside a condition, by its path from the condition. */
export interface ConditionFault {
  readonly path: Path;
  readonly text: string;
}

/** What a fact of a condition can hold: a number, one of these codes, or anything (undefined). */
type Holds = "number" | readonly string[] | undefined;

const yesNo = ["yes", "no"];
/** Facts that follow from others (`derived.*` of the diploma, `sum.*` of the work) and what they hold. */
export const derivedFacts: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ["derived.diploma-group", ["eu", "third", "de"]],
  ["derived.annex-v", yesNo],
  ["derived.acquired-rights", yesNo],
  ["derived.recognised-in-eu", yesNo],
  ["derived.recognised-practice-years", "number"],
  ["derived.same-profession", yesNo],
  ["derived.formal", ["open", "not-open"]],
  ["derived.level-a", yesNo],
  ["derived.equivalence-established", yesNo],
  ["derived.craft", undefined],
  ["derived.target", undefined],
  ["derived.end-of-work-told", yesNo],
  ["derived.information-technology", yesNo],
  ...["years-since-training", "years-since-work", "years-worked", "length-percent", "areas-told-percent", "least-months-since-notice", "most-months-since-notice", "recent-work-years", "recent-graduate-work-years"].map((name): [string, Holds] => [`derived.${name}`, "number"]),
  ["derived.brao-206", ["home-law-and-international-law", "home-law-only", "no"]],
  ...["b", "c", "d"].map((letter): [string, Holds] => [`derived.licence-${letter}`, ["no-tests", "practice-test", "other-classes", "not-listed"]]),
  ...["self-employed-or-manager-years", "self-employed-years", "employed-years", "self-employed-or-manager-years-after-training", "leading-years-after-training", "total-years", "ended-years-ago", "in-charge-ended-years-ago", "recent-years", "years-after-notice", "leading-years-after-notice", "needed-years", "beyond-needed-years", "germany-beyond-half-needed-years", "established-lawyer-years"].map((name): [string, Holds] => [`sum.${name}`, "number"]),
]);

/**
 * Finds comparisons with facts that do not exist, without a test, or with values that the fact can never hold.
 * @param facts definitions by id; `certain` is false when some could not be read, then no fact counts as unknown
 * @param crafts ids that `derived.craft` can hold; absent: they are not known, and every text passes
 */
export function conditionFaults(condition: Condition, facts: ReadonlyMap<string, FactDefinition>, certain: boolean, crafts?: ReadonlySet<string>, path: Path = []): ConditionFault[] {
  const inside = (part: Condition, ...key: Path) => conditionFaults(part, facts, certain, crafts, [...path, ...key]);
  if ("all" in condition) return condition.all.flatMap((part, i) => inside(part, "all", i));
  if ("any" in condition) return condition.any.flatMap((part, i) => inside(part, "any", i));
  if ("not" in condition) return inside(condition.not, "not");
  const definition = facts.get(condition.fact);
  if (!definition && !derivedFacts.has(condition.fact)) {
    if (!certain && !condition.fact.startsWith("derived.") && !condition.fact.startsWith("sum.")) return [];
    const near = nearest(condition.fact, [...facts.keys(), ...derivedFacts.keys()]);
    return [{ path: [...path, "fact"], text: `found "${condition.fact}", expected the id of a fact in data/facts or a derived fact; ${near ? `did you mean "${near}"?` : "correct the id or add the fact"}` }];
  }
  const faults = comparisonFaults(condition, definition ? holdsOf(definition) : derivedFacts.get(condition.fact), path);
  return faults.length === 0 && condition.fact === "derived.craft" && crafts ? craftFaults(condition, crafts, path) : faults;
}

/** Crafts of a comparison that no record has; a mistyped one would let in, or keep out, people of another craft. */
function craftFaults(comparison: Comparison, crafts: ReadonlySet<string>, path: Path): ConditionFault[] {
  return (["is", "in", "notIn"] as const).flatMap((test) => {
    const value = comparison[test];
    const values = Array.isArray(value) ? value.map((id, i) => [String(id), [...path, test, i]] as const) : value === undefined ? [] : [[String(value), [...path, test]] as const];
    return values.filter(([id]) => !crafts.has(id)).map(([id, where]) => {
      const near = nearest(id, crafts);
      return { path: where, text: `found "${id}", expected the id of a craft in data/crafts; ${near ? `did you mean "${near}"?` : "correct the id"}` };
    });
  });
}

function holdsOf({ type, options }: FactDefinition): Holds {
  if (type === "year" || type === "years") return "number";
  if (type === "choice" || type === "choices") return options;
  return type === "land" ? laender : type === "rows" ? ["complete", "none"] : undefined;
}

const tests = ["is", "in", "notIn", "atLeast", "atMost", "below"] as const;

function comparisonFaults(comparison: Comparison, holds: Holds, path: Path): ConditionFault[] {
  const used = tests.filter((test) => comparison[test] !== undefined);
  if (used.length === 0) return [{ path, text: `found no test of the fact "${comparison.fact}", expected ${either(tests)}; add one, for example "is: yes"` }];
  return used.flatMap((test) => {
    const value = comparison[test];
    const isMeasured = test === "atLeast" || test === "atMost" || test === "below";
    if (isMeasured && holds !== "number") return [{ path: [...path, test], text: `found ${test} with the fact "${comparison.fact}", which is no number; expected is, in or notIn; use one of them` }];
    const values = Array.isArray(value) ? value.map((one, i) => [one, [...path, test, i]] as const) : [[value, [...path, test]] as const];
    return values.flatMap(([one, where]) => valueFault(one, comparison.fact, holds, where));
  });
}

function valueFault(value: unknown, fact: string, holds: Holds, path: Path): ConditionFault[] {
  if (holds === "number") return typeof value === "number" ? [] : [{ path, text: `found ${shown(value)}, expected a number, as the fact "${fact}" is one; write the bare number` }];
  if (holds === undefined) return typeof value === "string" ? [] : [{ path, text: `found ${shown(value)}, expected text, as the fact "${fact}" holds text; put it in quotes` }];
  if (typeof value === "string" && holds.includes(value)) return [];
  return [{ path, text: `found ${shown(value)}, expected ${either(holds)}, as the fact "${fact}" holds no other value; correct it` }];
}
