import type { Comparison, Condition } from "@gleichwert/rules";
import { derivedFact } from "./derived.ts";
import type { Answer, Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/** A condition holds, does not hold, or is open because a fact is unknown or not asked. */
export type Holds = "yes" | "no" | "open";

/**
 * Decides a condition tree three-valued, asking no further than needed: within `all` a fact that was not asked stops
 * the reading, so that questions come one by one.
 */
export function decide(condition: Condition, inquiry: Inquiry, so: SoFar): Holds {
  if ("all" in condition) return decideAll(condition.all, inquiry, so);
  if ("any" in condition) {
    let open = false;
    for (const part of condition.any) {
      const holds = decide(part, inquiry, so);
      if (holds === "yes") return "yes";
      open ||= holds === "open";
    }
    return open ? "open" : "no";
  }
  if ("not" in condition) {
    const holds = decide(condition.not, inquiry, so);
    return holds === "open" ? "open" : holds === "yes" ? "no" : "yes";
  }
  return compare(condition, valueOf(condition.fact, inquiry, so));
}

function decideAll(parts: readonly Condition[], inquiry: Inquiry, so: SoFar): Holds {
  let open = false;
  for (const part of parts) {
    const before = inquiry.missing.size;
    const holds = decide(part, inquiry, so);
    if (holds === "no") return "no";
    if (holds === "open" && inquiry.missing.size > before) return "open";
    open ||= holds === "open";
  }
  return open ? "open" : "yes";
}

function valueOf(fact: string, inquiry: Inquiry, so: SoFar): Answer {
  if (fact.startsWith("derived.") || fact.startsWith("sum.")) return derivedFact(fact, inquiry, so);
  const definition = inquiry.rules.facts.get(fact);
  const row = definition?.list === "qualification" ? so.row : undefined;
  if (!definition?.volunteered) return inquiry.ask(fact, row);
  // What nobody volunteered and nobody is asked counts as "no" where that is an answer.
  return inquiry.peek(fact, row) ?? (definition.options?.includes("no") ? "no" : undefined);
}

/** Does a comparison hold for a value? Three-valued: open for "I do not know" and for what was not asked. */
export function compare(comparison: Comparison, value: Answer): Holds {
  if (value === undefined || value === "unknown") return "open";
  const tests: boolean[] = [];
  if (comparison.is !== undefined) tests.push(Array.isArray(value) ? value.includes(String(comparison.is)) : value === comparison.is);
  if (comparison.in) tests.push(comparison.in.includes(value as string));
  if (comparison.notIn) tests.push(!comparison.notIn.includes(value as string));
  if (comparison.atLeast !== undefined) tests.push((value as number) >= comparison.atLeast);
  if (comparison.atMost !== undefined) tests.push((value as number) <= comparison.atMost);
  if (comparison.below !== undefined) tests.push((value as number) < comparison.below);
  return tests.every(Boolean) ? "yes" : "no";
}
