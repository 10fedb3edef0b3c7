import { useRouteLoaderData } from "react-router";
import ar from "../texts/ar.json" with { type: "json" };
import de from "../texts/de.json" with { type: "json" };
import en from "../texts/en.json" with { type: "json" };
import uk from "../texts/uk.json" with { type: "json" };
import type { Locale } from "./locale.ts";

/** Keys of the words of screens; every language has all of them. */
export type TextKey = keyof typeof en;
export type TextParams = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { de, en, uk, ar };
const plurals = new Map<Locale, Intl.PluralRules>();

/**
 * A text of the screens. `{name}` is replaced by a parameter; of `{count, one: … | few: … | other: …}` the form that the
 * language uses for the number is taken, `#` in it is the number.
 */
export function textIn(locale: Locale, key: TextKey, params: TextParams = {}): string {
  return fill(locale, catalogues[locale][key], params);
}

/** Replaces placeholders and plural forms in any sentence. */
export function fill(locale: Locale, sentence: string, params: TextParams): string {
  return sentence
    .replace(/\{(\w+), ([^}]+)\}/g, (_all, name: string, forms: string) => {
      const number = Number(params[name]);
      const rules = plurals.get(locale) ?? new Intl.PluralRules(locale);
      plurals.set(locale, rules);
      const choices = Object.fromEntries(forms.split("|").map((form) => form.split(/:(.*)/s).map((part) => part.trim()) as [string, string]));
      return (choices[rules.select(number)] ?? choices["other"] ?? "").replace("#", number.toLocaleString(locale, { numberingSystem: "latn", useGrouping: false }));
    })
    .replace(/\{(\w+)\}/g, (all, name: string) => (params[name] === undefined ? all : String(params[name])));
}

/** Text function of the page's language. */
export function useText(): (key: TextKey, params?: TextParams) => string {
  const locale = useLocale();
  return (key, params) => textIn(locale, key, params);
}

/** Language of the page; German where the root could not be loaded. */
export function useLocale(): Locale {
  return (useRouteLoaderData("root") as { locale?: Locale } | undefined)?.locale ?? "de";
}
