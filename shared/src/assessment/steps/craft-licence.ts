import type { RegulatedProfession, Route } from "@gleichwert/rules";
import { decide } from "../condition.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { ownLaw } from "../law.ts";
import { pathOf } from "../path.ts";
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
  const targets = [so.target, ...so.alternatives].filter((target): target is Target => target?.profession !== undefined && target.profession.id === target.craft?.id);
  return { paths: [...so.paths, ...targets.flatMap((target) => waysInto(target === so.target ? inquiry : quietly(inquiry), { ...so, target }, target.profession!))] };
}

function waysInto(inquiry: Inquiry, so: SoFar, profession: RegulatedProfession): Path[] {
  inquiry.ask("goal.land");
  const european = holds(inquiry, so, "hwv-persons");
  const eu = profession.routes.find(({ id }) => id === "eu-national");
  const master = profession.routes.find((route) => route.id === "master" && (!route.when || decide(route.when, inquiry, so) === "yes")) ?? profession.routes.find(({ id }) => id === "journeyman");
  const paths: Path[] = [];
  if (european && eu) {
    const byExperience = experienceVariant(inquiry, so);
    if (byExperience && byExperience !== "open") paths.push(euWay(inquiry, so, eu, "full", [note(inquiry, "R47.nationality-counts"), note(inquiry, "R110.licence-needed"), byExperience, note(inquiry, "R114.no-measures"), note(inquiry, "R114.certificate-of-experience")]));
    else if (so.formal !== "not-open" && diplomaCounts(inquiry, so)) {
      const elsewhere = so.group !== "eu" ? [note(inquiry, "R46.recognised-elsewhere-three-years")] : [];
      const excluded = isClosed(inquiry, so, "R114") ? [note(inquiry, "R114.excluded-craft")] : byExperience === "open" ? [] : [note(inquiry, "R114.experience-not-reached")];
      paths.push(euWay(inquiry, so, eu, "compensation_needed", [note(inquiry, "R47.nationality-counts"), note(inquiry, "R110.licence-needed"), ...elsewhere, ...excluded, note(inquiry, "R115.by-diploma"), note(inquiry, "R56.applicant-chooses-eu", { months: 36 }, eu)]));
    }
  }
  if (paths.length === 0 && so.formal !== "not-open" && master) paths.push(masterWay(inquiry, so, master, european));
  return paths;
}

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}, own?: Route) => traceOf(inquiry, craftLicence.name, key, params, own && { law: own.law, mark: own.mark });

/** The variant of recognised experience that is reached, by its sentence; open while the rows leave it undecided. */
function experienceVariant(inquiry: Inquiry, so: SoFar): Trace | "open" | undefined {
  inquiry.ask("experience.rows");
  let open = false;
  for (const condition of inquiry.rules.conditions.values()) {
    if (condition.rule !== "R114" || condition.effect === "closes") continue;
    const holds = decide(condition.when, inquiry, so);
    if (holds === "yes") return traceOf(inquiry, craftLicence.name, "R114.experience-reached", { variant: condition.id }, condition);
    open ||= holds === "open";
  }
  return open ? "open" : undefined;
}

/** Does a condition close the way of a rule to this craft: experience (R114), or the years as journeyman (R112)? */
const isClosed = (inquiry: Inquiry, so: SoFar, rule: string): boolean =>
  [...inquiry.rules.conditions.values()].some((condition) => condition.rule === rule && condition.effect === "closes" && decide(condition.when, inquiry, so) === "yes");

/** An EU diploma, or a third-country one that another of these states took over and under which one worked there for three years. */
const diplomaCounts = (inquiry: Inquiry, so: SoFar): boolean => so.group === "eu" || holds(inquiry, so, "hwv-recognised-elsewhere");

/** Does a named condition of the rules in force hold? */
function holds(inquiry: Inquiry, so: SoFar, id: string): boolean {
  const condition = inquiry.rules.conditions.get(id);
  return condition !== undefined && decide(condition.when, inquiry, so) === "yes";
}

function euWay(inquiry: Inquiry, so: SoFar, route: Route, outcome: "full" | "compensation_needed", trace: readonly Trace[]): Path {
  const measures = outcome === "full" ? [] : (["adaptation_period", "aptitude_test"] as const);
  return pathOf(inquiry, so, {
    target: so.target!,
    procedure: "eu_ewr_hwv",
    regulated: "yes",
    form: "self-employment",
    required: true,
    authority: ["hwk_or_higher_authority"],
    field: "craft-permit",
    outcome,
    range: { worst: "compensation_needed", best: "full" },
    measures,
    ...(outcome !== "full" && { longestMonths: 36, chosenBy: "applicant" as const }),
    exams: outcome === "full" ? [] : ["eignungspruefung"],
    freeWithout: ["free.employed-in-craft", "free.hire-manager"],
    next: ["next.certificate-of-experience", "next.ask-chamber", "next.apply"],
    trace: [...trace, ...particulars(inquiry, route)],
  });
}

/** Sentences that only this craft has: the district of the chimney sweep, the installers' list of electricity, gas and water. */
const particulars = (inquiry: Inquiry, route: Route) => route.findings.filter((key) => key.startsWith("R116.") || key === "R110.installer-list").map((key) => traceOf(inquiry, craftLicence.name, key, {}, ownLaw(inquiry, key.slice(0, key.indexOf(".")), route.law, route.mark)));

function masterWay(inquiry: Inquiry, so: SoFar, route: Route, european: boolean): Path {
  inquiry.ask("qualification.right-to-practise", so.row);
  const papers = papersMissing(inquiry, so, "crafts-master");
  const journeyman = isClosed(inquiry, so, "R112") ? "R112.excluded-craft" : "R112.experience-after-notice";
  return pathOf(inquiry, so, {
    target: so.target!,
    procedure: "hwo_50c",
    regulated: "yes",
    form: "self-employment",
    required: true,
    authority: ["hwk"],
    field: "craft",
    outcome: "compensation_needed",
    range: { worst: "not_possible_other_path", best: "full" },
    measures: ["adaptation_period", "aptitude_test"],
    chosenBy: "authority",
    exams: ["eignungspruefung", ...(papers.skillsAnalysis ? (["qualifikationsanalyse"] as const) : [])],
    freeWithout: ["free.employed-in-craft", "free.hire-manager"],
    next: ["next.ask-chamber", "next.compare-journeyman", "next.apply"],
    trace: [
      note(inquiry, "R110.licence-needed"),
      note(inquiry, european ? "R47.no-european-diploma" : "R47.third-country-national"),
      note(inquiry, "R111.ways-into-register"),
      note(inquiry, journeyman),
      note(inquiry, "R113.compared-with-master", {}, route),
      ...(route.id === "master" ? [] : [note(inquiry, "R113.below-master", {}, route)]),
      note(inquiry, "R113.authority-chooses", {}, route),
      traceOf(inquiry, craftLicence.name, "R53.right-to-practise-at-home", {}, { law: ["HwO § 50c (2)"] }),
      ...particulars(inquiry, route),
      traceOf(inquiry, craftLicence.name, "R165.no-language-condition", {}, { law: ["HwO § 50c"] }),
      ...(papers.missing ? papers.trace : [note(inquiry, "R33.wider-in-crafts")]),
    ],
  });
}
