import type { RuleText } from "./rule-text.ts";

/** A sentence of the rules, marked up with its language where it differs from the page's. */
export function Worded({ of, lang }: { readonly of: RuleText; readonly lang?: string }) {
  const language = lang ?? of.lang;
  return language ? <span lang={language} dir="auto">{of.text}</span> : <>{of.text}</>;
}
