import { locales } from "@gleichwert/rules";
import { listed, type ExamplePerson, type ProofFinding } from "./finding.ts";
import type { Observation, Sort } from "./observe.ts";
import { sentenceAt } from "./texts.ts";

/** Sentences of a result that no finding carries, by the sort of their code: the text key of each. */
const keys: readonly (readonly [Sort, keyOf: (code: string) => string])[] = [
  ["outcome", (code) => `outcomes.${code}`],
  ["procedure", (code) => `procedures.${code}`],
  ["regulated", (code) => `regulated.${code}`],
  ["form", (code) => `forms.${code}`],
  ["chosen-by", (code) => `chosen-by.${code}`],
  ["measure", (code) => `measures.${code}`],
  ["exam", (code) => `exams.${code}`],
  ["free", (code) => code],
  ["next", (code) => code],
];

/**
 * Sentences without a record that names their source (Quellennachweis), each with the first person who reads it; records
 * of sentences that nobody reads, or that have no words.
 */
export function statementFindings(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const shown = new Map<string, ExamplePerson>(keys.flatMap(([sort, keyOf]) => [...observation.all(sort)].map(([code, person]) => [keyOf(code), person] as const)));
  const unsourced = [...shown].filter(([key]) => !rules.statements.has(key)).map(([key, person]): ProofFinding => ({ kind: "dead-end", level: "error", at: { file: "data/statements", place: "" }, text: `found the sentence "${key}" without a record of its source, expected one; add it with its rule, law or page and mark`, person }));
  const freeOfProfessions = new Set([...rules.regulatedProfessions.values()].flatMap(({ freeWithout }) => freeWithout));
  const unread = [...rules.statements.values()].filter(({ id }) => !shown.has(id) && !freeOfProfessions.has(id)).map((record): ProofFinding => ({ kind: "unused", level: "warning", at: { record, place: "" }, text: `found the source of "${record.id}", a sentence that none of the example people reads; expected a step or route that says it; remove it or say it` }));
  const wordless = [...rules.statements.values()].flatMap((record): ProofFinding[] => {
    const [file = "", key = ""] = [record.id.slice(0, record.id.indexOf(".")), record.id.slice(record.id.indexOf(".") + 1)];
    const lacking = locales.filter((locale) => [key, `${key}.title`, `${key}.sentence`].every((each) => sentenceAt(rules.texts[locale]?.[file], each) === undefined));
    return lacking.length === 0 ? [] : [{ kind: "missing-text", level: "error", at: { record, place: "/id" }, text: `found the source of "${record.id}", of which ${listed(lacking)} has no words; expected a text with this key; write it or correct the id` }];
  });
  return [...unsourced, ...unread, ...wordless];
}
