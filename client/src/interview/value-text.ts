import { partsOf, type FactKey, type FactValue } from "@gleichwert/shared/facts";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import { countryName, germanName, ruleText, type RuleText, textIn, type Locale } from "../ui/index.ts";

/** An answer as people read it in the summary. Free words stay as they were typed. */
export function valueText(rules: RulesetInForce, locale: Locale, key: FactKey, value: FactValue | "unknown"): RuleText {
  if (value === "unknown") return { text: textIn(locale, "form.unknown") };
  const { id } = partsOf(key);
  const definition = rules.facts.get(id);
  const option = (code: string) => ruleText(rules, locale, "facts", `${id}.options.${code}`).text;
  switch (definition?.type) {
    case "choice":
    case "land":
      return { text: option(String(value)) };
    case "choices":
      return { text: Array.isArray(value) && value.length > 0 ? value.map(option).join(", ") : textIn(locale, "form.none") };
    case "country":
      return { text: countryName(rules, locale, String(value)) };
    case "candidate":
      return value === "none" ? { text: textIn(locale, "candidate.none") } : { text: germanName(rules, String(value)), lang: "de" };
    case "years":
      return { text: definition.unit === "years" && definition.id !== "person.age" ? textIn(locale, "amount.years", { count: Number(value) }) : definition.unit === "hours" ? textIn(locale, "amount.hours", { count: Number(value) }) : String(value) };
    case "areas":
      return { text: textIn(locale, "areas.told", { count: typeof value === "object" ? Object.keys(value).length : 0 }) };
    case "rows":
      return { text: value === "none" ? textIn(locale, "form.none") : textIn(locale, "rows.complete") };
    default:
      return { text: String(value) };
  }
}
