import type { RegulatedProfession, Route } from "@gleichwert/rules";
import { decide } from "../condition.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { ownLaw } from "../law.ts";
import { pathOf } from "../path.ts";
import { worked } from "../experience.ts";
import type { SoFar, Step, Target } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { papersMissing } from "./missing-papers.ts";

/**
 * A business of one's own, or its technical management, in a licensed craft (zulassungspflichtiges Handwerk). Nationals of
 * the EU, the EEA and Switzerland come by experience or diploma; everybody else is compared with the master examination
 * and the chamber decides on the measure (R47, R110-R115).
 * @see HwO §§ 1, 7, 7b, 8, 9, 50c; EU/EWR HwV §§ 1-3, 5
 */
export const craftLicence: Step = { name: "craft-licence", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (!inquiry.applies("R110")) return {};
  const targets = [so.target, ...so.alternatives].filter((target): target is Target => target?.profession !== undefined && target.profession.id === target.craft?.id);
  return { paths: [...so.paths, ...targets.flatMap((target) => waysInto(target === so.target ? inquiry : quietly(inquiry), { ...so, target }, target.profession!))] };
}

/** European way first, then the general one where no European diploma stands behind the person. */
function waysInto(inquiry: Inquiry, so: SoFar, profession: RegulatedProfession): Path[] {
  inquiry.ask("goal.land");
  const european = holds(inquiry, so, "hwv-persons");
  const eu = profession.routes.find(({ id }) => id === "eu-national");
  const master = profession.routes.find((route) => route.id === "master" && (!route.when || decide(route.when, inquiry, so) === "yes")) ?? profession.routes.find(({ id }) => id === "journeyman");
  const byExperience = european && eu ? experienceVariant(inquiry, so) : undefined;
  const byDiploma = european && eu !== undefined && diplomaCounts(inquiry, so);
  const first = european && eu ? europeanWay(inquiry, so, eu, byExperience, byDiploma) : undefined;
  const general = (first === undefined || (byExperience === "not-asked" && !byDiploma)) && so.formal !== "not-open" && master && inquiry.applies("R113");
  return [...(first ? [first] : []), ...(general ? [masterWay(inquiry, so, master, european)] : [])];
}

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}, own?: { readonly law: Route["law"]; readonly mark?: Route["mark"] }) => traceOf(inquiry, craftLicence.name, key, params, own);

/** What the work tells: the sentence of a variant that is reached, `open` while the rows leave it undecided, `not-asked` before that. */
type ByExperience = Trace | "open" | "not-asked" | undefined;

/** Cited by the variants of § 2 (2) that a training has to come before. */
const trainingProof = "EU/EWR HwV § 6 (1) no. 3";

function experienceVariant(inquiry: Inquiry, so: SoFar): ByExperience {
  const asked = inquiry.ask("experience.rows") !== undefined;
  let open = false;
  // Work alone first: the other variants ask for proof of a training besides.
  const variants = [...inquiry.rules.conditions.values()].filter(({ rule, effect }) => rule === "R114" && effect !== "closes");
  for (const condition of variants.toSorted((a, b) => Number(a.law.includes(trainingProof)) - Number(b.law.includes(trainingProof)))) {
    const reached = decide(condition.when, inquiry, so);
    if (reached === "yes") return note(inquiry, "R114.experience-reached", { variant: condition.id }, condition);
    open ||= reached === "open";
  }
  return asked ? (open ? "open" : undefined) : "not-asked";
}

/** Does a condition close the way of a rule to this craft: experience (R114), or the years as journeyman (R112)? */
const isClosed = (inquiry: Inquiry, so: SoFar, rule: string): boolean =>
  [...inquiry.rules.conditions.values()].some((condition) => condition.rule === rule && condition.effect === "closes" && decide(condition.when, inquiry, so) === "yes");

/**
 * A diploma that the European way compares: one of these states; one from outside that such a state took over, with three years
 * of work there; or, where nobody regulates training and work, a proof of training with one year of work in ten (§ 3 (1)-(5)).
 */
function diplomaCounts(inquiry: Inquiry, so: SoFar): boolean {
  if (!inquiry.applies("R115")) return false;
  if (so.formal === "not-open") return so.formalReason === "not-state-recognised" && so.group === "eu" && holds(inquiry, so, "hwv-one-year-in-ten");
  return so.group === "eu" || holds(inquiry, so, "hwv-recognised-elsewhere");
}

/** Does a named condition of the rules in force hold? */
function holds(inquiry: Inquiry, so: SoFar, id: string): boolean {
  const condition = inquiry.rules.conditions.get(id);
  return condition !== undefined && decide(condition.when, inquiry, so) === "yes";
}

/** The exceptional permit of § 9 HwO: by experience without measures, else by diploma; undefined where neither can lead to it. */
function europeanWay(inquiry: Inquiry, so: SoFar, route: Route, byExperience: ByExperience, byDiploma: boolean): Path | undefined {
  const entry = [note(inquiry, "R47.nationality-counts"), note(inquiry, "R110.licence-needed")];
  if (typeof byExperience === "object") {
    const details = byExperience.params["variant"] === "hwv-five-years-leading-post" ? [note(inquiry, "R114.leading-post-details", {}, { law: ["EU/EWR HwV § 2 (2) no. 5"] })] : [];
    return euWay(inquiry, so, route, "full", "compensation_needed", [...entry, byExperience, ...details, note(inquiry, "R114.no-measures"), note(inquiry, "R114.certificate-of-experience")]);
  }
  const closed = isClosed(inquiry, so, "R114");
  const asking = byExperience === "not-asked";
  // Without a diploma that counts, only experience can lead to the permit; where even that is closed, nothing does.
  if (!byDiploma && (!asking || (closed && so.formalReason !== "not-state-recognised"))) return undefined;
  const experience = closed ? "R114.excluded-craft" : asking ? "R114.tell-experience" : byExperience === "open" ? "R114.experience-not-known" : "R114.experience-not-reached";
  const diploma = byDiploma ? diplomaSentences(inquiry, so, route) : [];
  const worst = byDiploma && so.formal === "open" && quietly(inquiry).ask("qualification.right-to-practise", so.row) !== "no" ? route.range.worst : "not_possible_other_path";
  return euWay(inquiry, so, route, asking ? "insufficient_information" : "compensation_needed", worst, [...entry, note(inquiry, experience), ...departmentCounts(inquiry, so, closed || asking), ...diploma]);
}

/** Which of the diploma rules of § 3 this diploma comes under, who chooses, and what can fill the differences (§ 5 (2) no. 2, 3). */
function diplomaSentences(inquiry: Inquiry, so: SoFar, route: Route): Trace[] {
  const own = (key: string, ...law: string[]) => note(inquiry, key, {}, { law });
  const right = inquiry.ask("qualification.right-to-practise", so.row);
  const kind = so.group !== "eu" ? note(inquiry, "R46.recognised-elsewhere-three-years", {}, { law: ["EU/EWR HwV § 3 (5)"] }) : so.formal === "not-open" ? own("R115.one-year-in-ten", "EU/EWR HwV § 3 (3)") : right === "not_applicable" ? own("R115.regulated-training", "EU/EWR HwV § 3 (2)") : right === "no" ? own("R115.right-there-missing", "EU/EWR HwV § 3 (1)", "EU/EWR HwV § 3 (2)") : own("R115.regulated-there", "EU/EWR HwV § 3 (1)");
  const papers = inquiry.ask("evidence.documents");
  return [
    kind,
    note(inquiry, "R115.by-diploma"),
    note(inquiry, "R56.applicant-chooses-eu", { months: route.longestAdaptationMonths ?? 0 }, route),
    own("R115.experience-can-fill", "EU/EWR HwV § 5 (2) no. 2", "EU/EWR HwV § 5 (2) no. 3"),
    ...(Array.isArray(papers) && !(papers as readonly string[]).includes("certificate") ? [own("R115.sworn-statement", "EU/EWR HwV § 6 (2)")] : []),
  ];
}

/** A leading post with technical tasks counts like a manager's where a department belonged to it (§ 2 (3) no. 3). */
function departmentCounts(inquiry: Inquiry, so: SoFar, silent: boolean): Trace[] {
  const works = silent ? undefined : worked(quietly(inquiry));
  if (!Array.isArray(works) || !works.some(({ role, country }) => role === "technical_lead" && country !== undefined && inquiry.rules.countryGroupOf(country, inquiry.on) === "eu")) return [];
  return [note(inquiry, "R114.department-counts", {}, { law: ["EU/EWR HwV § 2 (3) no. 3"] })];
}

function euWay(inquiry: Inquiry, so: SoFar, route: Route, outcome: Path["outcome"], worst: Path["outcome"], trace: readonly Trace[]): Path {
  const measured = outcome !== "full";
  return pathOf(inquiry, so, {
    target: so.target!,
    procedure: route.procedure,
    regulated: "yes",
    form: "self-employment",
    required: true,
    authority: route.authority ?? [],
    field: "craft-permit",
    outcome,
    range: { worst, best: route.range.best },
    measures: measured ? route.measures : [],
    ...(measured && route.longestAdaptationMonths && { longestMonths: route.longestAdaptationMonths }),
    ...(measured && route.chosenBy && { chosenBy: route.chosenBy }),
    exams: measured ? route.exams : [],
    freeWithout: freeOf(inquiry),
    next: ["next.certificate-of-experience", ...ownSteps(inquiry, so), "next.ask-chamber", "next.apply"],
    trace: [...trace, ...otherWays(inquiry, so), ...particulars(inquiry, so, route)],
  });
}

/** Work as an employee is free (R26); so is a business that somebody else leads technically (R111). */
const freeOf = (inquiry: Inquiry) => [...(inquiry.applies("R26") ? ["free.employed-in-craft"] : []), ...(inquiry.applies("R111") ? ["free.hire-manager"] : [])];

/** Steps of this person or craft alone: a degree of these states, the years as journeyman, the district of the chimney sweep. */
const ownSteps = (inquiry: Inquiry, so: SoFar) => [
  ...(holds(inquiry, so, "hwo-experienced-journeyman") ? ["next.experienced-journeyman"] : []),
  ...(holds(inquiry, so, "hwo-european-degree") ? ["next.degree-register"] : []),
  ...(so.target?.craft?.number === 12 && inquiry.applies("R116") ? ["next.district-office"] : []),
];

/** Ways into the register beside the one that is shown: a degree of these states, the years as journeyman, a permit in hard cases. */
const otherWays = (inquiry: Inquiry, so: SoFar): Trace[] => [
  note(inquiry, "R111.ways-into-register"),
  ...(holds(inquiry, so, "hwo-european-degree") ? [note(inquiry, "R111.degree-counts", {}, { law: ["HwO § 7 (2)"] })] : []),
  ...(holds(inquiry, so, "hwo-experienced-journeyman") ? [note(inquiry, "R112.reached", {}, { law: ["HwO § 7b (1) no. 1", "HwO § 7b (1) no. 2"] })] : []),
];

/** Sentences that only this craft has: the district of the chimney sweep, the installers' list of electricity, gas and water. */
const particulars = (inquiry: Inquiry, so: SoFar, route: Route) => (so.target?.profession?.particulars ?? []).map((key) => traceOf(inquiry, craftLicence.name, key, {}, ownLaw(inquiry, key.slice(0, key.indexOf(".")), route.law, route.mark)));

function masterWay(inquiry: Inquiry, so: SoFar, route: Route, european: boolean): Path {
  inquiry.ask("qualification.right-to-practise", so.row);
  const papers = papersMissing(inquiry, so, "crafts-master");
  const journeyman = isClosed(inquiry, so, "R112") ? "R112.excluded-craft" : "R112.experience-after-notice";
  return pathOf(inquiry, so, {
    target: so.target!,
    procedure: route.procedure,
    regulated: "yes",
    form: "self-employment",
    required: true,
    authority: route.authority ?? [],
    field: "craft",
    outcome: route.outcome,
    range: route.range,
    measures: route.measures,
    ...(route.chosenBy && { chosenBy: route.chosenBy }),
    exams: [...route.exams, ...(papers.skillsAnalysis ? (["qualifikationsanalyse"] as const) : [])],
    freeWithout: freeOf(inquiry),
    next: [...ownSteps(inquiry, so), "next.ask-chamber", "next.compare-journeyman", "next.apply"],
    trace: [
      note(inquiry, "R110.licence-needed"),
      note(inquiry, european ? "R47.no-european-diploma" : "R47.third-country-national"),
      ...otherWays(inquiry, so),
      ...(holds(inquiry, so, "hwo-experienced-journeyman") ? [] : [note(inquiry, journeyman)]),
      note(inquiry, "R113.compared-with-master", {}, route),
      ...(route.id === "master" ? [] : [note(inquiry, "R113.below-master", {}, route), note(inquiry, "R111.exceptional-permit", {}, { law: ["HwO § 8 (1)"] })]),
      note(inquiry, "R113.authority-chooses", {}, { law: ["HwO § 50c (5)"] }),
      note(inquiry, "R113.parts-possible", {}, { law: ["HwO § 50c (6)", "HwO § 8 (2)"] }),
      traceOf(inquiry, craftLicence.name, "R58.other-proof-counts", {}, { law: ["HwO § 50c (3)"] }),
      traceOf(inquiry, craftLicence.name, "R53.right-to-practise-at-home", {}, { law: ["HwO § 50c (2)"] }),
      ...particulars(inquiry, so, route),
      traceOf(inquiry, craftLicence.name, "R165.no-language-condition", {}, { law: ["HwO § 50c"] }),
      ...(papers.missing ? papers.trace : [note(inquiry, "R33.wider-in-crafts")]),
    ],
  });
}
