import { stages, type Stage } from "@gleichwert/rules";
import { countsByItself, type Assessment } from "../assessment/index.ts";
import { partsOf, type Fact, type FactKey, type Facts } from "../facts/index.ts";
import type { PlacedFact, RulesetInForce } from "../ruleset/index.ts";

/** One question of the interview: a fact of a case that was not asked yet, or that is asked again to change it. */
export interface Question {
  readonly key: FactKey;
  readonly stage: Stage;
  readonly definition: PlacedFact;
  readonly row?: string;
  readonly value?: Fact["value"];
  /** Codes that can be chosen here; for a candidate the targets, for areas the area codes. */
  readonly options: readonly string[];
}

/** Stages that ask something, in order. */
export const askingStages: readonly Stage[] = stages.filter((stage) => stage !== "check-answers" && stage !== "result");

/** Facts in the order of the interview: stage, place within the stage, row. Keys of unknown facts come last. */
export function inOrder(rules: RulesetInForce, keys: readonly FactKey[]): FactKey[] {
  const place = (key: FactKey): number => {
    const { id, row } = partsOf(key);
    const fact = rules.facts.get(id);
    return fact ? stages.indexOf(fact.stage) * 1e6 + fact.position * 1e3 + Number(row?.slice(1) ?? 0) : Number.MAX_SAFE_INTEGER;
  };
  return [...keys].sort((a, b) => place(a) - place(b));
}

/** What to ask next; undefined when the rules miss nothing any more. */
export function nextQuestion(rules: RulesetInForce, facts: Facts, assessment: Assessment): Question | undefined {
  const [key] = inOrder(rules, assessment.missing.filter((missing) => rules.facts.has(partsOf(missing).id)));
  return key === undefined ? undefined : questionFor(rules, facts, assessment, key);
}

/** The question of a fact; undefined for a key that names no fact which can be asked. */
export function questionFor(rules: RulesetInForce, facts: Facts, assessment: Assessment, key: FactKey): Question | undefined {
  const { id, row } = partsOf(key);
  const definition = rules.facts.get(id);
  if (!definition) return undefined;
  const value = facts[key]?.value;
  return { key, stage: definition.stage, definition, ...(row && { row }), ...(value !== undefined && { value }), options: optionsOf(rules, assessment, definition) };
}

function optionsOf(rules: RulesetInForce, assessment: Assessment, definition: PlacedFact): readonly string[] {
  const finding = assessment.qualifications[0];
  if (definition.type === "candidate") return finding?.candidates.map(({ referenceOccupation }) => referenceOccupation) ?? [];
  if (definition.type === "areas") return rules.referenceOccupations.get(finding?.target ?? "")?.competenceAreas?.areas.filter(countsByItself).map(({ code }) => code) ?? [];
  return definition.options ?? [];
}

/** Answers that reach the result, in the order of the interview: what the summary and the print show. */
export function reachableAnswers(rules: RulesetInForce, facts: Facts, assessment: Assessment): Question[] {
  return inOrder(rules, assessment.used).flatMap((key) => questionFor(rules, facts, assessment, key) ?? []);
}
