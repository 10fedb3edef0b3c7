import type { Condition } from "@gleichwert/rules";
import { type ExamplePerson, listed, type ProofFinding } from "./finding.ts";
import type { Observation, Sort } from "./observe.ts";
import { peopleFor, type Told } from "./people.ts";
import { isSatisfiable, solutionsOf } from "./solve.ts";

/** A record that is shown to whoever meets its condition on one of its procedures. */
interface Row {
  readonly id: string;
  readonly procedures?: readonly string[];
  readonly when?: Condition | undefined;
}

const mostSolutions = 12;
/** So many people are assessed for one row before it counts as one that nobody sees. */
const mostPeople = 6000;

/** Looks for somebody who sees a row: people of its procedures, changed so that its condition holds; true when one does. */
function isShown(observation: Observation, sort: Sort, { id, when, procedures = [] }: Row): boolean {
  const { rules, byProcedure } = observation;
  if (observation.seen(sort, id)) return true;
  const bases = (procedures.length === 0 ? [...byProcedure.keys()] : procedures).flatMap((procedure) => [...(byProcedure.get(procedure)?.values() ?? [])].slice(0, 40));
  let tries = 0;
  let people = 0;
  for (const solution of when ? solutionsOf(rules, { holds: when }) : [{}]) {
    if (++tries > mostSolutions) break;
    for (const base of bases) {
      for (const person of peopleFor(rules, undefined, solution, `${base.words}, for ${id}`, [base.facts as Told])) {
        observation.see(person);
        if (observation.seen(sort, id)) return true;
        if (++people >= mostPeople) return false;
      }
    }
  }
  return false;
}

const unused = (record: object, text: string, person?: ExamplePerson): ProofFinding => ({ kind: "unused", level: "warning", at: { record, place: "" }, text, ...(person && { person }) });

/** Why a row with a condition is never shown. */
function reasonOf({ rules, byProcedure }: Observation, { when, procedures = [] }: Row): string {
  if (when && !isSatisfiable(rules, when)) return "its condition can hold for nobody; correct it";
  if (procedures.length > 0 && !procedures.some((code) => byProcedure.has(code))) return `no way has the procedure ${listed(procedures)}; correct the procedures`;
  return "nobody who meets its condition on these procedures is shown it; correct its procedures, its law or its condition";
}

/** Papers, money and residence pointers that no person is shown, and procedures in them that no way has (unerreichbare Zeilen). */
export function unshownRows(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const of = (sort: Sort, rows: readonly Row[]) =>
    rows.flatMap((row): ProofFinding[] => {
      const pointerWithout = sort === "residence" && row.when === undefined;
      if (pointerWithout) return [unused(row, `found the residence pointer "${row.id}" without a condition, so that nobody is shown it; expected "when"; write it or remove the pointer`)];
      const dead = (row.procedures ?? []).filter((code) => !observation.byProcedure.has(code));
      const strange = dead.length > 0 && dead.length < (row.procedures ?? []).length ? [unused(row, `found in "${row.id}" the procedures ${listed(dead)}, on which nobody in the proof gets a way; expected procedures of a route or step; remove them`)] : [];
      return isShown(observation, sort, row) ? strange : [unused(row, `found "${row.id}", which nobody is shown: ${reasonOf(observation, row)}`), ...strange];
    });
  return [...of("document", rules.requiredDocuments), ...of("funding", rules.funding), ...of("residence", rules.residencePointers)];
}

/** Named conditions that no step reads, or that nobody can meet. */
export function unreadConditions(observation: Observation): ProofFinding[] {
  const { rules, conditionsRead } = observation;
  return [...rules.conditions.values()].flatMap((condition): ProofFinding[] => {
    if (!conditionsRead.has(condition.id)) return [unused(condition, `found the condition "${condition.id}", which no step of the assessment reads; expected a step that names it or its rule ${condition.rule}; correct the id or the rule, or remove it`)];
    if (!isSatisfiable(rules, condition.when)) return [{ ...unused(condition, `found the condition "${condition.id}", which nobody can meet; expected one that somebody meets; correct its "when"`), kind: "unreachable", level: "error" }];
    return [];
  });
}
