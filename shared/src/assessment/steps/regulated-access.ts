import type { RegulatedProfession, Route } from "@gleichwert/rules";
import { decide } from "../condition.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { ownLaw } from "../law.ts";
import { widen } from "../outcome.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step, Target } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { papersMissing } from "./missing-papers.ts";

/**
 * Access to a regulated profession: the routes of its file are tried in order, and the first that holds for this
 * diploma is the way. What cannot be decided yet widens the range (R40-R61, R70-R106, R120-R130).
 */
export const regulatedAccess: Step = { name: "regulated-access", run };

/** Ways on which nobody compares a training. */
const withoutComparison = new Set(["none_available", "heilprg_permit", "brao_206", "rdg_10", "zab_statement"]);

/** Categories in which a training of the state has to stand behind the application (R7). */
const needTraining = new Set(["health", "education", "social", "technical", "legal"]);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const targets = so.target ? [so.target, ...so.alternatives] : [];
  const paths = targets.flatMap((target, i) => {
    const { profession } = target;
    if (!profession || profession.id === target.craft?.id) return [];
    const way = wayInto(i === 0 ? inquiry : quietly(inquiry), { ...so, target }, target, profession);
    return way ? [way] : [];
  });
  return { paths: [...so.paths, ...paths] };
}

function wayInto(inquiry: Inquiry, so: SoFar, target: Target, profession: RegulatedProfession): Path | undefined {
  // A licence is the qualification itself where the law asks for one: driving instructors, lawyers.
  const licensed = so.level === "professional_licence" && so.formalReason === "short-course" && (profession.category === "education" || profession.category === "legal");
  if (so.formal === "not-open" && needTraining.has(profession.category) && !licensed) return undefined;
  inquiry.ask("goal.land");
  const { route, open } = routeFor(inquiry, so, profession);
  if (!route) return undefined;
  if (needTraining.has(profession.category) && profession.protected !== "title") inquiry.ask("qualification.right-to-practise", so.row);
  const name = regulatedAccess.name;
  const decided = so.group !== "unknown";
  const unsure = so.formal === "unknown" && needTraining.has(profession.category) ? { worst: "not_possible_other_path" as const, best: route.range.best } : route.range;
  const range = [...open, ...(so.hints.includes("R15") ? [{ range: { worst: "not_possible_other_path" as const, best: route.range.best } }] : [])].reduce((r, other) => widen(r, other.range), widen(widen(route.range, { worst: route.outcome, best: route.outcome }), unsure));
  const branch = profession.regulatedBy === "land" ? "land" : profession.category === "health" ? "health" : "regulated";
  const papers = papersMissing(inquiry, so, branch, route.law);
  const diploma = so.group === "eu" ? "eu" : "third";
  const automatic = route.outcome === "automatic";
  const deadlines = profession.deadlines.filter((d) => (!d.procedure || d.procedure === route.procedure) && (d.diploma === "any" || d.diploma === diploma) && (d.automatic ?? automatic) === automatic);
  return pathOf(inquiry, so, {
    target,
    procedure: route.procedure,
    regulated: profession.regulated,
    form: profession.form,
    required: profession.regulated === "yes",
    authority: route.authority ?? profession.authority,
    ...(profession.authorityField && { field: profession.authorityField }),
    outcome: decided ? route.outcome : "insufficient_information",
    range,
    measures: route.measures,
    ...(route.longestAdaptationMonths && { longestMonths: route.longestAdaptationMonths }),
    ...(route.chosenBy && { chosenBy: route.chosenBy }),
    exams: route.exams,
    ...(profession.examRepeats && { repeats: profession.examRepeats.repeats }),
    language: profession.language ? [{ text: profession.language.text, mark: profession.language.mark, law: profession.language.law ?? [], ...(profession.language.level && { level: profession.language.level }), ...(profession.language.professional && { professional: profession.language.professional }) }] : [],
    ...(deadlines.length > 0 && { deadlines: deadlines.map(({ months, law, mark }) => ({ months, from: "complete-papers", law, mark })) }),
    freeWithout: profession.freeWithout,
    next: nextSteps(route),
    law: route.law,
    trace: [...sentences(inquiry, name, profession, route, so, deadlines[0]), ...papers.trace],
  });
}

/** The first route that holds, and those that may still hold. */
function routeFor(inquiry: Inquiry, so: SoFar, profession: RegulatedProfession): { route: Route | undefined; open: Route[] } {
  const open: Route[] = [];
  for (const route of profession.routes) {
    if (route.diploma !== "any" && so.group !== "unknown" && route.diploma !== (so.group === "eu" ? "eu" : "third")) continue;
    const holds = route.when ? decide(route.when, inquiry, so) : "yes";
    if (holds === "yes") return { route, open };
    if (holds === "open") open.push(route);
  }
  return { route: open[0], open: open.slice(1) };
}

function sentences(inquiry: Inquiry, step: string, profession: RegulatedProfession, route: Route, so: SoFar, deadline: RegulatedProfession["deadlines"][number] | undefined): Trace[] {
  const params = { profession: profession.id, ...(route.longestAdaptationMonths && { months: route.longestAdaptationMonths }), ...(profession.examRepeats && { repeats: profession.examRepeats.repeats }) };
  const repeats = profession.examRepeats;
  const within = (key: string) => traceOf(inquiry, step, key, { ...params, country: so.country ?? "" }, ownLaw(inquiry, key.slice(0, key.indexOf(".")), route.law, route.mark));
  const compares = !withoutComparison.has(route.procedure);
  const opens = compares && route.outcome !== "not_possible_other_path" && route.outcome !== "no_recognition_needed";
  const group = route.findings.includes("R45.diploma-country-decides") ? "R45.diploma-country-decides" : so.group === "eu" ? "R45.diploma-eu" : "R45.diploma-third";
  return [
    ...(profession.category === "health" && compares && so.group !== "unknown" ? [within(group)] : []),
    ...(so.country === "GB" && compares && so.group !== "unknown" ? [within(so.group === "eu" ? "R52.before-2021" : "R52.from-2021")] : []),
    ...(opens && so.formal === "open" && needTraining.has(profession.category) ? [within("R7.open")] : []),
    traceOf(inquiry, step, profession.regulated === "mixed" ? "R41.title-only" : "R40.regulated", { profession: profession.id }, { law: route.law.slice(0, 2), mark: route.mark }),
    ...route.findings.filter((key) => key !== "R45.diploma-country-decides" && (key !== "R16.retraining" || so.hints.includes("R16"))).map((key) => within(key)),
    ...(so.hints.includes("R15") && !route.findings.includes("R15.not-same-profession") ? [within("R15.not-same-profession")] : []),
    ...(profession.category === "health" && profession.regulatedBy === "federal" && route.measures.length > 0 && !route.findings.includes("R82.waiver-final") ? [within("R57.validated-learning-only")] : []),
    ...(repeats && route.exams.some((exam) => exam === "kenntnispruefung" || exam === "eignungspruefung") ? [traceOf(inquiry, step, "R198.limited-attempts", { repeats: repeats.repeats }, repeats)] : []),
    ...(deadline && opens ? [traceOf(inquiry, step, "R174.months-from-complete-papers", { months: deadline.months }, deadline)] : []),
  ];
}

function nextSteps(route: Route): string[] {
  if (route.outcome === "not_possible_other_path") return ["next.get-advice", "next.ask-authority"];
  if (route.outcome === "no_recognition_needed") return ["next.apply-for-jobs", "next.get-advice"];
  return ["next.collect-papers", "next.ask-authority", "next.apply", ...(route.measures.includes("adaptation_period") ? ["next.compare-measures"] : [])];
}
