import { laender, type Comparison, type Condition } from "@gleichwert/rules";
import { compare } from "../assessment/index.ts";
import type { FactValue } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";

/** A value that a fact can take in a proof; "unknown" is "I do not know". */
export type Value = FactValue | "unknown";

/** Comparisons inside a condition, whatever stands around them. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ("all" in condition) return condition.all.flatMap(comparisonsIn);
  if ("any" in condition) return condition.any.flatMap(comparisonsIn);
  return "not" in condition ? comparisonsIn(condition.not) : [condition];
}

const courses = ["none", "short_course"];

/** The condition with `derived.level-a` written as what it follows from, so that both are one variable. */
export function inToldFacts(condition: Condition): Condition {
  if ("all" in condition) return { all: condition.all.map(inToldFacts) };
  if ("any" in condition) return { any: condition.any.map(inToldFacts) };
  if ("not" in condition) return { not: inToldFacts(condition.not) };
  if (condition.fact !== "derived.level-a") return condition;
  return condition.is === "yes" ? { fact: "qualification.level", in: courses } : condition.is === "no" ? { fact: "qualification.level", notIn: courses } : condition;
}

/** Facts that follow from others and hold a code. */
const derivedCodes: Readonly<Record<string, readonly string[]>> = {
  "derived.diploma-group": ["third", "eu"],
  "derived.formal": ["open", "not-open"],
  "derived.annex-v": ["yes", "no"],
  "derived.acquired-rights": ["yes", "no"],
  "derived.recognised-in-eu": ["yes", "no"],
  "derived.same-profession": ["yes", "no"],
};

/** Countries that stand for a group: third, eu, a member that left. */
const representatives = ["UA", "PL", "GB", "CH"];

/**
 * The finite values of a fact that the comparisons can tell apart: options, yes and no, the figures next to each boundary
 * (one less, the same, one more), and "I do not know"; one value for each combination of answers.
 * @returns an empty list for a fact that does not exist
 */
export function domainOf(rules: RulesetInForce, fact: string, comparisons: readonly Comparison[], extra: readonly Value[] = []): Value[] {
  const own = comparisons.filter((comparison) => comparison.fact === fact);
  const values = [...allValues(rules, fact, own), ...extra];
  if (values.length === 0) return [];
  const isCountry = rules.facts.get(fact)?.type === "country";
  const classes = new Map<string, Value>();
  for (const value of [...values, "unknown"]) {
    const group = isCountry && typeof value === "string" && value !== "unknown" ? rules.countryGroupOf(value, 2016) + rules.countryGroupOf(value) : "";
    // What the steps treat as something of its own is not joined with what the comparisons alone cannot tell apart.
    const special = fact === "qualification.level" && ["none", "short_course", "professional_licence", "unknown"].includes(String(value)) ? String(value) : "";
    const alike = extra.includes(value) ? `extra ${String(value)}` : [group, special, ...own.map((comparison) => compare(comparison, value))].join();
    if (!classes.has(alike)) classes.set(alike, value);
  }
  return [...classes.values()];
}

function allValues(rules: RulesetInForce, fact: string, own: readonly Comparison[]): Value[] {
  const named = own.flatMap(({ is, in: among = [], notIn = [] }) => [...(is === undefined ? [] : [is]), ...among, ...notIn]).filter((value) => typeof value !== "boolean");
  const limits = own.flatMap(({ atLeast, atMost, below }) => [atLeast, atMost, below]).filter((limit) => limit !== undefined);
  if (fact.startsWith("derived.") && derivedCodes[fact]) return [...derivedCodes[fact]];
  if (fact === "derived.recognised-practice-years") return around(limits, 0, 60);
  if (fact === "derived.craft") return [...rules.crafts.keys()];
  if (fact.startsWith("sum.")) return around(limits, fact.includes("beyond") ? -60 : 0, 60);
  // A derived fact that has no list here: what is named, and something else.
  if (fact.startsWith("derived.") && limits.length > 0) return around(limits, -100, 1000);
  if (fact.startsWith("derived.")) return [...named.map(String), ...(named.includes("yes") || named.includes("no") ? ["yes", "no"] : ["other"])];
  const definition = rules.facts.get(fact);
  switch (definition?.type) {
    case "choice":
      // Who has nothing comes last: most ways are for those who have something.
      return (definition.options ?? []).toSorted((a, b) => Number(a === "none") - Number(b === "none"));
    case "choices":
      return [[], ...named.map((one) => [String(one)]), named.map(String)];
    case "land":
      return [...laender];
    case "country":
      return [...representatives, ...named.map(String)];
    case "year":
    case "years":
      return around([...limits, ...named.filter((value) => typeof value === "number")], definition.min ?? 0, definition.max ?? 2100);
    case "rows":
      return ["complete", "none"];
    case undefined:
      return [];
    default:
      return named.map(String);
  }
}

const around = (limits: readonly number[], min: number, max: number): number[] => [...new Set(limits.length === 0 ? [Math.max(min, 3)] : limits.flatMap((limit) => [limit, limit - 1, limit + 1]))].filter((value) => value >= min && value <= max);
