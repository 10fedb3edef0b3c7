/** People as tests of the law tell of them: facts by key, rules in force on a day. */
import { loadRules } from "@gleichwert/rules/load";
import { assess, type Assessment, type Path } from "@gleichwert/shared/assessment";
import { firstQualification, keyOf, said, type Facts, type FactValue } from "@gleichwert/shared/facts";
import { inForce, type Ruleset, type RulesetInForce } from "@gleichwert/shared/ruleset";

/** Key date of the tests; laws were read in the state of August 2026. */
export const keyDate = "2026-11-22";

let loaded: Ruleset | undefined;
/** The rules of this repository, read once for each test file. */
export const ruleset = (): Ruleset => (loaded ??= loadRules());

/** They in force on a day. */
export const rulesOn = (on = keyDate): RulesetInForce => inForce(ruleset(), on);

/** What a person told, by fact id or key; `undefined` takes an answer back. A fact of the qualification belongs to the first one. */
export type Told = Readonly<Record<string, FactValue | undefined>>;

/** Facts as the person said them. */
export function facts(...told: readonly Told[]): Facts {
  const entries = Object.entries(Object.assign({}, ...told) as Told).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [/^qualification\.[^@]+$/.test(key) ? keyOf(key, firstQualification) : key, said(value!)]));
}

/** Somebody in Germany with a completed training of three years that the state of training regulates, and all papers. */
export const trained: Told = {
  "goal.purpose": "own-occupation",
  "qualification.country": "UA",
  "qualification.completed-year": 2016,
  "qualification.level": "secondary_vocational",
  "qualification.duration-years": 3,
  "qualification.completed": "yes",
  "qualification.state-recognised": "yes",
  "qualification.right-to-practise": "yes",
  "qualification.recognised-elsewhere": "no",
  "goal.land": "HE",
  "evidence.documents": ["certificate"],
  "experience.total-years": 5,
  "training.rows": "none",
  "comparison.areas": "unknown",
  "notice.result": "none",
  "person.residence": "germany",
  "person.german-level": "B1",
};

/** Somebody with work but without a training. */
export const untrained: Told = { ...trained, "qualification.level": "none", "qualification.duration-years": undefined, "qualification.completed": undefined, "qualification.state-recognised": undefined, "qualification.completed-year": "unknown", "evidence.documents": [] };

/** With a title whose German counterpart was chosen. */
export const chosen = (title: string, occupation: string): Told => ({ "qualification.title": title, "goal.reference-occupation": occupation });

/** Wants to work in a regulated profession, named by its German name. */
export const inProfession = (id: string): Told => chosen(rulesOn().regulatedProfessions.get(id)?.names.de ?? id, id);

/** Stretches of work: country, years, role, and the year of the end. */
export function worked(...stretches: readonly (readonly [country: string, years: number, role: string, to?: number])[]): Told {
  const rows = stretches.map(([country, years, role, to], i) => {
    const row = `e${i + 1}`;
    return { [`experience.country@${row}`]: country, [`experience.years@${row}`]: years, [`experience.role@${row}`]: role, ...(to !== undefined && { [`experience.from@${row}`]: to - years, [`experience.to@${row}`]: to }) };
  });
  return { ...Object.assign({}, ...rows), "experience.rows": stretches.length > 0 ? "complete" : "none" };
}

/** What the law says of somebody. */
export const assessed = (told: readonly Told[], on = keyDate): Assessment => assess(rulesOn(on), facts(...told), on);

/** The likeliest way; throws when there is none, because a result is never without one. */
export function likeliest(told: readonly Told[], on = keyDate): Path {
  const [path] = assessed(told, on).paths;
  if (!path) throw new Error("no way was found");
  return path;
}

/** A way in codes, for tables. */
export const inCodes = ({ procedure, outcome, measures, chosenBy, exams }: Path) => ({
  procedure,
  outcome,
  measures: measures.map(({ code }) => code).sort(),
  chosenBy: chosenBy ?? "nobody",
  exams: exams.map(({ code }) => code),
});

/** Findings of a way, as rule and sentence. */
export const findings = ({ trace }: Pick<Path, "trace">): string[] => trace.map(({ rule, finding }) => `${rule}.${finding}`);

/** Findings of the first qualification and of its likeliest way. */
export const allFindings = ({ qualifications: [first], paths: [way] }: Assessment): string[] => [...(first ? findings(first) : []), ...(way ? findings(way) : [])];
