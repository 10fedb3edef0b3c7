import type { Mark, Provision } from "@gleichwert/rules";
import { keyOf, type Fact, type FactKey, type Facts, type FactValue } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { Trace } from "./types.ts";

/** A value, "I do not know", or not asked yet. */
export type Answer = FactValue | "unknown" | undefined;

/** What a step may look at. Reading a fact makes it reachable; asking for one that is not there makes it missing. */
export interface Inquiry {
  readonly rules: RulesetInForce;
  readonly facts: Facts;
  /** Day whose law applies, ISO date. */
  readonly on: string;
  readonly year: number;
  /** Reads a fact that the result depends on; when nobody was asked it becomes missing. */
  ask(id: string, row?: string): Answer;
  /** Reads a fact if it is there; never makes a question. */
  peek(id: string, row?: string): Answer;
  /** The stored fact with its grade, without any effect. */
  stored(id: string, row?: string): Fact | undefined;
  /** Is a rule of the procedure in force? A step decides by a rule only while it is. */
  applies(rule: string): boolean;
  readonly used: ReadonlySet<FactKey>;
  readonly missing: ReadonlySet<FactKey>;
}

/** Opens an inquiry into a case. */
export function createInquiry(rules: RulesetInForce, facts: Facts, on: string): Inquiry {
  const used = new Set<FactKey>();
  const missing = new Set<FactKey>();
  const read = (id: string, row: string | undefined, asks: boolean): Answer => {
    const key = keyOf(id, row);
    const fact = facts[key];
    if (fact) used.add(key);
    else if (asks) missing.add(key);
    return fact?.value;
  };
  const common = { applies: (rule: string) => rules.procedureRules.has(rule), rules, facts, on, year: Number(on.slice(0, 4)), used, missing, stored: (id: string, row?: string) => facts[keyOf(id, row)] };
  const peek = (id: string, row?: string) => read(id, row, false);
  return { ...common, peek, ask: (id, row) => read(id, row, true) };
}

/**
 * The same inquiry without making questions, for alternatives and pointers: it sees what others have asked for, and not
 * what is left of an abandoned branch.
 */
export const quietly = (inquiry: Inquiry): Inquiry => ({
  ...inquiry,
  ask: (id, row) => (inquiry.used.has(keyOf(id, row)) ? inquiry.facts[keyOf(id, row)]?.value : undefined),
});

/** The answer as text; undefined when it is unknown or not asked. */
export const asText = (answer: Answer): string | undefined => (typeof answer === "string" && answer !== "unknown" ? answer : undefined);
/** The answer as number; undefined when it is unknown or not asked. */
export const asNumber = (answer: Answer): number | undefined => (typeof answer === "number" ? answer : undefined);

/**
 * Makes a trace entry. Law and mark come from the registry of procedure rules unless the particulars bring their own.
 * @param key rule and finding, `R81.applicant-chooses`
 */
export function traceOf(inquiry: Inquiry, step: string, key: string, params: Trace["params"] = {}, own?: { law?: readonly Provision[]; mark?: Mark }): Trace {
  const dot = key.indexOf(".");
  const rule = key.slice(0, dot);
  const registered = inquiry.rules.procedureRules.get(rule);
  return {
    step,
    rule,
    finding: key.slice(dot + 1),
    params,
    law: own?.law ?? registered?.law ?? [],
    url: registered?.url ?? [],
    mark: own?.mark ?? registered?.mark ?? "general-knowledge",
  };
}
