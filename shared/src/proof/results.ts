import type { Mark } from "@gleichwert/rules";
import type { Assessment, Path, Trace } from "../assessment/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { ExamplePerson } from "./finding.ts";
import type { Judge } from "./observe.ts";

/** Something wrong in a result itself, kept once for each kind and rule or procedure. */
export interface ResultFault {
  readonly kind: "dead-end" | "mark";
  readonly level: "error" | "warning";
  /** Rule whose record is meant, or target of the way. */
  readonly rule?: string;
  readonly path?: Path;
  readonly text: string;
  readonly person: ExamplePerson;
}

/** From sure to unsure. */
const certainty: readonly Mark[] = ["verified-law", "verified-page", "general-knowledge", "model"];
const isSurer = (a: Mark, b: Mark): boolean => certainty.indexOf(a) < certainty.indexOf(b);

/** A way is a container: its own list of law is what its sentences cite together, and each of them bears its mark. */
const isPath = (value: object): boolean => "procedure" in value && "range" in value;

/** Objects of a result that cite law and say not how sure it is, by their place. */
export function* unmarkedIn(value: unknown, place = ""): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  if ("law" in value && !isPath(value) && !certainty.includes((value as { mark?: Mark }).mark as Mark)) yield place;
  for (const [key, inner] of Object.entries(value)) if (key !== "law" && key !== "area") yield* unmarkedIn(inner, `${place}/${key}`);
}

type Marked<T> = T extends Path ? MarkedIn<T> : T extends { law: unknown } ? (T extends { mark: Mark } ? MarkedIn<T> : false) : MarkedIn<T>;
type MarkedIn<T> = T extends readonly (infer U)[] ? Marked<U> : T extends object ? (false extends { [K in keyof T]: Marked<NonNullable<T[K]>> }[keyof T] ? false : true) : true;
/** Every type below an assessment that has law has a mark; otherwise this does not compile. */
export const isMarkedThroughout: Marked<Assessment> = true;

/** A judge of results: next steps, reasons, sources and marks of everything that is shown to a person. */
export function resultJudge(rules: RulesetInForce, found: Map<string, ResultFault>): Judge {
  const add = (key: string, fault: ResultFault) => void (found.has(key) || found.set(key, fault));
  const judgeTrace = (entry: Trace, person: ExamplePerson) => {
    const { rule, finding, law, url, mark } = entry;
    const registered = rules.procedureRules.get(rule);
    const said = `${rule}.${finding}`;
    if (law.length + url.length === 0) add(`source ${said}`, { kind: "dead-end", level: "error", rule, person, text: `found the sentence ${said} without law and page, expected a source; add it to the rule ${rule} or to the record that says it` });
    if (!registered) add(`rule ${said}`, { kind: "dead-end", level: "error", rule, person, text: `found the sentence ${said} of a rule that data/procedure-rules does not hold in force, expected the rule; add it` });
    // Own law that the record brings may be read better than the rule; citing the rule's own law may not.
    else if (isSurer(mark, registered.mark) && (law === registered.law || law.every((one) => registered.law.includes(one)))) add(`mark ${said}`, { kind: "mark", level: "error", rule, person, text: `found the sentence ${said} marked ${mark} with the law of the rule ${rule}, which is marked ${registered.mark}; expected a sentence no surer than its rule; let the weaker mark count` });
  };
  return (assessment, person) => {
    for (const path of assessment.paths) {
      const name = `${path.procedure} of ${path.target ?? "a degree"}`;
      if (path.next.length === 0) add(`next ${path.procedure} ${path.outcome}`, { kind: "dead-end", level: "error", path, person, text: `found the way ${name} without a next step, expected one; name it in the step of the assessment` });
      if (path.trace.length === 0) add(`trace ${path.procedure}`, { kind: "dead-end", level: "error", path, person, text: `found the way ${name} without a reason, expected one with its law; add it in the step of the assessment` });
      else if (path.trace.every(({ law }) => law.length === 0) && path.law.length === 0) add(`law ${path.procedure}`, { kind: "dead-end", level: "error", path, person, text: `found the way ${name} without any law, expected one; cite it in a reason` });
    }
    for (const entry of [...assessment.paths.flatMap(({ trace }) => trace), ...assessment.qualifications.flatMap(({ trace }) => trace)]) judgeTrace(entry, person);
    for (const place of unmarkedIn(assessment)) add(`unmarked ${place.replace(/\d+/g, "n")}`, { kind: "mark", level: "error", person, text: `found law without a mark at ${place} of a result, expected how sure it is; give it the mark of its record` });
  };
}

/** A judge of results against their routes: no way says more surely than its route what the route's law is. */
export function routeMarkJudge(rules: RulesetInForce, found: Map<string, ResultFault>): Judge {
  const markOf = new Map<object, { mark: Mark; name: string }>();
  for (const { id, routes } of rules.regulatedProfessions.values()) for (const route of routes) markOf.set(route.law, { mark: route.mark, name: `${id}, route ${route.id}` });
  for (const list of rules.stateLists.values()) markOf.set(list.law, { mark: list.mark, name: list.id });
  for (const condition of rules.conditions.values()) markOf.set(condition.law, { mark: condition.mark, name: condition.id });
  return ({ paths }, person) => {
    for (const path of paths) {
      for (const { law, mark, rule, finding } of path.trace) {
        const record = markOf.get(law);
        if (!record || !isSurer(mark, record.mark)) continue;
        const key = `record ${rule}.${finding}`;
        if (!found.has(key)) found.set(key, { kind: "mark", level: "error", rule, path, person, text: `found the sentence ${rule}.${finding} marked ${mark} with the law of ${record.name}, which is marked ${record.mark}; expected a sentence no surer than its record; pass the record's mark on` });
      }
    }
  };
}
