import { legalSteps, type Path, type Step } from "../../assessment/index.ts";
import { type Defect, type DefectOperator, operator, swapped, without } from "./defect.ts";

const defect = (name: string, place: string, before: string, after: string, steps: readonly Step[]): Defect => ({ operator: name, place: `steps/${place}`, before, after, inject: (content) => content, steps });

/** The step with a last touch on the ways that it has added. */
const touching = (step: Step, touch: (path: Path) => Path): Step => ({
  name: step.name,
  run: (inquiry, so) => {
    const before = new Set(so.paths);
    const found = step.run(inquiry, so);
    return found.paths ? { ...found, paths: found.paths.map((path) => (before.has(path) ? path : touch(path))) } : found;
  },
});

/** The same error in each of some steps. */
const inEach = (name: string, after: string, touch: (path: Path) => Path, steps = addsWays): DefectOperator => operator(name, () => legalSteps.filter(({ name: own }) => steps.has(own)).map((step) => defect(name, step.name, "its ways", after, legalSteps.map((each) => (each === step ? touching(step, touch) : each)))));

/** Steps that add ways of their own; the others only look or complete. */
const addsWays = new Set(["regulated-access", "craft-licence", "free-craft", "unregulated-comparison", "degree", "without-qualification", "advice-first"]);

/** Steps whose ways can be demanded before the work. */
const bindsWork = new Set(["regulated-access", "craft-licence"]);

/** Pairs of neighbours of which neither reads what the other finds, or where only a sentence is said once more: their order means nothing. */
const independent: ReadonlySet<string> = new Set(["form-of-work regulated-access", "regulated-access craft-licence", "craft-licence free-craft", "unregulated-comparison degree", "degree without-qualification", "business-permit earlier-decisions", "advice-first person"]);

/** Errors in the order of the legal steps, and in what a step forgets. */
export const stepOperators: readonly DefectOperator[] = [
  operator("step-left-out", (_, name) => legalSteps.map((step, i) => defect(name, step.name, "in its place", "left out", without(legalSteps, i)))),
  operator("steps-in-another-order", (_, name) => legalSteps.slice(1).flatMap((step, i) => (independent.has(`${legalSteps[i]!.name} ${step.name}`) ? [] : [defect(name, step.name, `behind ${legalSteps[i]!.name}`, "before it", swapped(legalSteps, i, i + 1))]))),
  inEach("next-step-forgotten", "without their first next step", (path) => ({ ...path, next: path.next.slice(1) })),
  inEach("reason-forgotten", "without their first reason", (path) => ({ ...path, trace: path.trace.slice(1) })),
  inEach("recognition-not-required", "said not to be required", (path) => ({ ...path, required: false }), bindsWork),
];
