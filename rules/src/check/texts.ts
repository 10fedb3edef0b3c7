import { either, nearest } from "../finding.ts";
import { locales, type RulesetContent, type TextTree } from "../index.ts";

/** A remark of the rule check that stands in a file of texts. */
export interface TextRemark {
  readonly file: string;
  readonly place: string;
  readonly level: "error" | "warning";
  readonly text: string;
}

/** All sentences of a tree by their key, parts joined by points. */
export function sentencesOf(tree: TextTree | undefined, before = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree ?? {})) {
    if (typeof value === "string") found.set(before + key, value);
    else for (const [inner, sentence] of sentencesOf(value, `${before}${key}.`)) found.set(inner, sentence);
  }
  return found;
}

/** Names in braces, `{months}`, sorted; the first word of `{count, plural, …}`. */
export function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\s*([A-Za-z][\w-]*)\s*[,}]/g)].map(([, name]) => name ?? ""))].toSorted();
}

/** Same files, keys and placeholders in every language (Parität); the English text is the measure, German where English has none. */
export function parityRemarks({ texts }: RulesetContent): TextRemark[] {
  const names = new Set(locales.flatMap((locale) => Object.keys(texts[locale] ?? {})));
  return [...names].toSorted().flatMap((name) => {
    const byLocale = locales.map((locale) => ({ locale, file: `texts/${locale}/${name}.yaml`, sentences: sentencesOf(texts[locale]?.[name]), isThere: texts[locale]?.[name] !== undefined }));
    const absent = byLocale.filter(({ isThere }) => !isThere).map(({ file }): TextRemark => ({ file, place: "", level: "error", text: `found no file, expected the same texts as in ${either(byLocale.filter(({ isThere }) => isThere).map(({ locale }) => locale))}; add the file` }));
    const keys = new Set(byLocale.flatMap(({ sentences }) => [...sentences.keys()]));
    const there = byLocale.filter(({ isThere }) => isThere);
    return [...absent, ...[...keys].toSorted().flatMap((key) => keyRemarks(key, there))];
  });
}

function keyRemarks(key: string, byLocale: readonly { locale: string; file: string; sentences: ReadonlyMap<string, string> }[]): TextRemark[] {
  const measure = ["en", "de"].map((wanted) => byLocale.find(({ locale, sentences }) => locale === wanted && sentences.has(key))).find(Boolean) ?? byLocale.find(({ sentences }) => sentences.has(key));
  const wanted = placeholdersOf(measure?.sentences.get(key) ?? "");
  return byLocale.flatMap(({ file, sentences }): TextRemark[] => {
    const sentence = sentences.get(key);
    const place = `/${key.replaceAll(".", "/")}`;
    if (sentence === undefined) return [{ file, place, level: "error", text: `found no text, expected one as in ${measure?.file}; translate it` }];
    if (sentence.trim() === "") return [{ file, place, level: "error", text: "found an empty text, expected a sentence; write it" }];
    const used = placeholdersOf(sentence);
    if (used.join() === wanted.join()) return [];
    return [{ file, place, level: "error", text: `found the placeholders ${braces(used)}, expected ${braces(wanted)} as in ${measure?.file}; write the same names in braces` }];
  });
}

const braces = (names: readonly string[]) => (names.length === 0 ? "none" : names.map((name) => `{${name}}`).join(" "));

/** Facts that the interview asks without words in some language, and findings of routes without a German sentence. */
export function wordlessRemarks(content: RulesetContent): TextRemark[] {
  const asked = content.facts.flatMap(({ facts }) => facts).filter(({ volunteered }) => !volunteered);
  const remarks = locales.flatMap((locale): TextRemark[] => {
    const file = `texts/${locale}/facts.yaml`;
    const texts = content.texts[locale]?.facts;
    if (texts === undefined) return [{ file, place: "", level: "warning", text: `found no file, expected the words of ${asked.length} facts; add the file` }];
    const keys = [...sentencesOf(texts).keys()];
    return asked
      .filter(({ id }) => !keys.some((key) => key === id || key.startsWith(`${id}.`)))
      .map(({ id }) => ({ file, place: "", level: "error", text: `found no words for the fact "${id}", expected its question; add a block "${id}"` }));
  });
  const findings = sentencesOf(content.texts.de?.findings);
  const wanted = new Map<string, string[]>();
  for (const { id, routes, particulars = [], withoutTraining = [] } of content.regulatedProfessions) {
    const named = [...[...withoutTraining, ...particulars].map((key) => [key, id]), ...routes.flatMap((route) => route.findings.map((key) => [key, `${id}, route ${route.id}`]))] as [string, string][];
    for (const [key, where] of named) wanted.set(key, [...(wanted.get(key) ?? []), where]);
  }
  for (const [key, uses] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const near = nearest(key, findings.keys());
    if (!findings.has(key)) remarks.push({ file: "texts/de/findings.yaml", place: "", level: "error", text: `found no sentence for the finding "${key}" (${uses[0]}${uses.length === 1 ? "" : ` and ${uses.length - 1} more`}), expected one; ${near ? `did you mean "${near}"?` : "add it in every language"}` });
  }
  return remarks;
}
