import { rowsOf, type Facts } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import { createInquiry, type Inquiry } from "./inquiry.ts";
import { nothingYet, type SoFar, type Step } from "./so-far.ts";
import { adviceFirst } from "./steps/advice-first.ts";
import { businessPermit } from "./steps/business-permit.ts";
import { craftLicence } from "./steps/craft-licence.ts";
import { degree } from "./steps/degree.ts";
import { diploma } from "./steps/diploma.ts";
import { earlierDecisions } from "./steps/earlier-decisions.ts";
import { formOfWork } from "./steps/form-of-work.ts";
import { formalQualification } from "./steps/formal-qualification.ts";
import { freeCraft } from "./steps/free-craft.ts";
import { germanDiploma } from "./steps/german-diploma.ts";
import { person } from "./steps/person.ts";
import { referenceOccupation } from "./steps/reference-occupation.ts";
import { regulatedAccess } from "./steps/regulated-access.ts";
import { unregulatedComparison } from "./steps/unregulated-comparison.ts";
import { withoutQualification } from "./steps/without-qualification.ts";
import type { Assessment, Path, QualificationFinding } from "./types.ts";

/** Version of the steps; a receipt names it. Raised whenever the same facts and rules can give another result. */
export const engineVersion = "3";

/** The legal questions of a foreign diploma in their order. Each adds ways; none ends the run (all ways are collected). */
export const legalSteps: readonly Step[] = [formalQualification, referenceOccupation, formOfWork, regulatedAccess, craftLicence, freeCraft, unregulatedComparison, degree, withoutQualification, businessPermit, earlierDecisions, adviceFirst, person];

/**
 * Assesses a case on a day: a pure fold over the steps for each foreign qualification.
 * @param on day whose law applies, ISO date; the rules must be those in force on it
 * @returns ways in order of likelihood for what is wanted, reasons, and the facts still to be asked; never throws for facts
 */
export function assess(rules: RulesetInForce, facts: Facts, on: string): Assessment {
  return assessBy(legalSteps, rules, facts, on);
}

/** The same by other steps than the legal ones: only for proving that their order and each of them matters. */
export function assessBy(steps: readonly Step[], rules: RulesetInForce, facts: Facts, on: string): Assessment {
  const inquiry = createInquiry(rules, facts, on);
  const all = rowsOf(facts, "qualification").map((row) => fold(steps, inquiry, row));
  const paths = all.flatMap(({ paths: ways }) => unique(ways));
  return {
    engine: engineVersion,
    ruleset: rules.hash,
    on,
    qualifications: all.map(finding),
    paths,
    missing: [...inquiry.missing],
    used: [...inquiry.used],
    leftToAuthority: [...new Set(paths.flatMap(leftOpen))],
  };
}

function fold(steps: readonly Step[], inquiry: Inquiry, row: string): SoFar {
  // One object grows from step to step; each step sees what the earlier ones found.
  const so: SoFar = nothingYet(row);
  const run = (step: Step) => Object.assign(so, step.run(inquiry, so));
  run(diploma);
  for (const step of so.group === "de" ? [germanDiploma] : steps) run(step);
  const wanted = ({ target }: Path) => target === undefined || target === so.target?.id;
  // A rule that is not in force says nothing.
  const spoken = (trace: Path["trace"]) => trace.filter(({ rule }) => inquiry.applies(rule));
  const paths = so.paths.map((path) => ({ ...path, trace: spoken(path.trace) }));
  return { ...so, trace: spoken(so.trace), paths: [...paths.filter(wanted), ...paths.filter((path) => !wanted(path))] };
}

function finding(so: SoFar): QualificationFinding {
  return { row: so.row, countryGroup: so.group, hasProfile: so.hasProfile, formal: so.formal, candidates: so.candidates, ...(so.target && { target: so.target.id }), chosen: so.chosen, trace: so.trace };
}

const unique = (paths: readonly Path[]) => paths.filter((path, i) => paths.findIndex(({ id }) => id === path.id) === i);

/** What the law leaves to judgement is declared, never approximated. */
function leftOpen(path: Path): string[] {
  const open: string[] = [];
  if (path.procedure === "bqfg_unregulated" || path.procedure === "hwo_40a") open.push("essential-differences", "weight-of-experience");
  if (path.outcome === "compensation_needed" && path.required) open.push("substantial-differences");
  if (path.chosenBy === "authority") open.push("choice-of-measure");
  if (path.chosenBy === "land") open.push("land-law");
  return open;
}
