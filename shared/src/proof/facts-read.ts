import type { Condition } from "@gleichwert/rules";
import type { RulesetInForce } from "../ruleset/index.ts";
import { comparisonsIn } from "./domain.ts";
import type { ProofFinding } from "./finding.ts";
import type { Observation } from "./observe.ts";

/** All conditions of the rules in force with the record they stand in. */
export function conditionsOf(rules: RulesetInForce): { readonly record: object; readonly place: string; readonly when: Condition }[] {
  const of = (records: Iterable<{ readonly when?: Condition | undefined }>) => [...records].flatMap((record) => (record.when ? [{ record, place: "/when", when: record.when }] : []));
  return [
    ...[...rules.regulatedProfessions.values()].flatMap((profession) => profession.routes.flatMap((route, r) => (route.when ? [{ record: profession, place: `/routes/${r}/when`, when: route.when }] : []))),
    ...of(rules.conditions.values()),
    ...of(rules.funding),
    ...of(rules.residencePointers),
    ...of(rules.requiredDocuments),
  ];
}

/** Facts that follow from others; the loader knows which there are. */
const isDerived = (fact: string) => /^(derived|sum)\./.test(fact);

/** Facts that rows are made of: the row is read as a whole, and optional fields tell the authority, not the rules. */
const isToldOnly = ({ optional, list, volunteered }: { optional?: boolean | undefined; list?: string | undefined; volunteered?: boolean | undefined }) => (optional === true && list !== undefined) || volunteered === true;

/** Facts that are asked while nothing reads them or while they count as volunteered, and facts in conditions that do not exist. */
export function unreadFacts(observation: Observation): ProofFinding[] {
  const { rules, read } = observation;
  const conditions = conditionsOf(rules);
  const named = new Set(conditions.flatMap(({ when }) => comparisonsIn(when).map(({ fact }) => fact)));
  const unread = rules.stages.flatMap((stage) =>
    stage.facts.flatMap((fact, i): ProofFinding[] => {
      if (read.has(fact.id) || named.has(fact.id)) return [];
      const kind = isToldOnly(fact) ? "can be told" : "is asked";
      return [{ kind: "unread-fact", level: "warning", at: { record: stage, place: `/facts/${i}` }, text: `found the fact "${fact.id}", which ${kind} while no step and no condition reads it (${observation.count()} people); expected a reader; remove it or read it` }];
    }),
  );
  const volunteered = rules.stages.flatMap((stage) =>
    stage.facts.flatMap((fact, i): ProofFinding[] => {
      const person = observation.asked.get(fact.id);
      if (fact.volunteered !== true || !person) return [];
      return [{ kind: "contradiction", level: "error", at: { record: stage, place: `/facts/${i}/volunteered` }, text: `found the fact "${fact.id}" as one that people only volunteer, while a step asks for it; expected conditions to ask for it too; take "volunteered" away`, person }];
    }),
  );
  const strange = conditions.flatMap(({ record, place, when }) =>
    comparisonsIn(when).filter(({ fact }) => !rules.facts.has(fact) && !isDerived(fact)).map(({ fact }): ProofFinding => ({ kind: "unread-fact", level: "error", at: { record, place }, text: `found the fact "${fact}" in a condition, which exists nowhere, so that the condition never holds; expected a fact of data/facts or a derived one; correct the id` })),
  );
  const asked = [...read].filter((id) => !rules.facts.has(id) && !named.has(id)).map((id): ProofFinding => ({ kind: "unread-fact", level: "error", at: { file: "data/facts", place: "" }, text: `found no fact "${id}", which a step of the assessment asks for; expected its definition; add it to data/facts` }));
  return [...unread, ...volunteered, ...strange, ...asked];
}
