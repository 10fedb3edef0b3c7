import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../support/paths.ts";
import { type Locale, locales } from "../../../client/src/ui/locale.ts";

/** The languages of the screens. */
export const languages = Object.keys(locales) as Locale[];

/** Words of the screens by language, as the files hold them, in the order of the files. */
export const catalogues = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(join(repositoryRoot, `client/src/texts/${language}.json`), "utf8"))]),
) as Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** A plural block of a sentence: the parameter it follows and its form for each category. */
export interface PluralBlock {
  readonly name: string;
  readonly forms: ReadonlyMap<string, string>;
}

/** The plural blocks `{name, one: … | other: …}` of a sentence. */
export function pluralBlocks(sentence: string): PluralBlock[] {
  return [...sentence.matchAll(/\{(\w+),([^}]*)\}/g)].map(([, name = "", forms = ""]) => ({
    name,
    forms: new Map(forms.split("|").map((form) => form.split(/:(.*)/s).map((part) => part.trim()) as [string, string])),
  }));
}

/** Parameters of a sentence, sorted; one that chooses a plural is marked with a number sign. */
export function parametersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)(,[^}]*)?\}/g)].map(([, name, plural]) => (plural ? `#${name}` : `${name}`)).sort();
}

/** Everything of a sentence that people may read: all plural forms, no parameters. */
export function readable(sentence: string): string {
  const rest = sentence.replace(/\{\w+(,[^}]*)?\}/g, " ");
  return [rest, ...pluralBlocks(sentence).flatMap(({ forms }) => [...forms.values()])].join(" ");
}
