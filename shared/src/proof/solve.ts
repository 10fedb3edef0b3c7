import type { Condition } from "@gleichwert/rules";
import type { RulesetInForce } from "../ruleset/index.ts";
import { compare } from "../assessment/index.ts";
import { comparisonsIn, domainOf, inToldFacts, type Value } from "./domain.ts";

/** Values by fact id, derived facts among them. */
export type Assignment = Readonly<Record<string, Value>>;

/** What an assignment has to make true, and what it must not. */
export interface Task {
  /** Must hold; absent: nothing is asked. */
  readonly holds?: Condition | undefined;
  /** Must not hold: the routes before. */
  readonly fails?: readonly Condition[];
  /** Values that are given. */
  readonly given?: Assignment;
  /** Facts with further values to be told apart. */
  readonly extra?: Readonly<Record<string, readonly Value[]>>;
  /** Can values stand together? Called with a part of the facts too: then only a clash among these refuses. */
  readonly fits?: (assignment: Assignment) => boolean;
}

type Truth = "yes" | "no" | "open" | "undetermined";

/**
 * All assignments over the finite values of the facts in a task that solve it, each different in at least one comparison.
 * Complete: when it gives none, there is none.
 */
export function* solutionsOf(rules: RulesetInForce, task: Task): Generator<Assignment> {
  const holds = task.holds && inToldFacts(task.holds);
  const fails = (task.fails ?? []).map(inToldFacts);
  const comparisons = [...(holds ? comparisonsIn(holds) : []), ...fails.flatMap(comparisonsIn)];
  const facts = [...new Set([...comparisons.map(({ fact }) => fact), ...Object.keys(task.extra ?? {})])].filter((fact) => task.given?.[fact] === undefined);
  const domains = facts.map((fact) => [fact, domainOf(rules, fact, comparisons, task.extra?.[fact])] as const);
  const fits = task.fits ?? (() => true);

  function* extend(assignment: Assignment, next: number): Generator<Assignment> {
    if (!fits(assignment)) return;
    const truth = holds ? evaluate(holds, assignment) : "yes";
    if (truth === "no" || truth === "open") return;
    if (fails.some((condition) => evaluate(condition, assignment) === "yes")) return;
    const domain = domains[next];
    if (!domain) {
      if (truth === "yes") yield assignment;
      return;
    }
    const [fact, values] = domain;
    for (const value of values) yield* extend({ ...assignment, [fact]: value }, next + 1);
  }
  yield* extend(task.given ?? {}, 0);
}

/** Can a condition hold for anybody? */
export function isSatisfiable(rules: RulesetInForce, condition: Condition): boolean {
  return !solutionsOf(rules, { holds: condition }).next().done;
}

/** Truth of a condition while some facts have no value yet. */
function evaluate(condition: Condition, assignment: Assignment): Truth {
  if ("all" in condition) return among(condition.all.map((part) => evaluate(part, assignment)), ["no", "undetermined", "open"], "yes");
  if ("any" in condition) return among(condition.any.map((part) => evaluate(part, assignment)), ["yes", "undetermined", "open"], "no");
  if ("not" in condition) {
    const inner = evaluate(condition.not, assignment);
    return inner === "yes" ? "no" : inner === "no" ? "yes" : inner;
  }
  const value = assignment[condition.fact];
  return value === undefined ? "undetermined" : compare(condition, value);
}

const among = (truths: readonly Truth[], order: readonly Truth[], otherwise: Truth): Truth => order.find((truth) => truths.includes(truth)) ?? otherwise;
