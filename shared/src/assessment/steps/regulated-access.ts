import type { RegulatedProfession, Route } from "@gleichwert/rules";
import { keyOf } from "../../facts/index.ts";
import { decide, type Holds } from "../condition.ts";
import { heldBy } from "../annex-v.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { lawWithin, lessCertain, ownLaw, statuteOf } from "../law.ts";
import { widen } from "../outcome.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step, Target } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { papersMissing } from "./missing-papers.ts";
import { withBesides } from "./regulated-besides.ts";

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
  if (!inquiry.applies("R40")) return {};
  const targets = so.target ? [so.target, ...so.alternatives] : [];
  const paths = targets.flatMap((target, i) => {
    const { profession } = target;
    if (!profession || profession.id === target.craft?.id) return [];
    return waysInto(i === 0 ? inquiry : quietly(inquiry), { ...so, target }, target, profession);
  });
  return { paths: [...so.paths, ...paths] };
}

function waysInto(inquiry: Inquiry, so: SoFar, target: Target, profession: RegulatedProfession): Path[] {
  // A licence is the qualification itself where the law asks for one: driving instructors, lawyers.
  const licensed = so.level === "professional_licence" && so.formalReason === "short-course" && (profession.category === "education" || profession.category === "legal");
  if (so.formal === "not-open" && needTraining.has(profession.category) && !licensed) return [];
  if (inquiry.applies("R192")) inquiry.ask("goal.land");
  const { route, open, unasked } = routeFor(inquiry, so, profession);
  if (!route) return [];
  const condition = rightAtHome(inquiry, route);
  if (condition || (needTraining.has(profession.category) && profession.protected !== "title")) inquiry.ask("qualification.right-to-practise", so.row);
  const barred = condition && inquiry.peek("qualification.right-to-practise", so.row) === "no";
  const name = regulatedAccess.name;
  // An earlier way that hangs on a fact nobody was asked for, and that ends elsewhere: ask, do not guess.
  const decided = so.group !== "unknown" && !unasked.some(({ outcome }) => outcome !== route.outcome);
  const unsure = so.formal === "unknown" && needTraining.has(profession.category) ? { worst: "not_possible_other_path" as const, best: route.range.best } : route.range;
  const range = [...open, ...(so.hints.includes("R15") || barred ? [{ range: { worst: "not_possible_other_path" as const, best: route.range.best } }] : [])].reduce((r, other) => widen(r, other.range), widen(widen(route.range, { worst: route.outcome, best: route.outcome }), unsure));
  const branch = profession.regulatedBy === "land" ? "land" : profession.category === "health" ? "health" : "regulated";
  const papers = papersMissing(inquiry, so, branch, route.law, route.mark);
  const diploma = so.group === "eu" ? "eu" : "third";
  const automatic = route.outcome === "automatic";
  const deadlines = profession.deadlines.filter((d) => (!d.procedure || d.procedure === route.procedure) && (d.diploma === "any" || d.diploma === diploma) && (d.automatic ?? automatic) === automatic && (!d.routes || d.routes.includes(route.id)) && inquiry.applies(d.rule ?? "R174"));
  const way = pathOf(inquiry, so, {
    target,
    procedure: route.procedure,
    regulated: profession.regulated,
    form: profession.form,
    required: profession.regulated === "yes" && route.outcome !== "no_recognition_needed",
    authority: route.authority ?? profession.authority,
    ...(profession.authorityField && { field: profession.authorityField }),
    outcome: decided ? route.outcome : "insufficient_information",
    range,
    measures: route.measures,
    ...(route.longestAdaptationMonths && { longestMonths: route.longestAdaptationMonths }),
    ...(route.chosenBy && choiceHolds(inquiry, route) && { chosenBy: route.chosenBy }),
    exams: route.exams,
    ...(profession.examRepeats && inquiry.applies("R198") && { repeats: profession.examRepeats.repeats }),
    language: profession.language ? [{ text: profession.language.text, mark: profession.language.mark, law: profession.language.law ?? [], ...(profession.language.level && { level: profession.language.level }), ...(profession.language.professional && { professional: profession.language.professional }) }] : [],
    ...(deadlines.length > 0 && { deadlines: deadlines.map(({ rule = "R174", months, law, mark }) => ({ rule, months, from: "complete-papers", law, mark })) }),
    freeWithout: inquiry.applies("R41") ? profession.freeWithout : [],
    next: nextSteps(route),
    law: route.law,
    trace: [...sentences(inquiry, name, profession, route, so, deadlines[0]), ...general(inquiry, name, profession, route, so), ...papers.trace],
  });
  return withBesides(inquiry, so, target, profession, route, way);
}

/** Does the law of the way ask for the right to practise in the training state (R53)? */
const rightAtHome = (inquiry: Inquiry, route: Route): boolean => inquiry.applies("R53") && !withoutComparison.has(route.procedure) && route.outcome !== "not_possible_other_path" && lawWithin(inquiry, "R53", new Set(route.law.map(statuteOf))).length > 0 && !route.findings.some((key) => key.startsWith("R53."));

/** Who chooses is said by the rule of the way on it: R56, or R54 where the general act stands in. */
function choiceHolds(inquiry: Inquiry, route: Route): boolean {
  const rule = route.findings.find((key) => /^R5[46]\./.test(key))?.slice(0, 3);
  return rule === undefined || inquiry.applies(rule);
}

/** The first route that holds, and those that may still hold. */
function routeFor(inquiry: Inquiry, so: SoFar, profession: RegulatedProfession): { route: Route | undefined; open: Route[]; unasked: Route[] } {
  const open: Route[] = [];
  const unasked: Route[] = [];
  for (const route of profession.routes) {
    // The first sentence of a way names the rule that opens it; a rule that is not in force opens nothing.
    if (!inquiry.applies(route.findings[0]!.slice(0, route.findings[0]!.indexOf(".")))) continue;
    if (route.diploma !== "any" && so.group !== "unknown" && route.diploma !== (so.group === "eu" ? "eu" : "third")) continue;
    const { holds, asks } = askedFor(inquiry, (listening) => (route.when ? decide(route.when, listening, so) : "yes"));
    if (holds === "yes") return { route, open, unasked };
    if (holds === "open") open.push(route);
    if (holds === "open" && asks) unasked.push(route);
  }
  return { route: open[0], open: open.slice(1), unasked: unasked.filter((route) => route !== open[0]) };
}

/** Facts without which no likely answer is given: dates and stretches of work, which people have and only have not told yet. */
const decisive = new Set(["qualification.completed-year", "qualification.training-started-year", "experience.rows"]);

/** Decides, and tells whether a decisive fact that nobody was asked for was wanted on the way; "I do not know" is none. */
function askedFor(inquiry: Inquiry, deciding: (listening: Inquiry) => Holds): { holds: Holds; asks: boolean } {
  let asks = false;
  const ask: Inquiry["ask"] = (id, row) => {
    const answer = inquiry.ask(id, row);
    asks ||= answer === undefined && decisive.has(id) && inquiry.missing.has(keyOf(id, row));
    return answer;
  };
  const holds = deciding({ ...inquiry, ask });
  return { holds, asks };
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
    ...(route.findings.some((key) => key.startsWith("R55.")) ? [traceOf(inquiry, step, "R19.level-of-directive", { profession: profession.id }, { law: [...lawWithin(inquiry, "R55", new Set(route.law.map(statuteOf))), "Directive 2005/36/EC Art. 11"], mark: lessCertain(route.mark, inquiry.rules.procedureRules.get("R55")?.mark ?? "general-knowledge") })] : []),
    ...(so.hints.includes("R15") && !route.findings.includes("R15.not-same-profession") ? [within("R15.not-same-profession")] : []),
    ...(profession.category === "health" && profession.regulatedBy === "federal" && route.measures.length > 0 && !route.findings.includes("R82.waiver-final") ? [within("R57.validated-learning-only")] : []),
    ...(repeats && route.exams.some((exam) => exam === "kenntnispruefung" || exam === "eignungspruefung") ? [traceOf(inquiry, step, "R198.limited-attempts", { repeats: repeats.repeats }, repeats)] : []),
    ...(deadline && opens ? [deadline.rule === "R83" ? traceOf(inquiry, step, "R83.months-from-complete-papers", { months: deadline.months }, deadline) : traceOf(inquiry, step, "R174.months-from-complete-papers", { months: deadline.months }, deadline)] : []),
  ];
}

/** What holds for all regulated professions, with the law of this one: which act governs, the measures of the general act, forged papers (R43, R53, R54, R58, R62). */
function general(inquiry: Inquiry, step: string, profession: RegulatedProfession, route: Route, so: SoFar): Trace[] {
  if (withoutComparison.has(route.procedure)) return [];
  const statutes = new Set(route.law.map(statuteOf));
  const told = (key: string, within: ReadonlySet<string> = statutes): Trace[] => {
    const law = lawWithin(inquiry, key.slice(0, key.indexOf(".")), within);
    return law.length > 0 ? [traceOf(inquiry, step, key, { profession: profession.id }, { law })] : [];
  };
  const compared = route.outcome !== "not_possible_other_path" && route.outcome !== "no_recognition_needed" && route.outcome !== "automatic";
  const generalAct = statutes.has("BQFG");
  const stated = (rule: string) => route.findings.some((key) => key.startsWith(rule));
  return [
    ...told(generalAct ? "R43.general-act" : "R43.own-law"),
    ...(rightAtHome(inquiry, route) ? told("R53.condition") : []),
    ...(generalAct && compared && route.measures.length > 0 ? told("R54.six-months") : []),
    ...(compared && !stated("R57.") ? told("R58.other-proof-counts") : []),
    ...(compared && so.formal !== "not-open" && profession.regulatedBy === "federal" ? told("R62.warning") : []),
    ...heldRule(inquiry, step, profession, route, so),
  ];
}

/** The rule of its own of a state for its old diplomas, where old diplomas are spoken of (R51). */
function heldRule(inquiry: Inquiry, step: string, profession: RegulatedProfession, route: Route, so: SoFar): Trace[] {
  if (so.group !== "eu" || route.outcome === "not_possible_other_path" || !route.findings.some((key) => key.startsWith("R51."))) return [];
  const held = heldBy(inquiry, so, profession);
  return held ? [traceOf(inquiry, step, held.finding, { country: so.country ?? "" }, held)] : [];
}

function nextSteps(route: Route): string[] {
  if (route.outcome === "not_possible_other_path") return ["next.get-advice", "next.ask-authority"];
  if (route.outcome === "no_recognition_needed") return ["next.apply-for-jobs", "next.get-advice"];
  return ["next.collect-papers", "next.ask-authority", "next.apply", ...(route.measures.includes("adaptation_period") ? ["next.compare-measures"] : [])];
}
