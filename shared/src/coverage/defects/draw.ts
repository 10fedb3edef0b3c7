import type { RulesetContent } from "@gleichwert/rules";
import { drawn, type Mutant, mutantsOf, operators as valueOperators } from "../mutants.ts";
import { conditionOperators } from "./conditions.ts";
import type { Defect, DefectOperator } from "./defect.ts";
import { listOperators } from "./lists.ts";
import { recordOperators } from "./records.ts";
import { routeOperators } from "./routes.ts";
import { stepOperators } from "./steps.ts";
import { slipOperators, textOperators } from "./texts.ts";

const mutants = new WeakMap<RulesetContent, readonly Mutant[]>();
/** The changed values of a content, made once. */
function mutantsIn(content: RulesetContent): readonly Mutant[] {
  const known = mutants.get(content) ?? mutantsOf(content);
  mutants.set(content, known);
  return known;
}

/** The four changes of single values of the mutation run, as errors of one value. */
const ofValues: readonly DefectOperator[] = valueOperators.map((each) => ({
  name: `value-${each}`,
  of: (content) => mutantsIn(content).filter(({ operator }) => operator === each).map(({ collection, index, id, place, before, after, changed }): Defect => ({
    operator: `value-${each}`,
    place: `${collection}/${id}${place}`,
    before,
    after,
    inject: (into) => {
      const record = changed();
      return { ...into, [collection]: (into[collection] as readonly unknown[]).flatMap((one, i) => (i !== index ? [one] : record === undefined ? [] : [record])) };
    },
  })),
}));

/** All kinds of errors that are put into the rules; fixed before anybody looks who finds them. */
export const defectOperators: readonly DefectOperator[] = [...routeOperators, ...conditionOperators, ...recordOperators, ...listOperators, ...textOperators, ...slipOperators, ...stepOperators, ...ofValues];

/**
 * So many errors, drawn by a seed: each kind once before one comes a second time, each at a place drawn evenly.
 * @returns fewer only where the kinds have no more places; the same seed draws the same of the same content
 */
export function drawnDefects(operators: readonly DefectOperator[], content: RulesetContent, count: number, seed: number): Defect[] {
  const order = drawn(operators, operators.length, seed);
  const places = new Map<DefectOperator, Defect[]>();
  const found: Defect[] = [];
  for (let turn = 0; found.length < count && turn < count; turn += 1) {
    for (const [i, each] of order.entries()) {
      const all = places.get(each) ?? each.of(content);
      places.set(each, all);
      const [next] = drawn(all, turn + 1, seed + i).slice(turn);
      if (next !== undefined && found.length < count) found.push(next);
    }
  }
  return found;
}
