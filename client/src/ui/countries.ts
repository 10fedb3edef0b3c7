import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import isoCountries from "i18n-iso-countries";
import ar from "i18n-iso-countries/langs/ar.json" with { type: "json" };
import de from "i18n-iso-countries/langs/de.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import uk from "i18n-iso-countries/langs/uk.json" with { type: "json" };
import type { Locale } from "./locale.ts";
import { findRuleText } from "./rule-text.ts";

for (const language of [ar, de, en, uk]) isoCountries.registerLocale(language);

/** A country to choose. */
export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

/** Short names of the English list that two countries share, or that nobody looks for in it. */
const fullNames = new Set(["CG", "CD", "KR", "AE", "GB"]);

/** Everyday names where the list has an official or an outdated one. */
const everydayNames: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>> = {
  de: { SY: "Syrien", MD: "Republik Moldau", GB: "Vereinigtes Königreich", PS: "Palästina" },
  uk: { TW: "Тайвань", KP: "Північна Корея", KR: "Південна Корея" },
};
const collators = new Map<Locale, Intl.Collator>();

/** Every country of the world and the former states whose papers still count, in the language and its order. */
export function allCountries(rules: RulesetInForce, locale: Locale): NamedCountry[] {
  const codes = [...new Set([...Object.keys(isoCountries.getAlpha2Codes()), "XK", ...rules.countryGroups.former.map(({ country }) => country)])];
  const collator = collators.get(locale) ?? new Intl.Collator(locale);
  collators.set(locale, collator);
  return codes.map((code) => ({ code, name: countryName(rules, locale, code) })).sort((a, b) => collator.compare(a.name, b.name));
}

/** Name of a country or former state; its code where no language has one. */
export function countryName(rules: RulesetInForce, locale: Locale, code: string): string {
  const former = rules.countryGroups.former.find(({ country }) => country === code);
  if (former) return findRuleText(rules, locale, "countries", `former.${code}`)?.text ?? former.names[locale === "de" ? "de" : "en"];
  const everyday = everydayNames[locale]?.[code];
  if (everyday) return everyday;
  const short = locale === "en" && fullNames.has(code) ? undefined : isoCountries.getName(code, locale, { select: "alias" });
  return short ?? isoCountries.getName(code, locale) ?? isoCountries.getName(code, "en") ?? code;
}
