import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import type { Locale } from "./locale.ts";
import type { RuleText } from "./rule-text.ts";

/** The official German name of a reference occupation or regulated profession, both forms; the id where there is none. */
export function germanName(rules: RulesetInForce, id: string): string {
  const names = rules.referenceOccupations.get(id)?.names;
  if (names?.neutral && !names.male) return names.neutral;
  if (names?.male && names.female) return names.male === names.female ? names.male : `${names.male} / ${names.female}`;
  return names?.male ?? names?.female ?? rules.regulatedProfessions.get(id)?.names.de ?? id;
}

/**
 * What people call the occupation in a language: our own word for it, else the English one, else nothing. A craft is
 * called as its first training occupation.
 */
export function commonName(rules: RulesetInForce, locale: Locale, id: string): RuleText | undefined {
  if (locale === "de") return undefined;
  const named = rules.crafts.get(id)?.trainingOccupations[0] ?? id;
  const own = wordIn(rules, locale, named);
  if (own) return { text: own };
  const english = wordIn(rules, "en", named) ?? rules.regulatedProfessions.get(id)?.names.en;
  return english ? { text: english, lang: "en" } : undefined;
}

const wordIn = (rules: RulesetInForce, language: string, id: string) => rules.labels[language]?.find(({ target }) => target === id)?.words[0];
