import type { Exam, Measure, Outcome } from "@gleichwert/rules";
import type { Path } from "../assessment/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { ExamplePerson, ProofFinding } from "./finding.ts";
import type { Judge } from "./observe.ts";
import { fitTogether } from "./people.ts";
import type { Reached } from "./reach.ts";
import { solutionsOf } from "./solve.ts";

/** Measures that are an examination, and what it is called. */
const examOf: readonly (readonly [Measure, Exam])[] = [["knowledge_exam", "kenntnispruefung"], ["aptitude_test", "eignungspruefung"]];
/** From what helps a person most to what helps least; `insufficient_information` stands outside. */
const order: readonly Outcome[] = ["automatic", "full", "no_recognition_needed", "partial", "compensation_needed", "not_possible_other_path"];
const rank = (outcome: Outcome) => order.indexOf(outcome);
const longestAdaptation = 36;

/** Does the likely end lie between the worst and the best? What is not known yet lies anywhere. */
export function isWithin({ worst, likely, best }: { worst: Outcome; likely: Outcome; best: Outcome }): boolean {
  const ends = [best, likely, worst].map(rank).filter((place) => place >= 0);
  return ends.every((place, i) => i === 0 || ends[i - 1]! <= place);
}

/** Procedures of the European branch, open to diplomas of these states and to those that one of them has recognised. */
const isEuropean = (procedure: string): boolean => /_eu_|acquired_rights|^eu_ewr_|^eurag$/.test(procedure);

/** What opens the European branch to a diploma of a third country: a recognition in Europe, or the nationality where an act says so (BTÄO § 4 (3)). */
const opensEurope: Readonly<Record<string, readonly string[]>> = { "derived.recognised-in-eu": ["yes"], "person.nationality": ["de", "eu"] };

/** Does every way to meet the condition of a route go over something that opens the European branch? */
function demandsEurope(rules: RulesetInForce, { profession, route: { when } }: Reached): boolean {
  if (when === undefined) return false;
  for (const solution of solutionsOf(rules, { holds: when, given: { "derived.diploma-group": "third" }, fits: (assignment) => fitTogether(rules, profession, assignment) })) {
    if (!Object.entries(opensEurope).some(([fact, values]) => values.includes(String(solution[fact])))) return false;
  }
  return true;
}

/** What contradicts itself inside one route, whatever the profession (Widersprüche): each as found, expected, mend. */
function faultsOf(rules: RulesetInForce, reached: Reached): [text: string, level?: ProofFinding["level"]][] {
  const { route } = reached;
  const { measures, exams, outcome, range, chosenBy, longestAdaptationMonths: months } = route;
  const real: readonly Measure[] = measures.filter((measure) => measure !== "none");
  const faults: [string, ProofFinding["level"]?][] = [];
  const settled = outcome === "automatic" || (outcome === "full" && rank(range.worst) <= rank("full"));
  if (settled && real.length > 0) faults.push([`found the outcome ${outcome} with the measures ${real.join(", ")}, expected none, as nobody who is recognised so needs one; remove them or lower the worst end of the range`]);
  if (!isWithin({ ...range, likely: outcome })) faults.push([`found the likely outcome ${outcome} outside of its range from ${range.worst} to ${range.best}, expected it inside; correct the outcome or the range`]);
  if ((chosenBy === "applicant" || chosenBy === "authority") && real.length < 2) faults.push([`found that the ${chosenBy} chooses among ${real.length === 0 ? "no measures" : "one measure"}, expected two or more; add the other or remove chosenBy`]);
  if (chosenBy !== undefined && real.length === 0 && chosenBy !== "applicant" && chosenBy !== "authority") faults.push([`found chosenBy ${chosenBy} without any measure, expected measures to choose from; name them or remove chosenBy`, "warning"]);
  if (chosenBy === undefined && real.length > 1) faults.push([`found ${real.length} measures and nobody who chooses, expected chosenBy; say who chooses by the law`, "warning"]);
  for (const [measure, exam] of examOf) {
    if (exams.includes(exam) && !real.includes(measure)) faults.push([`found the examination ${exam} without the measure ${measure}, expected both or none; add the measure or remove the examination`]);
    // Where Land law chooses, it names the form of the test too.
    if (real.includes(measure) && !exams.includes(exam) && chosenBy !== "land") faults.push([`found the measure ${measure} without the examination ${exam}, expected both or none; add the examination or remove the measure`]);
  }
  if (route.diploma === "third" && !demandsEurope(rules, reached)) {
    if (route.procedure === "partial_access" || route.findings.some((key) => key.startsWith("R59."))) faults.push(["found partial access for a diploma of a third country, expected it for European diplomas only; remove the finding or the procedure"]);
    if (isEuropean(route.procedure)) faults.push([`found the procedure ${route.procedure} for a diploma of a third country that no European state has recognised, expected the procedure for third countries; add derived.recognised-in-eu, or the nationality where the act names it, to "when", or correct the procedure`]);
  }
  if (months !== undefined && !real.includes("adaptation_period")) faults.push([`found a longest adaptation period of ${months} months without the measure adaptation_period, expected both; add the measure or remove the months`]);
  if (months !== undefined && months > longestAdaptation) faults.push([`found a longest adaptation period of ${months} months, expected at most ${longestAdaptation} (Directive 2005/36/EC Art. 3 (1)(g)); correct the months`]);
  if (route.procedure === "none_available" && rank(outcome) >= 0 && outcome !== "not_possible_other_path") faults.push([`found the outcome ${outcome} where no procedure is open, expected not_possible_other_path; correct one of the two`]);
  return faults;
}

/** Contradictions inside the routes, each with the person who would be told so. */
export function contradictoryRoutes(rules: RulesetInForce, routes: readonly Reached[], recordOf: (profession: Reached["profession"]) => object): ProofFinding[] {
  return routes.flatMap((reached) => {
    const { profession, place, person } = reached;
    return faultsOf(rules, reached).map(([text, level = "error"]): ProofFinding => ({ kind: "contradiction", level, at: { record: recordOf(profession), place }, text, ...(person && { person }) }));
  });
}

/** Two ways of one person that cannot both be true, or one that denies itself. */
export interface Clash {
  readonly path: Path;
  readonly text: string;
  readonly person: ExamplePerson;
}

/** Ways that say nothing of whether work here needs a recognition: a statement on a degree, and services for a time (Directive 2005/36/EC Art. 5). */
const besidesWork = new Set<string>(["zab_statement", "service_notification"]);

/** A judge of results: gathers clashes, one for each target and kind. */
export function clashJudge(found: Map<string, Clash>): Judge {
  const add = (kind: string, path: Path, text: string, person: ExamplePerson) => {
    const key = `${kind} ${path.target ?? path.procedure}`;
    if (!found.has(key)) found.set(key, { path, text, person });
  };
  return ({ paths }, person) => {
    for (const path of paths) {
      if (!isWithin(path.range)) add("range", path, `the likely outcome ${path.outcome} outside of its range from ${path.range.worst} to ${path.range.best}`, person);
      if (path.required && path.outcome === "no_recognition_needed") add("required", path, "a way that says both that recognition is required and that none is needed", person);
      if (path.required && path.regulated === "no") add("regulated", path, "a way on which recognition is required though the work is not regulated", person);
      if (path.outcome === "automatic" && path.measures.length > 0) add("automatic", path, "an automatic recognition with measures", person);
      const other = besidesWork.has(path.procedure) || path.regulated === "unknown" || path.target === undefined ? undefined : paths.find((one) => one !== path && one.qualification === path.qualification && one.target === path.target && one.regulated !== "unknown" && !besidesWork.has(one.procedure) && (one.regulated !== path.regulated || one.required !== path.required));
      if (other) add("two", path, `two ways to ${path.target}, ${path.procedure} (regulated ${path.regulated}, required ${path.required ? "yes" : "no"}) and ${other.procedure} (regulated ${other.regulated}, required ${other.required ? "yes" : "no"})`, person);
    }
  };
}
