import type { CasePersons, ExpectedWay, RuleCase, RulesetContent } from "@gleichwert/rules";
import { assess, type Assessment, type Path } from "../assessment/index.ts";
import { inForce, type Ruleset, type RulesetInForce } from "../ruleset/index.ts";
import { factsOf } from "./given.ts";

/** One expectation of a case beside what was found; both as told, lists sorted. */
export interface Difference {
  readonly of: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** The result of one case (Regelfall): what the rules found, and where it differs from what the law lets one expect. */
export interface Judged {
  readonly name: string;
  readonly assessment: Assessment;
  readonly differences: readonly Difference[];
}

const switched = new WeakMap<Ruleset, Map<string, Ruleset>>();

/** The rules of a case: those of the version, with the changes of law that the case counts as begun. */
export function rulesFor(ruleset: Ruleset, { on, variants }: Pick<RuleCase, "on" | "variants">): RulesetInForce {
  if (!variants) return inForce(ruleset, on);
  const key = JSON.stringify(variants);
  const known = switched.get(ruleset) ?? new Map<string, Ruleset>();
  switched.set(ruleset, known);
  const content = (): RulesetContent => ({ ...ruleset.content, lawVariants: ruleset.content.lawVariants.map((variant) => (variants[variant.id] ? { ...variant, startsOn: variants[variant.id] } : variant)) });
  const own = known.get(key) ?? { hash: `${ruleset.hash}+${key}`, content: content() };
  known.set(key, own);
  return inForce(own, on);
}

/**
 * Judges a case: assesses its person and compares what is expected; nothing else is compared.
 * @returns no differences where the case holds
 */
export const judge = (ruleset: Ruleset, persons: CasePersons, ruleCase: RuleCase): Judged => judgeIn(rulesFor(ruleset, ruleCase), persons, ruleCase);

/** The same with rules in force that the caller has made ready for the day of the case. @param assessing absent: by the legal steps */
export function judgeIn(rules: RulesetInForce, persons: CasePersons, ruleCase: RuleCase, assessing: typeof assess = assess): Judged {
  const assessment = assessing(rules, factsOf(ruleCase, persons), ruleCase.on);
  const expected = { ...ruleCase.expect, ...(ruleCase.decidesNot && { noRules: [...(ruleCase.expect.noRules ?? []), ...ruleCase.decidesNot] }) };
  const differences = Object.entries(expected).flatMap(([of, wanted]): Difference[] => {
    const found = lookUp(of as keyof ExpectedWay, wanted, assessment);
    const want = sets.has(of) ? sorted(wanted as string[]) : wanted;
    return same(want, found) ? [] : [{ of, expected: want, found }];
  });
  return { name: ruleCase.name, assessment, differences };
}

const sets = new Set(["measures", "exams", "authority", "basis", "freeWithout"]);
const sorted = (codes: readonly string[]) => [...codes].sort();
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What was found for one expectation; for lists of what must be there, those of them that are; for `no…`, those that are not. */
function lookUp(of: keyof ExpectedWay, wanted: unknown, { paths, qualifications: [qualification], missing, leftToAuthority }: Assessment): unknown {
  const way = paths[0];
  const trace = [...(qualification?.trace ?? []), ...(way?.trace ?? [])];
  const among = (present: readonly string[]) => (wanted as readonly string[]).filter((each) => present.includes(each));
  const absent = (present: readonly string[]) => (wanted as readonly string[]).filter((each) => !present.includes(each));
  const ids = (records: readonly { readonly id: string }[] | undefined) => (records ?? []).map(({ id }) => id);
  const ways = paths.map(({ procedure }) => procedure);
  const candidates = qualification?.candidates.map(({ referenceOccupation }) => referenceOccupation) ?? [];
  const findings = trace.map(({ rule, finding }) => `${rule}.${finding}`);
  const rules = [...trace.map(({ rule }) => rule), ...[...(way?.residence ?? []), ...(way?.documents ?? []), ...(way?.fees ?? []), ...(way && way.outcome !== "not_possible_other_path" ? way.deadlines : [])].flatMap(({ rule }) => rule ?? [])];
  switch (of) {
    case "outcome": return Array.isArray(wanted) && wanted.includes(way?.outcome) ? wanted : way?.outcome;
    case "best": case "worst": return way?.range[of];
    case "procedure": case "target": case "regulated": case "form": case "required": return way?.[of];
    case "chosenBy": return way?.chosenBy ?? "nobody";
    case "measures": case "exams": return sorted(way?.[of].map(({ code }) => code) ?? []);
    case "longestMonths": return way?.measures.find(({ longestMonths }) => longestMonths !== undefined)?.longestMonths;
    case "repeats": return way?.exams.find(({ repeats }) => repeats !== undefined)?.repeats;
    case "authority": return sorted(way?.authority.map(({ type }) => type) ?? []);
    case "authorityId": return way?.authority.find(({ id }) => id === wanted)?.id;
    case "countryGroup": case "formal": return qualification?.[of];
    case "language": return way?.language[0]?.level;
    case "professional": return way?.language[0]?.professional;
    case "basis": return sorted(way?.law ?? []);
    case "deadlines": return way?.deadlines.map(({ months }) => months);
    case "alsoPossible": return among(ways);
    case "neverPossible": return absent(ways);
    case "fees": case "documents": case "residence": return among(ids(way?.[of]));
    case "noDocuments": return absent(ids(way?.documents));
    case "firstDocuments": return ids(way?.documents.slice(0, (wanted as readonly string[]).length));
    case "noFees": return absent(ids(way?.fees));
    case "noTranslated": return absent(ids(way?.documents.filter(({ translation }) => translation === "certified")));
    case "noNext": return absent(way?.next ?? []);
    case "noResidence": return absent(ids(way?.residence));
    case "translated": return among(ids(way?.documents.filter(({ translation }) => translation === "certified")));
    case "funding": return among(way?.funding ?? []);
    case "noFunding": return absent(way?.funding ?? []);
    case "freeWithout": return sorted(way?.freeWithout ?? []);
    case "next": return among(way?.next ?? []);
    case "candidates": return among(candidates);
    case "noCandidates": return absent(candidates);
    case "findings": return among(findings);
    case "noFindings": return absent(findings);
    case "rules": return among(rules);
    case "noRules": return absent(rules);
    case "law": return among(lawOf(way, trace));
    case "noLaw": return absent(lawOf(way, trace));
    case "leftToAuthority": return among(leftToAuthority);
    case "missing": return among(missing);
    case "notMissing": return absent(missing);
  }
}

/** Every provision that a way cites anywhere. */
function lawOf(way: Path | undefined, trace: readonly { readonly law: readonly string[] }[]): string[] {
  const records = way ? [...way.deadlines, ...way.residence, ...way.documents, ...way.language] : [];
  return [...trace, ...records].flatMap(({ law }) => law).concat(way?.law ?? []);
}
