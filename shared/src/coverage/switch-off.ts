import type { Ruleset } from "../ruleset/index.ts";

/**
 * The rules without one rule of the procedure (Regel abgeschaltet): neither its entry in the registry, by which steps decide
 * and sentences are said, nor any record that bears its number.
 * @param rule number, `R112`; one that no record bears leaves all as it is
 */
export function withoutRule({ hash, content }: Ruleset, rule: string): Ruleset {
  const others = <T extends { readonly rule: string }>(records: readonly T[] | undefined): T[] => (records ?? []).filter((record) => record.rule !== rule);
  const hints = others(content.referenceHints);
  const rows = content.countries.some(({ qualifications }) => qualifications.some(({ rules }) => rules.includes(rule)));
  return {
    hash: `${hash}-${rule}`,
    content: {
      ...content,
      procedureRules: content.procedureRules.filter(({ id }) => id !== rule),
      conditions: others(content.conditions),
      residencePointers: others(content.residencePointers),
      stateLists: others(content.stateLists),
      comparisonBodies: others(content.comparisonBodies),
      lawVariants: others(content.lawVariants),
      statements: others(content.statements),
      // The very same lists where nothing changes: what is built from them is kept.
      referenceHints: hints.length === content.referenceHints.length ? content.referenceHints : hints,
      countries: rows ? content.countries.map((country) => ({ ...country, qualifications: country.qualifications.map((row) => ({ ...row, rules: row.rules.filter((each) => each !== rule) })) })) : content.countries,
    },
  };
}

/** Where a rule stands: the collections whose records bear its number, beside the registry. */
export function placesOf({ content }: Ruleset, rule: string): string[] {
  const bears = { conditions: content.conditions, residencePointers: content.residencePointers, stateLists: content.stateLists, comparisonBodies: content.comparisonBodies ?? [], lawVariants: content.lawVariants ?? [], statements: content.statements ?? [], referenceHints: content.referenceHints };
  const found = Object.entries(bears).filter(([, records]) => records.some((record) => record.rule === rule)).map(([name]) => name);
  const routes = content.regulatedProfessions.some(({ routes, particulars = [], withoutTraining = [] }) => [...withoutTraining, ...particulars, ...routes.flatMap(({ findings }) => findings)].some((key) => key.startsWith(`${rule}.`)));
  return [...found, ...(routes ? ["regulatedProfessions"] : []), ...(content.countries.some(({ qualifications }) => qualifications.some(({ rules }) => rules.includes(rule))) ? ["countries"] : [])];
}
