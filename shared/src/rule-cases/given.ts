import type { CasePersons, RuleCase } from "@gleichwert/rules";
import { firstQualification, keyOf, said, type Facts, type FactValue } from "../facts/index.ts";

/**
 * Facts of a case as the person said them: the likeness first, then what the case itself gives.
 * @throws Error when the case is like somebody whom `persons.yaml` does not know
 */
export function factsOf({ name, like, given }: RuleCase, persons: CasePersons): Facts {
  const person = like === undefined ? {} : persons[like];
  if (!person) throw new Error(`The case "${name}" is like "${like}", whom cases/persons.yaml does not know; name one of ${Object.keys(persons).join(", ")}.`);
  const told = Object.entries({ ...person, ...given } as Readonly<Record<string, FactValue | null>>);
  return Object.fromEntries(told.flatMap(([key, value]) => (value === null ? [] : [[/^qualification\.[^@]+$/.test(key) ? keyOf(key, firstQualification) : key, said(value)]])));
}
