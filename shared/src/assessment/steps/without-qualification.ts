import type { AuthorityType, Exam, Procedure, ReferenceOccupation } from "@gleichwert/rules";
import { decide, type Holds } from "../condition.ts";
import { derivedFact } from "../derived.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import { needsTitleToCome } from "../residence-facts.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { isIt } from "./degree.ts";

/**
 * Without a formal qualification no recognition is open; other ways are: work without it, validation, the external
 * examination, a training (R140-R147).
 * @see BQFG § 3 (2); BBiG §§ 45 (2), 50b; HwO §§ 37 (2), 41b
 */
export const withoutQualification: Step = { name: "without-qualification", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.formal !== "not-open") return {};
  const regulated = so.target?.profession !== undefined;
  if (regulated && so.paths.length > 0) return {};
  return { paths: [...so.paths, regulated ? closedProfession(inquiry, so) : openOccupation(inquiry, so)] };
}

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}) => traceOf(inquiry, withoutQualification.name, key, params);

function closedProfession(inquiry: Inquiry, so: SoFar): Path {
  const profession = so.target!.profession!;
  if (inquiry.applies("R192")) inquiry.ask("goal.land");
  const crafts = profession.category === "crafts";
  return pathOf(inquiry, so, {
    target: so.target!,
    procedure: "none_available",
    regulated: profession.regulated,
    form: profession.form,
    required: profession.regulated === "yes",
    authority: profession.authority,
    ...(profession.authorityField && { field: profession.authorityField }),
    outcome: "not_possible_other_path",
    range: { worst: "not_possible_other_path", best: "not_possible_other_path" },
    freeWithout: profession.freeWithout,
    next: ["next.get-advice", crafts ? "next.hire-manager" : "next.train-in-germany"],
    trace: [
      note(inquiry, "R7.entry-ticket"),
      traceOf(inquiry, withoutQualification.name, "R40.regulated", { profession: profession.id }, { law: profession.routes[0]?.law ?? [], mark: profession.routes[0]?.mark ?? profession.mark }),
      ...(profession.withoutTraining ?? []).map((key) => note(inquiry, key)),
      ...(profession.category === "health" ? [traceOf(inquiry, withoutQualification.name, "R141.not-under-own-act", {}, { law: ["BBiG § 1 (6)", "BBiG § 50b (1)"] })] : []),
      ...(crafts ? [note(inquiry, "R111.ways-into-register")] : []),
      note(inquiry, "R154.not-open-without-training"),
      note(inquiry, "R156.two-years-needed"),
    ],
  });
}

function openOccupation(inquiry: Inquiry, so: SoFar): Path {
  const occupation = so.target?.occupation;
  const residence = inquiry.ask("person.residence");
  if (isIt(so) && inquiry.applies("R146")) {
    return way(inquiry, so, "none_unregulated", ["none"], "no_recognition_needed", [], [note(inquiry, "R20.no-duty"), note(inquiry, "R146.no-diploma-needed"), ...(needsTitleToCome(inquiry) ? [note(inquiry, "R155.experienced-workers"), note(inquiry, "R158.it-without-degree")] : [])], ["next.apply-for-jobs", "next.get-advice"]);
  }
  const entry = [note(inquiry, "R7.entry-ticket"), ...(so.formalReason === "none" ? [note(inquiry, "R32.papers-not-training")] : [])];
  // Not to find an occupation is no proof that its work is free.
  if (!occupation) return { ...way(inquiry, so, "none_available", ["none"], "not_possible_other_path", [], entry, ["next.choose-occupation", "next.get-advice"]), regulated: "unknown", freeWithout: [] };
  const trace = [note(inquiry, "R20.no-duty"), ...entry];
  const limit = limitOf(occupation);
  const german = occupation.training?.durationMonths;
  if (german === undefined || (limit && inquiry.applies("R141"))) return way(inquiry, so, "none_available", ["none"], "not_possible_other_path", [], [...trace, ...(limit ? [traceOf(inquiry, withoutQualification.name, limit.key, {}, { law: limit.law })] : [])], ["next.get-advice"]);
  const crafts = occupation.competent === "hwk";
  const chamber = chambers[occupation.competent];
  const needed = (german * 1.5) / 12;
  const abroad = residence === "elsewhere" || residence === "eu";
  const reached = (id: string) => holdsBy(inquiry, so, id);
  const worked = reached("external-exam");
  // One law each: the Crafts Code for crafts, the Vocational Training Act for the rest.
  const under = (key: string, craftLaw: string, law: string) => traceOf(inquiry, withoutQualification.name, key, { years: needed }, { law: [crafts ? craftLaw : law] });
  const external = under(worked === "yes" ? "R143.external-exam-open" : "R143.external-exam-later", "HwO § 37 (2)", "BBiG § 45 (2)");
  const steps = [...trace, ...(crafts ? [note(inquiry, "R26.employed-free")] : []), ...(so.formalReason !== "none" && needsTitleToCome(inquiry) ? [note(inquiry, "R155.experienced-workers")] : []), external];
  const inGermany = derivedFact("sum.germany-beyond-half-needed-years", inquiry, so);
  if (abroad && !(typeof inGermany === "number" && inGermany >= 0)) return way(inquiry, so, "none_available", ["none"], "not_possible_other_path", [], [...steps, under("R140.residence-missing", "HwO § 41b (2)", "BBiG § 50b (2)"), note(inquiry, "R156.two-years-needed")], ["next.get-advice-abroad", "next.train-in-germany"]);
  const law = crafts ? "hwo" : "bbig";
  const plain = worked === "yes" ? reached(`validation-${law}`) : worked;
  // People whose disability keeps them from most of the skills: no age, and a part can be certified (R141).
  const relieved = worked === "yes" && plain !== "yes" && reached(`validation-${law}-disability`) === "yes";
  const ageOpen = inquiry.peek("person.age") === undefined;
  const validation = plain === "yes" || relieved || (plain === "open" && ageOpen && worked === "yes");
  const procedure: Procedure = validation ? "validation" : worked === "yes" ? "external_exam" : "none_available";
  const closed = validation ? undefined : closedBy(inquiry, so);
  const more = under(relieved ? "R141.with-disability" : validation ? "R140.validation-open" : closed ?? (worked === "yes" ? "R140.from-25" : "R140.more-years-needed"), relieved ? "HwO § 41d (1)" : "HwO § 41b (2)", relieved ? "BBiG § 50d (1)" : "BBiG § 50b (2)");
  const after = validation ? [under("R140.not-with-diploma", "HwO § 41b (2)", "BBiG § 50b (2)"), under("R142.not-a-degree", "HwO § 37 (3)", "BBiG § 45 (3)"), traceOf(inquiry, withoutQualification.name, "R145.which-way", {}, { law: crafts ? ["HwO § 37 (2)", "HwO § 41b (1)"] : ["BBiG § 45 (2)", "BBiG § 50b (1)"] })] : [];
  // Too little work as yet: the occupation can be learned part by part.
  const parts = worked !== "yes" && inquiry.applies("R144");
  return way(inquiry, so, procedure, [chamber], "not_possible_other_path", ["externenpruefung"], [...steps, more, ...after, ...(parts ? [note(inquiry, "R144.part-by-part")] : [])], ["next.ask-chamber", ...(parts ? ["next.learn-in-parts"] : []), "next.get-advice"]);
}

/**
 * Occupations that are no training occupation of the two acts: no validation and no examination without apprenticeship (R141).
 * @see BBiG § 1 (6), § 3 (2) no. 3, § 50b (1)
 */
function limitOf({ kind, competent }: ReferenceOccupation): { readonly key: string; readonly law: readonly string[] } | undefined {
  if (kind === "further-training") return { key: "R141.not-for-further-training", law: ["BBiG § 1 (6)", "BBiG § 50b (1)"] };
  return competent === "maritime" ? { key: "R141.not-on-ships", law: ["BBiG § 3 (2)"] } : undefined;
}

/** Why a validation is closed to somebody with the years for it, beside the age. */
function closedBy(inquiry: Inquiry, so: SoFar): string | undefined {
  if (derivedFact("derived.equivalence-established", inquiry, so) === "yes") return "R140.equivalence-established";
  return inquiry.peek("person.in-training") === "yes" ? "R140.in-training" : undefined;
}

/** Chamber for examinations and validation of each kind of occupation; the bodies that compare foreign trainings for all of Germany are others (BBiG § 71). */
const chambers: Readonly<Record<ReferenceOccupation["competent"], AuthorityType>> = {
  ihk: "ihk_local",
  hwk: "hwk",
  agriculture: "professional_chamber",
  "medical-chamber": "professional_chamber",
  "dental-chamber": "professional_chamber",
  "veterinary-chamber": "professional_chamber",
  "pharmacist-chamber": "professional_chamber",
  "bar-chamber": "bar_chamber",
  "tax-chamber": "tax_chamber",
  "public-service": "land_authority",
  maritime: "none",
  "health-authority": "none",
};

/** Does a named condition of the rules hold for the person? "no" where the rules in force do not know it. */
function holdsBy(inquiry: Inquiry, so: SoFar, id: string): Holds {
  const condition = inquiry.rules.conditions.get(id);
  return condition ? decide(condition.when, inquiry, so) : "no";
}

function way(inquiry: Inquiry, so: SoFar, procedure: Procedure, authority: readonly AuthorityType[], outcome: Path["outcome"], exams: readonly Exam[], trace: readonly Trace[], next: readonly string[]): Path {
  return pathOf(inquiry, so, {
    ...(so.target && { target: so.target }),
    procedure,
    regulated: "no",
    required: false,
    authority,
    field: "validation",
    outcome,
    range: { worst: outcome, best: outcome === "not_possible_other_path" && procedure !== "none_available" ? "no_recognition_needed" : outcome },
    exams,
    freeWithout: ["free.work-in-occupation"],
    next,
    trace,
  });
}
