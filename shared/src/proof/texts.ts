import { locales, type TextTree } from "@gleichwert/rules";
import { type ExamplePerson, listed, type ProofFinding } from "./finding.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { Judge, Observation, Sort } from "./observe.ts";

/** A sentence at a key of a text file; undefined where there is none. */
export function sentenceAt(tree: TextTree | undefined, key: string): string | undefined {
  let node: string | TextTree | undefined = tree;
  for (const part of key.split(".")) node = typeof node === "object" && Object.hasOwn(node, part) ? node[part] : undefined;
  return typeof node === "string" ? node : undefined;
}

/** All keys of a file. */
const keysOf = (tree: TextTree | undefined, before = ""): string[] => Object.entries(tree ?? {}).flatMap(([key, value]) => (typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`)));

const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{\s*([A-Za-z][\w-]*)\s*[,}]/g)].map(([, name]) => name ?? "");

/** Where the words of each sort of code stand: the file, and what comes before and after the code. */
const places: readonly (readonly [Sort, file: string, key: (code: string) => readonly string[]])[] = [
  ["finding", "findings", (code) => [code]],
  ["procedure", "procedures", (code) => [`${code}.title`, `${code}.sentence`]],
  ["outcome", "outcomes", (code) => [`${code}.title`, `${code}.short`, `${code}.sentence`]],
  ["measure", "measures", (code) => [`${code}.title`, `${code}.sentence`]],
  ["exam", "exams", (code) => [`${code}.title`, `${code}.sentence`]],
  ["document", "documents", (code) => [code]],
  ["funding", "funding", (code) => [code]],
  ["residence", "residence", (code) => [code]],
  ["fee-kind", "fees", (code) => [`what.${code}`]],
  ["deadline-from", "deadlines", (code) => [`from.${code}`]],
  ["authority-type", "authorities", (code) => [code]],
  ["next", "next", (code) => [code.replace(/^next\./, "")]],
  ["free", "free", (code) => [code.replace(/^free\./, "")]],
  ["chosen-by", "chosen-by", (code) => [code]],
  ["left-open", "left-to-authority", (code) => [code]],
];

const missing = (file: string, key: string, text: string, person?: ExamplePerson): ProofFinding => ({ kind: "missing-text", level: "error", at: { file, place: `/${key.replaceAll(".", "/")}` }, text, ...(person && { person }) });

/** Words that a result needs and a language lacks, each with the first person who would miss them. */
export function missingTexts(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const routes = [...rules.regulatedProfessions.values()].flatMap(({ id, routes: all, particulars = [], withoutTraining = [], acquiredRights }) => [...withoutTraining, ...particulars, ...all.flatMap(({ findings }) => findings), ...acquiredRights.map(({ finding }) => finding)].map((key) => [key, id] as const));
  const named = new Map<string, string>();
  for (const [key, id] of routes) if (!observation.seen("finding", key) && !named.has(key)) named.set(key, id);
  return locales.flatMap((locale) => {
    const texts = rules.texts[locale] ?? {};
    const lacks = (file: string, key: string) => sentenceAt(texts[file], key) === undefined;
    const shown = places.flatMap(([sort, file, keys]) => [...observation.all(sort)].flatMap(([code, person]) => keys(code).filter((key) => lacks(file, key)).map((key) => missing(`texts/${locale}/${file}.yaml`, key, `found no text "${key}", expected the words that the result of this person shows; write them`, person))));
    const ofRoutes = [...named].filter(([key]) => lacks("findings", key)).map(([key, id]) => missing(`texts/${locale}/findings.yaml`, key, `found no text "${key}", which a route of ${id} names; expected its sentence; write it`));
    return [...shown, ...ofRoutes];
  });
}

/** A judge of results: sentences whose placeholders no figure of the reason fills, in any language. */
export function placeholderJudge(rules: RulesetInForce, found: Map<string, ProofFinding>): Judge {
  const checked = new Set<string>();
  return ({ paths, qualifications }, person) => {
    for (const { rule, finding, params } of [...paths, ...qualifications].flatMap(({ trace }) => trace)) {
      const key = `${rule}.${finding}`;
      const given = Object.keys(params).join();
      if (checked.has(`${key} ${given}`)) continue;
      checked.add(`${key} ${given}`);
      for (const locale of locales) {
        const empty = placeholders(sentenceAt(rules.texts[locale]?.["findings"], key) ?? "").filter((name) => !Object.hasOwn(params, name));
        const file = `texts/${locale}/findings.yaml`;
        if (empty.length > 0 && !found.has(`${file} ${key}`)) found.set(`${file} ${key}`, missing(file, key, `found the placeholder ${listed(empty.map((name) => `{${name}}`))} in "${key}", which the reason does not fill for this person; expected figures it has (${given || "none"}); write the sentence without it`, person));
      }
    }
  };
}

/** Sentences of findings that no person is told and no route names. @param saidLater told to people under law that begins later */
export function unsaidTexts(observation: Observation, saidLater: ReadonlySet<string>): ProofFinding[] {
  const { rules } = observation;
  const named = new Set([...rules.regulatedProfessions.values()].flatMap(({ routes, particulars = [], withoutTraining = [] }) => [...withoutTraining, ...particulars, ...routes.flatMap(({ findings }) => findings)]));
  const unsaid = keysOf(rules.texts.en?.["findings"]).filter((key) => !observation.seen("finding", key) && !named.has(key) && !saidLater.has(key));
  const silent = [...named].filter((key) => !observation.seen("finding", key) && rules.procedureRules.has(key.split(".")[0] ?? ""));
  return [
    ...(unsaid.length > 0 ? [{ kind: "unused", level: "warning", at: { file: "texts/en/findings.yaml", place: "" }, text: `found ${unsaid.length} sentences that none of ${observation.count()} people is told (${listed(unsaid, 40)}); expected a step or route that says them; remove them in every language or say them` } as const] : []),
    ...(silent.length > 0 ? [{ kind: "unused", level: "warning", at: { file: "data/regulated-professions", place: "" }, text: `found ${silent.length} findings of routes that nobody is told (${listed(silent, 40)}); expected routes that somebody reaches and steps that say their findings; remove them there or let the step say them` } as const] : []),
  ];
}
