import type { Mark } from "@gleichwert/rules";
import type { RulesetInForce } from "../ruleset/index.ts";
import { lessCertain, statuteOf } from "./law.ts";
import type { Path, SentenceSource } from "./types.ts";

/** So many provisions still read as the source of one sentence. */
const fewest = 3;

/**
 * The sources of everything that is said of a way beside its findings: outcome, duty, procedure, measures, examinations,
 * what is free, next steps (Quellennachweis). Of a record's law only the statutes of this way are cited; where it has none
 * of them, the way's own law stands for it.
 * @returns sources by text file and key, `next.apply`; a sentence behind which nothing stands is marked as general knowledge
 */
export function statementsOf(rules: RulesetInForce, path: Path): ReadonlyMap<string, SentenceSource> {
  const statutes = new Set([...path.law, ...path.trace.flatMap(({ law }) => law)].map(statuteOf));
  const basis = [...new Set(path.law.length > 0 ? path.law : path.trace.flatMap(({ law }) => law))].slice(0, fewest);
  const surest: Mark = path.trace.some(({ mark, law }) => mark === "verified-law" && law.length > 0) ? "verified-law" : "general-knowledge";
  const sourceOf = (key: string): SentenceSource => {
    const record = rules.statements.get(key);
    if (!record) return { rule: "R190", law: [], url: [], mark: "general-knowledge" };
    const { rule, law, url, mark } = record;
    const within = law.filter((provision) => statutes.has(statuteOf(provision)));
    // What a page says, or what a law says of the free work itself, needs no statute of the way.
    const own = within.length > 0 ? within : (key.startsWith("free.") && law.length > 0) || (law.length === 0 && url.length > 0) ? law : undefined;
    if (own) return { rule, law: own.slice(0, fewest), url, mark };
    return { rule, law: basis, url, mark: basis.length > 0 ? lessCertain(mark, surest) : "general-knowledge" };
  };
  return new Map(keysOf(path).map((key) => [key, sourceOf(key)]));
}

/** Text keys of the sentences, in the order of the page. */
function keysOf({ outcome, range, target, regulated, form, procedure, chosenBy, measures, exams, freeWithout, next }: Path): string[] {
  return [
    ...new Set([outcome, range.worst, range.likely, range.best].map((code) => `outcomes.${code}`)),
    `regulated.${target ? regulated : "unknown"}`,
    `forms.${form}`,
    `procedures.${procedure}`,
    ...(chosenBy ? [`chosen-by.${chosenBy}`] : []),
    ...measures.map(({ code }) => `measures.${code}`),
    ...exams.map(({ code }) => `exams.${code}`),
    ...freeWithout,
    ...next,
  ];
}
