import type { DegreeField } from "@gleichwert/rules";
import { fold } from "../matching/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";

const folded = new WeakMap<RulesetInForce, readonly { readonly field: DegreeField; readonly words: readonly string[] }[]>();

/**
 * The unregulated field of study that a title or wished work names in whole words (R98).
 * @returns undefined where none is named; that is no proof that the work is regulated
 */
export function unregulatedField(rules: RulesetInForce, ...told: readonly (string | undefined)[]): DegreeField | undefined {
  const known = folded.get(rules) ?? rules.degreeFields.map((field) => ({ field, words: field.words.map(fold) }));
  folded.set(rules, known);
  const texts = told.filter((text) => text !== undefined).map((text) => ` ${fold(text)} `);
  return known.find(({ words }) => words.some((word) => texts.some((text) => text.includes(` ${word} `))))?.field;
}
