import type { CasePersons, RuleCase } from "@gleichwert/rules";
import { judge, judgeIn, rulesFor, type Judged } from "../rule-cases/index.ts";
import { shareAnswers } from "../matching/index.ts";
import type { Ruleset } from "../ruleset/index.ts";
import { placesOf, withoutRule } from "./switch-off.ts";

/** A case that fails without a rule, and on what. */
export interface Deciding {
  readonly name: string;
  /** Expectations that no longer come true: `outcome`, `measures`, `findings` … */
  readonly on: readonly string[];
}

/** How one rule of the procedure is proven. */
export interface RuleCoverage {
  readonly rule: string;
  readonly title: string;
  /** Steps that say its sentences in some case. */
  readonly steps: readonly string[];
  /** Collections whose records bear it. */
  readonly data: readonly string[];
  /** Cases that claim the rule and fail once it is switched off. */
  readonly decides: readonly Deciding[];
  /** Cases that claim it and do not fail: the claim is wrong. */
  readonly idle: readonly string[];
  /** Cases that show where it does not decide. */
  readonly decidesNot: readonly string[];
}

/** Expectations that only say which sentence is told; all others are what the rule brings about. */
const sentences = new Set(["rules", "findings", "law"]);

/** Does a rule change a result, or does it only say a sentence? */
export const isDecisive = ({ decides }: RuleCoverage): boolean => decides.some(({ on }) => on.some((of) => !sentences.has(of)));

/** Is the rule proven: a case that claims it fails without it, and another shows where it does not decide? */
export const isCovered = ({ decides, decidesNot }: RuleCoverage): boolean => decides.length > 0 && decidesNot.length > 0;

/**
 * Proves the rules by their cases (Regelabdeckung): switches each rule off and judges the cases that claim it.
 * @param only numbers of rules; absent: all of the registry, in its order by number
 * @throws Error when a case fails with all rules on: then nothing is proven
 */
export function coverRules(ruleset: Ruleset, persons: CasePersons, cases: readonly RuleCase[], only?: readonly string[]): RuleCoverage[] {
  const judged = new Map<RuleCase, Judged>(cases.map((each) => [each, judge(ruleset, persons, each)]));
  const failing = [...judged.values()].filter(({ differences }) => differences.length > 0);
  if (failing.length > 0) throw new Error(`${failing.length} cases fail with all rules on, for example "${failing[0]?.name}": ${JSON.stringify(failing[0]?.differences[0])}`);
  const numbers = [...new Map(ruleset.content.procedureRules.map(({ id, title }) => [id, title]))].filter(([id]) => !only || only.includes(id));
  return numbers.toSorted(([a], [b]) => byNumber(a, b)).map(([rule, title]) => {
    const off = withoutRule(ruleset, rule);
    const claiming = cases.filter(({ decides, expect }) => decides?.includes(rule) || expect.rules?.includes(rule) || expect.findings?.some((key) => key.startsWith(`${rule}.`)));
    const results = claiming.map((each) => ({ each, differences: judgeOff(ruleset, off, persons, each) }));
    const steps = new Set([...judged.values()].flatMap(({ assessment }) => [...assessment.qualifications, ...assessment.paths].flatMap(({ trace }) => trace.filter((entry) => entry.rule === rule).map(({ step }) => step))));
    return {
      rule,
      title,
      steps: [...steps],
      data: placesOf(ruleset, rule),
      decides: results.filter(({ differences }) => differences.length > 0).map(({ each, differences }) => ({ name: each.name, on: differences })),
      idle: results.filter(({ each, differences }) => differences.length === 0 && each.decides?.includes(rule)).map(({ each }) => each.name),
      decidesNot: cases.filter(({ decidesNot, expect }) => decidesNot?.includes(rule) || expect.noRules?.includes(rule)).map(({ name }) => name),
    };
  });
}

function judgeOff(on: Ruleset, off: Ruleset, persons: CasePersons, each: RuleCase): string[] {
  const rules = rulesFor(off, each);
  if (off.content.referenceHints === on.content.referenceHints && off.content.countries === on.content.countries) {
    // The search reads nothing of what was switched off.
    const before = rulesFor(on, each);
    const same = { ...rules, content: before.content };
    shareAnswers(before, same);
    return judgeIn(same, persons, each).differences.map(({ of }) => of);
  }
  return judgeIn(rules, persons, each).differences.map(({ of }) => of);
}

/** Order of rule numbers: R9, R10, R122, R122a. */
export function byNumber(a: string, b: string): number {
  const [x, y] = [a, b].map((rule) => [Number(/\d+/.exec(rule)?.[0] ?? 0), rule] as const);
  return x![0] - y![0] || (x![1] < y![1] ? -1 : 1);
}
