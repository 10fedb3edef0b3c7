import type { Candidate } from "@gleichwert/shared/matching";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import { countryName, textIn, type TextKey, type Locale, type RuleText } from "../ui/index.ts";

/** A reason and whether it speaks for the candidate. */
export interface ReasonText extends RuleText {
  readonly finding?: "met" | "not-met" | "unknown";
}

/** Why a candidate is one, criterion by criterion: met, not met or not known. */
export function reasonTexts(rules: RulesetInForce, locale: Locale, candidate: Candidate): ReasonText[] {
  const told = candidate.reasons.map(({ criterion, finding, params }) => {
    const country = typeof params?.["country"] === "string" ? countryName(rules, locale, params["country"]) : "";
    return { finding, text: textIn(locale, `reason.${criterion}.${finding}` as TextKey, { ...params, country }) };
  });
  const months = rules.referenceOccupations.get(candidate.referenceOccupation)?.training?.durationMonths;
  return months ? [...told, { text: textIn(locale, "reason.german-duration", { count: months }) }] : told;
}
