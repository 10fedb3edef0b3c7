import { isStorable, laender } from "@gleichwert/rules";
import type { FieldProblem } from "../errors/index.ts";
import type { PlacedFact, RulesetInForce } from "../ruleset/index.ts";
import type { FactChange, FactValue } from "./fact.ts";
import { mostRows, partsOf, rowLetters } from "./keys.ts";

const grades = new Set(["said", "seen", "certified"]);
const areaAnswers = new Set(["yes", "partly", "no"]);

/**
 * Checks changes against the definitions of the facts.
 * @returns one problem for each fault, `pointer` is the key; empty when all may be stored
 */
export function checkChanges(rules: RulesetInForce, changes: readonly FactChange[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const change of changes) {
    const { id, row } = partsOf(change.key);
    const definition = rules.facts.get(id);
    if (!definition) problems.push({ pointer: change.key, code: "fact-unknown", params: { fact: id.slice(0, 60) } });
    else if (!rowFits(definition, row)) problems.push({ pointer: change.key, code: "row-wrong", params: { fact: id } });
    else if (!("removed" in change)) {
      if (!grades.has(change.fact.grade)) problems.push({ pointer: change.key, code: "grade-unknown" });
      const code = change.fact.value === "unknown" ? undefined : valueFault(rules, definition, change.fact.value);
      if (code) problems.push({ pointer: change.key, code, params: limits(definition) });
    }
  }
  return problems;
}

function rowFits(definition: PlacedFact, row: string | undefined): boolean {
  const { list, type } = definition;
  if (list === undefined || type === "rows") return row === undefined;
  return row !== undefined && row.startsWith(rowLetters[list]) && /^[1-9]\d?$/.test(row.slice(1)) && Number(row.slice(1)) <= mostRows[list];
}

/** Figures that an error message needs. */
export function limits(definition: PlacedFact): Record<string, number> {
  const { min, max, maxLength } = definition;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(maxLength !== undefined && { maxLength }) };
}

/** Code of what is wrong with a value, or undefined. */
export function valueFault(rules: RulesetInForce, definition: PlacedFact, value: FactValue): string | undefined {
  switch (definition.type) {
    case "choice":
      return typeof value === "string" && definition.options?.includes(value) ? undefined : "choose-one";
    case "choices":
      return Array.isArray(value) && new Set(value).size === value.length && value.every((v) => definition.options?.includes(v)) ? undefined : "choose-some";
    case "text":
    case "title":
      if (typeof value !== "string" || value.trim() === "") return "empty";
      if (!isStorable(value)) return "unreadable";
      return value.length > (definition.maxLength ?? 200) ? "too-long" : undefined;
    case "country":
      return typeof value === "string" && /^[A-Z]{2}$/.test(value) ? undefined : "country-unknown";
    case "land":
      return (laender as readonly unknown[]).includes(value) ? undefined : "choose-one";
    case "year":
      return Number.isInteger(value) ? rangeFault(definition, value as number, 2100) : "not-a-year";
    case "years":
      return typeof value === "number" && Number.isFinite(value) ? rangeFault(definition, value, 1e7) : "not-a-number";
    case "candidate":
      return value === "none" || (typeof value === "string" && (rules.referenceOccupations.has(value) || rules.regulatedProfessions.has(value))) ? undefined : "choose-one";
    case "areas":
      return isAreas(value) ? undefined : "choose-one";
    case "rows":
      return value === "complete" || value === "none" ? undefined : "choose-one";
  }
}

function rangeFault(definition: PlacedFact, value: number, most: number): string | undefined {
  if (definition.min !== undefined && value < definition.min) return "too-small";
  return value > (definition.max ?? most) ? "too-large" : undefined;
}

function isAreas(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= 200 && entries.every(([code, told]) => code.length <= 40 && isStorable(code) && areaAnswers.has(told as string));
}
