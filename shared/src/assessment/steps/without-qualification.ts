import type { AuthorityType, Exam, Procedure } from "@gleichwert/rules";
import { decide, type Holds } from "../condition.ts";
import { derivedFact } from "../derived.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { isIt } from "./degree.ts";
import { bodyOf } from "./unregulated-comparison.ts";

/**
 * Without a formal qualification no recognition is open; other ways are: work without it, validation, the external
 * examination, a training (R140-R146).
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
  inquiry.ask("goal.land");
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
      traceOf(inquiry, withoutQualification.name, "R40.regulated", { profession: profession.id }, { law: profession.routes[0]?.law ?? [], mark: profession.mark }),
      ...(profession.withoutTraining ?? []).map((key) => note(inquiry, key)),
      ...(crafts ? [note(inquiry, "R111.ways-into-register")] : []),
      note(inquiry, "R154.not-open-without-training"),
      note(inquiry, "R156.two-years-needed"),
    ],
  });
}

function openOccupation(inquiry: Inquiry, so: SoFar): Path {
  const occupation = so.target?.occupation;
  const residence = inquiry.ask("person.residence");
  if (isIt(so)) {
    return way(inquiry, so, "none_unregulated", ["none"], "no_recognition_needed", [], [note(inquiry, "R20.no-duty"), note(inquiry, "R146.no-diploma-needed"), note(inquiry, "R155.experienced-workers"), note(inquiry, "R158.it-without-degree")], ["next.apply-for-jobs", "next.get-advice"]);
  }
  const trace = [note(inquiry, "R20.no-duty"), note(inquiry, "R7.entry-ticket"), ...(so.formalReason === "none" ? [note(inquiry, "R32.papers-not-training")] : [])];
  const german = occupation?.training?.durationMonths;
  if (!occupation || german === undefined) return way(inquiry, so, "none_available", ["none"], "not_possible_other_path", [], trace, ["next.get-advice"]);
  const crafts = occupation.competent === "hwk";
  const chamber: AuthorityType = crafts ? "hwk" : occupation.competent === "ihk" ? "ihk_local" : bodyOf(occupation)[0];
  const needed = (german * 1.5) / 12;
  const abroad = residence === "elsewhere" || residence === "eu";
  const reached = (id: string) => holdsBy(inquiry, so, id);
  const worked = reached("external-exam");
  // One law each: the Crafts Code for crafts, the Vocational Training Act for the rest.
  const under = (key: string, craftLaw: string, law: string) => traceOf(inquiry, withoutQualification.name, key, { years: needed }, { law: [crafts ? craftLaw : law] });
  const external = under(worked === "yes" ? "R143.external-exam-open" : "R143.external-exam-later", "HwO § 37 (2)", "BBiG § 45 (2)");
  const steps = [...trace, ...(crafts ? [note(inquiry, "R26.employed-free")] : []), ...(so.formalReason === "none" ? [] : [note(inquiry, "R155.experienced-workers")]), external];
  const validated = worked === "yes" ? reached(crafts ? "validation-hwo" : "validation-bbig") : worked;
  const inGermany = derivedFact("sum.germany-beyond-half-needed-years", inquiry, so);
  if (abroad && !(typeof inGermany === "number" && inGermany >= 0)) return way(inquiry, so, "none_available", ["none"], "not_possible_other_path", [], [...steps, under("R140.residence-missing", "HwO § 41b", "BBiG § 50b (2)"), note(inquiry, "R156.two-years-needed")], ["next.get-advice-abroad", "next.train-in-germany"]);
  const ageOpen = inquiry.peek("person.age") === undefined;
  const validation = validated === "yes" || (validated === "open" && ageOpen && worked === "yes");
  const procedure: Procedure = validation ? "validation" : worked === "yes" ? "external_exam" : "none_available";
  const more = under(validation ? "R140.validation-open" : worked === "yes" ? "R140.from-25" : "R140.more-years-needed", "HwO § 41b", "BBiG § 50b (2)");
  return way(inquiry, so, procedure, [chamber], "not_possible_other_path", ["externenpruefung"], [...steps, more, note(inquiry, "R142.not-a-degree"), note(inquiry, "R145.which-way")], ["next.ask-chamber", "next.get-advice"]);
}

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
    outcome,
    range: { worst: outcome, best: outcome === "not_possible_other_path" && procedure !== "none_available" ? "no_recognition_needed" : outcome },
    exams,
    freeWithout: ["free.work-in-occupation"],
    next,
    trace,
  });
}
