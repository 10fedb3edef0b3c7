/** Fields, layout, language and words of screens. */
export { orRefuse } from "./answers.ts";
export { allCountries, countryName } from "./countries.ts";
export { ErrorSummary, Field, FieldGroup, idOf } from "./form.tsx";
export { directionOf, isLocale, type Locale, localeCookie, localeOf, locales } from "./locale.ts";
export { commonName, germanName } from "./occupation-name.ts";
export { findRuleText, ruleText, type RuleText } from "./rule-text.ts";
export { Shell } from "./shell.tsx";
export { fill, textIn, type TextKey, type TextParams, useLocale, useText } from "./text.tsx";
export { Worded } from "./worded.tsx";
