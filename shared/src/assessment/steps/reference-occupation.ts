import { isStrong, match, type Candidate } from "../../matching/index.ts";
import { firstQualification } from "../../facts/index.ts";
import { asText, traceOf, type Answer, type Inquiry } from "../inquiry.ts";
import { ownLaw } from "../law.ts";
import { targetOf, type SoFar, type Step, type Target } from "../so-far.ts";

/**
 * Finds the German reference occupation (Referenzberuf): by activities, under the law in force, several where the
 * foreign training is broad. The person's own choice stands above ours (R13-R19).
 * @returns up to five candidates; the target that the ways speak of, none where only the degree can be looked at
 * @see BQFG § 4 (1) no. 1
 */
export const referenceOccupation: Step = { name: "reference-occupation", run };

/** From this score on a candidate is shown to choose from; only a strong one is taken without being chosen. */
const offered = 0.3;
/** Beside a strong one, a weaker candidate is shown only from here on. */
const beside = 0.6;
const degreeLevels = new Set(["higher_education_short", "bachelor", "master_or_long_degree"]);

/** Candidates for the words told so far, best first; none while nothing was told. */
function candidatesFor(inquiry: Inquiry, so: SoFar, words: { title: string | undefined; titleGerman: string | undefined; goal: string | undefined }): readonly Candidate[] {
  const { title, titleGerman, goal } = words;
  const any = title ?? titleGerman ?? goal;
  if (any === undefined) return [];
  return match(inquiry.rules, {
    title: any,
    ...(titleGerman && { titleGerman }),
    ...(goal && { goal }),
    ...(so.country && { country: so.country }),
    ...(so.level && { level: so.level }),
    ...(so.durationYears !== undefined && { durationYears: so.durationYears }),
  }, 5);
}

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (!inquiry.applies("R13")) return {};
  const told = inquiry.ask("goal.purpose");
  // Another occupation than the one learned may be wanted only since the act says so (R2).
  const purpose = told === "other-occupation" && !inquiry.applies("R2") ? "own-occupation" : told;
  const title = asText(inquiry.ask("qualification.title", so.row));
  const titleGerman = asText(inquiry.peek("qualification.title-german", so.row));
  const titleUntold = inquiry.stored("qualification.title", so.row) !== undefined && title === undefined && titleGerman === undefined;
  const looked = (goal: string | undefined) => candidatesFor(inquiry, so, { title, titleGerman, goal });
  // Another occupation counts only while it is asked for; a case file that tells no purpose may name one outright.
  const open = purpose === undefined ? asText(inquiry.peek("goal.occupation")) : undefined;
  const first = so.row === firstQualification;
  const choice = inquiry.stored("goal.reference-occupation")?.value;
  const chosenId = first && purpose !== "degree-statement" && typeof choice === "string" && choice !== "unknown" ? choice : undefined;
  const noneFits = chosenId === "none";
  const asked = purpose === "other-occupation" || titleUntold || noneFits || (purpose !== undefined && purpose !== "degree-statement" && !looked(undefined).some(isStrong));
  const goal = asked ? asText(inquiry.ask("goal.occupation")) : open;
  if (title === undefined && titleGerman === undefined && goal === undefined) return {};
  const found = looked(goal);
  const known = new Set(so.countryRow?.rules.filter((rule) => rule === "R15" || rule === "R16"));
  const hints = [...new Set([...known, ...found.flatMap((candidate) => candidate.reasons).filter(({ criterion, params }) => criterion === "hint" && params?.rule !== undefined).map(({ params }) => String(params?.rule))])];
  const candidates = withRow(found.filter(({ score }) => score >= (found.some(isStrong) ? beside : offered)), so);
  const strong = candidates.filter((candidate) => isStrong(candidate) || candidate.score === 0);
  const degree = so.level !== undefined && degreeLevels.has(so.level);
  if (first && purpose !== "degree-statement") inquiry.ask("goal.reference-occupation");
  // None of the candidates: the wish tells, where one was told; the choice itself leads nowhere.
  const picked = noneFits ? undefined : chosenId;
  const ids = (noneFits && goal === undefined) || purpose === "degree-statement" ? [] : [...new Set([...(picked ? [picked] : []), ...strong.map(({ referenceOccupation: id }) => id)])];
  const all = ids.map((id) => targetOf(inquiry, id)).filter((target): target is Target => target !== undefined);
  // A licence is no training (R10): what it can lead to is first of all an activity that needs a licence.
  const licence = so.level === "professional_licence" && picked === undefined;
  const ordered = licence ? [...all.filter(({ profession }) => profession), ...all.filter(({ profession }) => !profession)] : all;
  const chosen = picked !== undefined;
  const targets = unique((chosen ? ordered.slice(0, 1) : ordered.slice(0, 3)).flatMap((each) => [...needsOf(inquiry, each), each]));
  const [target, ...others] = targets;
  return {
    words: [title, titleGerman, goal].filter((word) => word !== undefined),
    candidates,
    chosen,
    hints,
    ...(target && { target }),
    alternatives: others.slice(0, 3),
    otherField: target !== undefined && inquiry.applies("R15") && leadsElsewhere(inquiry, looked(undefined).filter(isStrong), target, purpose === "other-occupation"),
    degreeWanted: purpose === "degree-statement" || (noneFits && goal === undefined),
    nearRegulated: strong.some(({ referenceOccupation: id }) => inquiry.rules.regulatedProfessions.has(id)),
    degreeOnly: purpose === "degree-statement" || (target === undefined && degree),
    trace: [...so.trace, ...reasons(inquiry, strong, hints, target, chosen, purpose), ...level(inquiry, so, target)],
  };
}

/** Licensed activities that an occupation cannot do without stand before it: they decide whether one may work. */
const needsOf = (inquiry: Inquiry, { occupation }: Target): Target[] => (occupation?.activityNeeds ?? []).flatMap((id) => targetOf(inquiry, id) ?? []);

const unique = (targets: readonly Target[]) => targets.filter(({ id }, i) => targets.findIndex((other) => other.id === id) === i);

/**
 * Was something else learned than what is wanted? Said of a profession of health, education or social work when the title leads
 * to none of its kind, and of any other wish when the person says that it is another occupation and the title does not lead there.
 */
function leadsElsewhere(inquiry: Inquiry, learned: readonly Candidate[], { id, profession }: Target, other: boolean): boolean {
  if (learned.length === 0 || learned.some(({ referenceOccupation }) => referenceOccupation === id)) return false;
  const hinted = (...rules: readonly string[]) => learned.some(({ reasons: why }) => why.some(({ criterion, params }) => criterion === "hint" && rules.includes(String(params?.rule))));
  const kinds = new Set(["health", "education", "social"]);
  // What has no German twin may be of any kind (R15); a broad training only of those that its hint names (R17).
  if (profession && kinds.has(profession.category)) return !hinted("R15", "R16") && learned.every(({ referenceOccupation }) => inquiry.rules.regulatedProfessions.get(referenceOccupation)?.category !== profession.category);
  return other && !profession && !hinted("R14", "R15", "R16", "R17", "R18");
}

/** A course that the profile knows leads to its own occupations too, whatever was wished for. */
function withRow(candidates: readonly Candidate[], { country, countryRow }: SoFar): readonly Candidate[] {
  if (countryRow?.baseQualification !== false) return candidates;
  const own = countryRow.occupations.slice(0, 2);
  const rest = candidates.filter(({ referenceOccupation }) => !own.includes(referenceOccupation));
  return [...rest.slice(0, 5 - own.length), ...own.map((id): Candidate => ({ referenceOccupation: id, score: 0, reasons: [{ criterion: "country-qualification", finding: "met", params: { country: country ?? "", qualification: countryRow.id } }] }))];
}

/** Where a level is written on the diploma, or is higher than that of the German training: the comparison does not ask for it (R19). */
function level(inquiry: Inquiry, { level: own, countryRow }: SoFar, target: Target | undefined) {
  if (!target?.occupation || target.profession) return [];
  const higher = own !== undefined && (degreeLevels.has(own) || own === "master_craftsman") && target.occupation.kind === "training-occupation";
  return higher || countryRow?.eqf !== undefined ? [traceOf(inquiry, referenceOccupation.name, "R19.levels-orient", {}, { law: ["BQFG § 4 (1)", "BQFG § 4 (2)"] })] : [];
}

/** Two candidates that the words cannot tell apart. */
const closeRivals = ([first, second]: readonly Candidate[]): boolean => first !== undefined && second !== undefined && first.score - second.score < 0.03;

function reasons(inquiry: Inquiry, candidates: readonly Candidate[], hints: readonly string[], target: Target | undefined, chosen: boolean, purpose: Answer) {
  const note = (key: string) => traceOf(inquiry, referenceOccupation.name, key, target ? { occupation: target.id } : {});
  const law = target?.profession?.routes[0]?.law ?? ["BQFG § 4 (1)"];
  const own = (key: string) => traceOf(inquiry, referenceOccupation.name, key, target ? { occupation: target.id } : {}, ownLaw(inquiry, key.slice(0, key.indexOf(".")), law, target?.profession?.mark ?? "verified-law"));
  return [
    ...(purpose === "other-occupation" ? [note("R2.other-work-counts")] : []),
    ...(target ? [own(chosen ? "R13.chosen" : "R13.by-activities")] : purpose === "degree-statement" ? [] : [note("R13.none-found")]),
    ...(hints.includes("R14") ? [own("R14.replaced-occupation")] : []),
    ...(hints.includes("R15") ? [own("R15.no-german-twin")] : []),
    ...(hints.includes("R16") ? [own("R16.retraining")] : []),
    ...(hints.includes("R17") || (!chosen && closeRivals(candidates)) ? [note("R17.several-candidates")] : []),
    ...(hints.includes("R18") && !target?.profession ? [note("R18.no-direct-occupation")] : []),
  ];
}
