/** proveRules(): contradictions, unreachable rows, missing sources and texts of the rules, each with an example person. */
import type { RulesetContent } from "@gleichwert/rules";
import { inForce, type RulesetInForce } from "../ruleset/index.ts";
import { clashJudge, contradictoryRoutes, type Clash } from "./contradictions.ts";
import { unreadConditions, unshownRows } from "./conditioned-rows.ts";
import { unreadFacts } from "./facts-read.ts";
import { grouped, listed, type ProofFinding } from "./finding.ts";
import { unkeyedRows, unnamedAuthorities, unreachedLists, unreachedParts, unreachedWords } from "./keyed-rows.ts";
import { type Judge, observe } from "./observe.ts";
import { population } from "./population.ts";
import { reachRoutes } from "./reach.ts";
import { resultJudge, routeMarkJudge, type ResultFault } from "./results.ts";
import { statementFindings } from "./statements.ts";
import { missingTexts, placeholderJudge, unsaidTexts } from "./texts.ts";
import { expiredRecords } from "./validity.ts";

export { isWithin } from "./contradictions.ts";
export { usualFacts } from "./people.ts";
export { type ExamplePerson, factsOf, lineOf, type ProofFinding, type ProofKind, type ProofPlace } from "./finding.ts";

/** What a proof found, and over how many assessed people. */
export interface Proof {
  readonly findings: readonly ProofFinding[];
  readonly people: number;
}

/**
 * Proves rules over the finite values of their facts (Beweis der Regeln): no contradictions, no unreachable rows, no
 * result without next step, source, mark and words, nothing out of date. Deterministic.
 * @param on day whose law is proved, ISO date; professions and changes of law that begin later are proved on their first day
 * @returns errors first, then warnings; empty when there is nothing to say
 */
export function proveRules(content: RulesetContent, on: string): ProofFinding[] {
  return [...proofOf(content, on).findings];
}

/** The same with the number of people, for a report. @param on as for `proveRules` */
export function proofOf(content: RulesetContent, on: string): Proof {
  const rules = inForce({ hash: "proof", content }, on);
  const faults = new Map<string, ResultFault>();
  const clashes = new Map<string, Clash>();
  const placeholders = new Map<string, ProofFinding>();
  const judging = (law: RulesetInForce): Judge[] => [resultJudge(law, faults), routeMarkJudge(law, faults), clashJudge(clashes), placeholderJudge(law, placeholders)];
  const observation = observe(rules, judging(rules));
  const recordOf = recordsOf(content, rules);
  for (const person of population(rules)) observation.see(person);
  const { reached, findings: unreachable } = reachRoutes(observation, recordOf);
  const later = laterRoutes(content, on, judging);
  const findings = [
    ...contradictoryRoutes(rules, reached, recordOf),
    ...unreachable,
    ...later.findings,
    ...unreadConditions(observation),
    ...unshownRows(observation),
    ...unnamedAuthorities(observation),
    ...unkeyedRows(observation),
    ...unreachedParts(observation, recordOf),
    ...unreachedLists(observation),
    ...unreachedWords(observation),
    ...unreadFacts(observation),
    ...expiredRecords(observation),
  ];
  // These judge every person assessed so far, the witnesses of the checks above among them.
  const ofResults = [...[...clashes.values()].map((clash) => clashFinding(rules, recordOf, clash)), ...[...faults.values()].map((fault) => faultFinding(rules, recordOf, fault)), ...placeholders.values(), ...missingTexts(observation), ...statementFindings(observation), ...unsaidTexts(observation, later.said)];
  const all = merged([...findings, ...ofResults]);
  return { findings: [...all.filter(({ level }) => level === "error"), ...all.filter(({ level }) => level === "warning")], people: observation.count() + later.people };
}

/** What is said alike of many records is said once, with how many more there are. */
function merged(findings: readonly ProofFinding[]): ProofFinding[] {
  return [...grouped(findings, ({ kind, level, text }) => `${kind} ${level} ${text}`).values()].map(([first, ...more]) => {
    const names = more.flatMap(({ at }) => ("file" in at ? [at.file] : "id" in at.record ? [String(at.record.id)] : []));
    return more.length === 0 ? first! : { ...first!, text: `${first!.text} (the same ${more.length === 1 ? "once" : `${more.length} times`} more${names.length > 0 ? `: ${listed([...new Set(names)])}` : ""})` };
  });
}

/** The record of the content behind a profession in force, which may be a copy without the routes of other law. */
function recordsOf(content: RulesetContent, rules: RulesetInForce): (profession: { readonly id: string }) => object {
  return ({ id }) => {
    const now = rules.regulatedProfessions.get(id);
    return content.regulatedProfessions.find((record) => record.id === id && record.validFrom === now?.validFrom) ?? content.regulatedProfessions.find((record) => record.id === id) ?? {};
  };
}

/** Routes of versions that begin later, and of changes of law with open beginning, each on its first day. */
function laterRoutes(content: RulesetContent, on: string, judging: (law: RulesetInForce) => Judge[]): Proof & { readonly said: ReadonlySet<string> } {
  const findings: ProofFinding[] = [];
  const said = new Set<string>();
  let people = 0;
  const prove = (changed: RulesetContent, day: string, wanted: (id: string) => boolean) => {
    const rules = inForce({ hash: "proof", content: changed }, day);
    const observation = observe(rules, judging(rules));
    const recordOf = recordsOf(content, rules);
    const { reached, findings: unreachable } = reachRoutes(observation, recordOf, [...rules.regulatedProfessions.values()].filter(({ id }) => wanted(id)));
    findings.push(...unreachable, ...contradictoryRoutes(rules, reached, recordOf));
    people += observation.count();
    for (const key of observation.all("finding").keys()) said.add(key);
  };
  const days = new Set(content.regulatedProfessions.map(({ validFrom }) => validFrom).filter((day) => day > on));
  for (const day of days) prove(content, day, (id) => content.regulatedProfessions.some((record) => record.id === id && record.validFrom === day));
  for (const { id: variant, startsOn } of content.lawVariants ?? []) {
    if (startsOn !== undefined && startsOn <= on) continue;
    const changed = { ...content, lawVariants: content.lawVariants.map((one) => (one.id === variant ? { ...one, startsOn: on } : one)) };
    prove(changed, on, (id) => content.regulatedProfessions.some((record) => record.id === id && record.routes.some(({ onlyWith, onlyWithout }) => onlyWith === variant || onlyWithout === variant)));
  }
  return { findings, people, said };
}

function clashFinding(rules: RulesetInForce, recordOf: (profession: { readonly id: string }) => object, { path, text, person }: Clash): ProofFinding {
  return { kind: "contradiction", level: "error", at: recordOfTarget(rules, recordOf, path.target), text: `found ${text}, expected one answer; correct the routes or the step that says so`, person };
}

function faultFinding(rules: RulesetInForce, recordOf: (profession: { readonly id: string }) => object, { kind, level, rule, path, text, person }: ResultFault): ProofFinding {
  const record = rule === undefined ? undefined : rules.procedureRules.get(rule);
  return { kind, level, at: record ? { record, place: "" } : recordOfTarget(rules, recordOf, path?.target), text, person };
}

function recordOfTarget(rules: RulesetInForce, recordOf: (profession: { readonly id: string }) => object, target: string | undefined): ProofFinding["at"] {
  if (target !== undefined && rules.regulatedProfessions.has(target)) return { record: recordOf({ id: target }), place: "" };
  const occupation = rules.referenceOccupations.get(target ?? "");
  return occupation ? { record: occupation, place: "" } : { file: "data", place: "" };
}

