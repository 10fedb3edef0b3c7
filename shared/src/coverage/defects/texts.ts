import { locales, type RulesetContent, type TextTree } from "@gleichwert/rules";
import { type ContentPath, changed, type Defect, type DefectOperator, operator, recordsOf, valueAt } from "./defect.ts";

interface Sentence {
  readonly path: ContentPath;
  readonly text: string;
}

/** Every sentence of one language with its place. */
export function sentencesIn(tree: TextTree | string, path: ContentPath): Sentence[] {
  return typeof tree === "string" ? [{ path, text: tree }] : Object.entries(tree).flatMap(([key, inner]) => sentencesIn(inner, [...path, key]));
}
const sentencesOf = (content: RulesetContent, locale: string, only?: string): Sentence[] => Object.entries(content.texts[locale] ?? {}).flatMap(([file, tree]) => (only === undefined || file === only ? sentencesIn(tree, ["texts", locale, file]) : []));

/** The same change of one key in all languages. */
export function inAllLanguages(content: RulesetContent, name: string, [, , ...key]: ContentPath, change: (text: string) => string | undefined, words: readonly [string, string]): Defect {
  const parts = locales.map((locale) => {
    const path = ["texts", locale, ...key];
    return changed(content, name, path, change(String(valueAt(content, path) ?? "")), words);
  });
  return { ...parts[0]!, place: ["texts", "*", ...key].join("/"), inject: (into) => parts.reduce((so, part) => part.inject(so), into) };
}

const braces = /\{\s*([A-Za-z][\w-]*)\s*(?=[,}])/;

/** Errors in the sentences of the results and questions. */
export const textOperators: readonly DefectOperator[] = [
  operator("finding-without-text", (content, name) => sentencesOf(content, "en", "findings").map(({ path, text }) => inAllLanguages(content, name, path, () => undefined, [text.slice(0, 80), "no sentence in any language"]))),
  operator("text-without-its-language", (content, name) => locales.flatMap((locale) => sentencesOf(content, locale).map(({ path }) => changed(content, name, path, undefined)))),
  operator("text-emptied", (content, name) => locales.flatMap((locale) => sentencesOf(content, locale).map(({ path }) => changed(content, name, path, "")))),
  operator("placeholder-renamed-in-one-language", (content, name) => locales.flatMap((locale) => sentencesOf(content, locale).flatMap(({ path, text }) => (braces.test(text) ? [changed(content, name, path, text.replace(braces, "{$1s"))] : [])))),
  operator("placeholder-renamed-in-all-languages", (content, name) => sentencesOf(content, "en", "findings").flatMap(({ path, text }) => (braces.test(text) ? [inAllLanguages(content, name, path, (each) => each.replace(braces, "{$1s"), [text.slice(0, 80), "its first placeholder renamed"])] : []))),
  operator("key-of-finding-misspelt", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.flatMap(({ findings }, r) => findings.map((key, f) => changed(content, name, [...path, "routes", r, "findings", f], `${key}s`))))),
];

/** Slips of the pen that the form of the records should not take. */
export const slipOperators: readonly DefectOperator[] = [
  operator("key-misspelt", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.map((route, r) => {
    const { outcome, ...rest } = route;
    return changed(content, name, [...path, "routes", r], { ...rest, outcom: outcome }, ["outcome", "outcom"]);
  }))),
  operator("number-with-its-unit", (content, name) => recordsOf(content, "deadlines").map(({ path, record: { months } }) => changed(content, name, [...path, "months"], `${months} months`))),
  operator("code-misspelt", (content, name) => recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.map(({ procedure }, r) => changed(content, name, [...path, "routes", r, "procedure"], procedure.replace(/.$/, ""))))),
  operator("id-of-nothing", (content, name) => recordsOf(content, "crafts").flatMap(({ path, record: { trainingOccupations } }) => trainingOccupations.map((id, t) => changed(content, name, [...path, "trainingOccupations", t], `${id}in`)))),
  operator("day-that-is-none", (content, name) => recordsOf(content, "procedureRules").map(({ path, record: { validFrom } }) => changed(content, name, [...path, "validFrom"], `${validFrom.slice(0, 4)}-13-01`))),
];
