import { byProcedure, type Pointer } from "../by-procedure.ts";
import { circumstancesOf } from "../circumstances.ts";
import { germanLevels } from "../german-words.ts";
import { asText, traceOf, type Inquiry } from "../inquiry.ts";
import { isOfWay, lawWithin, lessCertain, statuteOf } from "../law.ts";
import { salaryOf } from "../salary.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { hasNotice, noticeNotes } from "./notice.ts";

/**
 * What about the person bears on every way: where they live (proof of intention, application from abroad), residence,
 * their German, the money that can help (R1, R3, R4, R150-R182, R190-R196).
 * @see BQFG § 5 (6), § 6 (1), § 12 (6)
 */
export const person: Step = { name: "person", run };

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}) => traceOf(inquiry, person.name, key, params);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.paths.length === 0) return {};
  const abroad = inquiry.ask("person.residence") === "elsewhere";
  const third = abroad && inquiry.ask("person.nationality") === "third";
  const pointsTo = (rule: string) => third && so.paths.some(({ procedure }) => byProcedure(inquiry.rules).pointers(procedure).some(({ pointer }) => pointer.rule === rule));
  if (pointsTo("R155")) inquiry.ask("experience.total-years");
  if (pointsTo("R159")) inquiry.ask("person.age");
  const level = asText(inquiry.ask("person.german-level"));
  const inGermany = inquiry.peek("person.residence") === "germany";
  const first = so.paths.find(hasNotice);
  const nationality = inquiry.peek("person.nationality");
  const needsTitle = nationality !== "eu" && nationality !== "de"; // people with free movement come without a title
  const paths = so.paths.map((found): Path => {
    const { pointers, ...circumstances } = circumstancesOf(inquiry, so, found);
    const path: Path = { ...found, ...circumstances, language: asked(inquiry, found), next: nextOf(inquiry, found, circumstances.funding, abroad) };
    const closed = so.formal === "not-open" && path.outcome === "not_possible_other_path";
    const trace = [...path.trace.filter(({ rule }) => rule !== "R163" || needsTitle), ...(closed ? [] : entry(inquiry, path, abroad, third)), ...language(inquiry, path, level), ...residence(inquiry, so, pointers), ...grant(inquiry, path, inGermany)];
    return { ...path, trace: once([...trace, ...noticeNotes(inquiry, so, { ...path, trace }, found === first)]) };
  });
  return { trace: [...so.trace, note(inquiry, "R182.free-advice")], paths };
}

/** A sentence that two steps bring is said once, with the law of the first. */
const once = (trace: readonly Trace[]) => trace.filter((entry, i) => trace.findIndex(({ rule, finding }) => rule === entry.rule && finding === entry.finding) === i);

/** Advice where the person lives (R182); the grant only where it can be had (R176). */
function nextOf(inquiry: Inquiry, { next }: Path, funding: Path["funding"], abroad: boolean): readonly string[] {
  const open = next.filter((step) => step !== "next.check-grant" || hasGrant(inquiry, funding));
  return abroad && inquiry.applies("R182") ? ["next.get-advice-abroad", ...open.filter((step) => step !== "next.get-advice" && step !== "next.get-advice-abroad")] : open;
}

/** Who may apply and from where, with the law of this way; nothing where its statutes do not say it. */
function entry(inquiry: Inquiry, path: Path, abroad: boolean, intention: boolean): Trace[] {
  if (path.authority.length === 0 || path.outcome === "no_recognition_needed") return [];
  const statutes = new Set(path.trace.flatMap(({ law }) => law).map(statuteOf));
  const told = (key: string): Trace[] => {
    const law = lawWithin(inquiry, key.slice(0, key.indexOf(".")), statutes);
    const own = law.filter((provision) => isOfWay(provision, path));
    return law.length > 0 ? [traceOf(inquiry, person.name, key, {}, { law: own.length > 0 ? own : law })] : [];
  };
  return [...told("R1.entitled"), ...(abroad ? told("R4.from-abroad") : []), ...shownIntention(path, statutes, intention).flatMap(told)];
}

/**
 * How the intention to work here is shown (Erwerbsabsicht): doctors, dentists and pharmacists by their diploma of a third state,
 * wherever they live; others where they live outside the European area, under one ordinance in the very Land.
 * @see BQFG § 5 (6), § 12 (6); BÄO § 3 (6) no. 2a; ATA-OTA-APrV § 52 (6)
 */
function shownIntention({ procedure }: Path, statutes: ReadonlySet<string>, outside: boolean): string[] {
  if (procedure === "approbation_third") return ["R3.to-practise"];
  return outside ? [statutes.has("ATA-OTA-APrV") ? "R3.in-the-land" : "R3.proof-of-intention"] : [];
}

/** The rule on the German of a way: of academic health professions, of other health professions, of all others. */
function languageRule(inquiry: Inquiry, { language: [asks], target }: Path): string {
  return asks?.professional ? "R166" : inquiry.rules.regulatedProfessions.get(target ?? "")?.category === "health" ? "R167" : "R168";
}

const asked = (inquiry: Inquiry, path: Path): Path["language"] => (inquiry.applies(languageRule(inquiry, path)) ? path.language : []);

/** The level that the permit asks for, as a rule, against the level told (R166-R168). */
function language(inquiry: Inquiry, path: Path, german: string | undefined): Trace[] {
  const asks = path.language[0];
  const profession = inquiry.rules.regulatedProfessions.get(path.target ?? "");
  if (!asks?.level || path.outcome === "not_possible_other_path") return [];
  if (asks.law.length === 0 && profession?.regulatedBy !== "land") return [];
  const rule = languageRule(inquiry, path);
  const finding = german === undefined ? "asked-later" : germanLevels.indexOf(german) >= germanLevels.indexOf(asks.level) ? "level-reached" : "level-to-reach";
  const statutes = new Set(path.trace.flatMap(({ law }) => law).map(statuteOf));
  const personal = lawWithin(inquiry, "R44", statutes);
  return [
    traceOf(inquiry, person.name, `${rule}.${finding}`, { level: asks.level, ...(german && { has: german }) }, { law: asks.law.length > 0 ? asks.law : ["Land law"], mark: lessCertain(asks.mark, inquiry.rules.procedureRules.get(rule)?.mark ?? "general-knowledge") }),
    ...(path.required && profession?.category === "health" && personal.length > 0 ? [traceOf(inquiry, person.name, "R44.personal-conditions", {}, { law: personal })] : []),
  ];
}

/** Salaries that the residence paths of a way ask for. */
const salaries: Readonly<Record<string, string>> = { R147: "R161.experienced-worker", R155: "R161.experienced-worker", R158: "R161.blue-card", R159: "R161.from-45" };

/** The word of the act for German, and the salaries with the year of their figures (R161, R169). */
function residence(inquiry: Inquiry, so: SoFar, pointers: readonly Pointer[]): Trace[] {
  const paid = pointers.flatMap(({ salary, pointer }): Trace[] => {
    const key = salaries[pointer.rule];
    if (!salary || !key) return [];
    const { percent, euro, year } = salaryOf(inquiry, so, salary);
    // The share is law; the ceiling behind an amount is not, and holds for its year only.
    return [euro === undefined || year === undefined ? traceOf(inquiry, person.name, "R161.share-only", { percent }, { law: pointer.law, mark: pointer.mark }) : traceOf(inquiry, person.name, key, { percent, euro, year }, { law: pointer.law, mark: "general-knowledge" })];
  });
  return [...(pointers.some(({ german }) => german !== undefined) ? [note(inquiry, "R169.words-of-residence-law")] : []), ...paid];
}

const hasGrant = (inquiry: Inquiry, funding: Path["funding"]) => inquiry.rules.funding.some(({ id, rule }) => rule === "R176" && funding.includes(id));

/** The grant has to be asked for before the procedure begins. */
function grant(inquiry: Inquiry, path: Path, inGermany: boolean): Trace[] {
  const open = path.outcome !== "no_recognition_needed" && path.outcome !== "not_possible_other_path";
  return inGermany && open && hasGrant(inquiry, path.funding) ? [note(inquiry, "R176.grant-before")] : [];
}
