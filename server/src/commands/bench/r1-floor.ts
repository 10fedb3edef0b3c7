/**
 * The hand-written floor that one assessment is measured against: ten conditions and forty competence areas over plain rule data,
 * with a trace of fifty entries, and nothing else that the product does.
 */
export interface FloorRules {
  readonly conditions: readonly { readonly id: string; readonly fact: string; readonly atLeast: number; readonly law: readonly string[] }[];
  readonly areas: readonly { readonly id: string; readonly weeks: number }[];
}
export interface FloorCase {
  readonly facts: Readonly<Record<string, number | undefined>>;
  readonly weeks: Readonly<Record<string, number | undefined>>;
}

/** Rules and a case of the size that the floor is defined by. */
export function floorScene(): { rules: FloorRules; person: FloorCase } {
  const conditions = Array.from({ length: 10 }, (_, i) => ({ id: `c${i}`, fact: `f${i}`, atLeast: i, law: [`BQFG § ${i}`] }));
  const areas = Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, weeks: 4 + (i % 9) }));
  const facts = Object.fromEntries(conditions.map(({ fact }, i) => [fact, i % 3 === 0 ? i - 1 : i + 2]));
  const weeks = Object.fromEntries(areas.map(({ id }, i) => [id, i % 4 === 0 ? undefined : i % 9]));
  return { rules: { conditions, areas }, person: { facts, weeks } };
}

/** Compares a case with the rules. @returns outcome and one trace entry for each condition and area */
export function floor({ conditions, areas }: FloorRules, { facts, weeks }: FloorCase): { outcome: string; trace: object[] } {
  const trace: object[] = [];
  let open = 0;
  let missing = 0;
  for (const { id, fact, atLeast, law } of conditions) {
    const value = facts[fact];
    const holds = value === undefined ? "open" : value >= atLeast ? "yes" : "no";
    if (holds !== "yes") open += 1;
    trace.push({ rule: id, finding: holds, law, value });
  }
  for (const { id, weeks: wanted } of areas) {
    const has = weeks[id];
    const short = has === undefined ? 0 : Math.max(0, wanted - has);
    missing += short;
    trace.push({ rule: id, finding: has === undefined ? "not-known" : short > 0 ? "short" : "covered", short });
  }
  return { outcome: open > 5 ? "insufficient" : missing > 20 ? "partial" : "full", trace };
}
