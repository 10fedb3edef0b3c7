import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import type { Locale } from "./locale.ts";
import { fill, type TextParams } from "./text.tsx";

/** A sentence that belongs to the rules, and the language it could be given in. */
export interface RuleText {
  readonly text: string;
  /** Set where the sentence is missing in the language of the page and stands in another. */
  readonly lang?: string;
}

/**
 * A text of the rules by file and path: `facts`, `qualification.country.question`.
 * @returns the sentence in the language, else in English, else undefined when the rules have none
 */
export function findRuleText(rules: RulesetInForce, locale: Locale, file: string, path: string, params: TextParams = {}): RuleText | undefined {
  const own = leaf(rules, locale, file, path);
  if (own !== undefined) return { text: fill(locale, own, params) };
  const english = leaf(rules, "en", file, path);
  return english === undefined ? undefined : { text: fill("en", english, params), lang: "en" };
}

/** The same, with the last part of the path as last resort, so that a page never breaks for want of a word. */
export function ruleText(rules: RulesetInForce, locale: Locale, file: string, path: string, params: TextParams = {}): RuleText {
  return findRuleText(rules, locale, file, path, params) ?? { text: path.split(".").pop() ?? path, lang: "en" };
}

function leaf(rules: RulesetInForce, locale: string, file: string, path: string): string | undefined {
  let node: unknown = rules.texts[locale]?.[file];
  for (const part of path.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === "string" ? node : undefined;
}
