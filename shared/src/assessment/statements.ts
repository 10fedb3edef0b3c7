import type { RulesetInForce } from "../ruleset/index.ts";
import { lessCertain, statuteOf } from "./law.ts";
import type { Path, SentenceSource } from "./types.ts";

/** So many provisions still read as the source of one sentence. */
const fewest = 3;

/**
 * The sources of everything that is said of a way beside its findings: outcome, duty, procedure, measures, examinations,
 * what is free, next steps (Quellennachweis). The findings of the way that its record names carry the law; else the
 * record's own law as far as it belongs to the statutes of the way; else a page, or a law of its own that speaks of nothing else.
 * @returns sources by text file and key, `next.apply`. Where none of these is there, the law of the way is shown as the place to
 * look, marked as general knowledge: it is not said to hold the sentence.
 */
export function statementsOf(rules: RulesetInForce, path: Path): ReadonlyMap<string, SentenceSource> {
  const statutes = new Set([...path.law, ...path.trace.flatMap(({ law }) => law)].map(statuteOf));
  const sourceOf = (key: string): SentenceSource => {
    const record = rules.statements.get(key);
    const wayAlone = [...new Set(path.law.length > 0 ? path.law : path.trace.flatMap(({ law }) => law))].slice(0, fewest);
    if (!record) return { rule: "R190", law: wayAlone, url: [], mark: "general-knowledge" };
    // A version that was published before there were such findings names none.
    const { rule, law, url, mark, of = [] } = record;
    const said = path.trace.filter(({ rule: number, finding, law: cited }) => cited.length > 0 && of.includes(`${number}.${finding}`));
    if (said.length > 0) return { rule, law: [...new Set(said.flatMap((entry) => entry.law.slice(0, fewest)))], url, mark: said.reduce((least, entry) => lessCertain(least, entry.mark), mark) };
    const within = law.filter((provision) => statutes.has(statuteOf(provision)));
    if (within.length > 0) return { rule, law: within.slice(0, fewest), url, mark };
    const isOfOneStatute = law.length > 0 && new Set(law.map(statuteOf)).size === 1;
    if (isOfOneStatute || url.length > 0) return { rule, law, url, mark };
    return { rule, law: wayAlone, url, mark: "general-knowledge" };
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
