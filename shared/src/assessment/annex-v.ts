import type { RegulatedProfession } from "@gleichwert/rules";
import { worked, type Work } from "./experience.ts";
import type { Answer, Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

type CutOff = RegulatedProfession["cutOffs"][number];
type Held = RegulatedProfession["acquiredRights"][number];

/** States that are no more, with the states of the Union that confirm their diplomas (PflBG § 42 (1)). */
const formerStates: ReadonlyMap<string, readonly string[]> = new Map([["CS", ["CZ", "SK"]], ["SU", ["EE", "LV", "LT"]], ["YU", ["SI", "HR"]]]);

/**
 * Does the training fall under the automatic recognition of Annex V (automatische Anerkennung, R50)?
 * @returns "unknown" where only the day within a year, or the minimum training of a diploma issued after the cut-off
 * day and begun before it, would tell
 * @see Directive 2005/36/EC Art. 21, 23
 */
export function annexV(inquiry: Inquiry, so: SoFar): Answer {
  const profession = so.target?.profession;
  if (!profession?.euAutomatic || so.group !== "eu" || otherProfession(so)) return "no";
  const cutOff = profession.cutOffs.find(({ country }) => country === so.country);
  if (formerStates.has(so.country ?? "")) return "no";
  const year = so.completedYear ?? inquiry.ask("qualification.completed-year", so.row);
  if (!cutOff || typeof year !== "number") return typeof year === "number" ? "unknown" : year;
  const issued = against(year, cutOff);
  if (issued === "before") return "no";
  if (cutOff.counts === "issued") return issued === "after" ? "yes" : "unknown";
  const begun = latestBegin(so);
  if (begun !== undefined && against(begun, cutOff) === "after") return "yes";
  const told = inquiry.ask("qualification.training-started-year", so.row);
  return typeof told !== "number" ? told : against(told, cutOff) === "after" ? "yes" : "unknown";
}

/**
 * Are the years of practice there that make an old diploma count (erworbene Rechte, R51)? As a rule three consecutive
 * years within the last five; some states have rules of their own.
 * @returns "unknown" where stretches without dates, or days within a year, would decide
 * @see PflBG § 42; HebG §§ 47-51; BÄO § 14b
 */
export function acquiredRights(inquiry: Inquiry, so: SoFar): Answer {
  const profession = so.target?.profession;
  if (!profession?.euAutomatic || so.group !== "eu" || otherProfession(so)) return "no";
  const own = heldBy(inquiry, so, profession);
  if (own?.closed) return "no";
  const works = worked(inquiry);
  if (works === undefined || works === "unknown") return works;
  const usual = practised(inquiry, works, 3, 5);
  if (!own?.years || !own.within) return usual;
  const special = practised(inquiry, own.inState ? works.filter(({ country }) => country === undefined || inState(inquiry, so, country)) : works, own.years, own.within);
  // Whether a former state's rule applies can hang on the day on which the training began.
  return own.former && ofFormerState(inquiry, so, profession) === "unknown" && special !== usual ? "unknown" : special;
}

/** The rule of its own that a state has for its old diplomas in this profession; undefined where the usual one holds. */
export function heldBy(inquiry: Inquiry, so: SoFar, profession: RegulatedProfession): Held | undefined {
  return profession.acquiredRights.find(({ countries, former, before }) => {
    if (former) return ofFormerState(inquiry, so, profession) !== "no";
    return so.country !== undefined && countries.includes(so.country) && (before === undefined || (so.completedYear !== undefined && so.completedYear < Number(before.slice(0, 4))));
  });
}

/** R15, R16: whoever learned another profession has no right in this one; nor has a course, as Annex V lists whole trainings only. */
const otherProfession = ({ hints, otherField, level }: SoFar) => otherField || hints.includes("R15") || hints.includes("R16") || level === "none" || level === "short_course";

/** A year against a cut-off day; "unknown" where the day lies within the year. */
function against(year: number, { before }: CutOff): "before" | "after" | "unknown" {
  const cut = Number(before.slice(0, 4));
  if (year !== cut) return year < cut ? "before" : "after";
  return before.endsWith("-01-01") ? "after" : "unknown";
}

/** The latest year in which a training of this length can have begun. */
function latestBegin({ completedYear, durationYears }: SoFar): number | undefined {
  return completedYear === undefined || durationYears === undefined ? undefined : completedYear - Math.ceil(durationYears);
}

/** Was the diploma given by Czechoslovakia, the Soviet Union or Yugoslavia, or the training begun there before the split? */
function ofFormerState(inquiry: Inquiry, so: SoFar, { cutOffs }: RegulatedProfession): "yes" | "no" | "unknown" {
  if (formerStates.has(so.country ?? "")) return "yes";
  const days = cutOffs.filter(({ country }) => country === so.country);
  const first = days.reduce<CutOff | undefined>((least, day) => (least && least.before <= day.before ? least : day), undefined);
  if (days.length < 2 || !first) return "no";
  const begun = latestBegin(so) ?? inquiry.ask("qualification.training-started-year", so.row);
  if (typeof begun !== "number") return "unknown";
  const split = against(begun, first);
  return split === "before" ? "yes" : split === "after" ? "no" : "unknown";
}

/** Work in the state of the diploma; of a former state, in the one that vouches for it today. */
function inState(inquiry: Inquiry, so: SoFar, country: string): boolean {
  const successor = inquiry.peek("qualification.successor-country", so.row);
  const today = formerStates.get(so.country ?? "") ?? [];
  return country === so.country || (typeof successor === "string" && successor !== "unknown" ? country === successor : today.includes(country));
}

/** The day of the assessment as a year with its fraction; 0 at the beginning of January. */
const fraction = (on: string) => (Date.parse(on) - Date.parse(`${on.slice(0, 4)}-01-01`)) / (365.25 * 24 * 3600 * 1000);

/** So many years without a break within the last ones? Only years are told, so that the days in them can leave it open. */
function practised(inquiry: Inquiry, works: readonly Work[], years: number, within: number): "yes" | "no" | "unknown" {
  const now = inquiry.year + fraction(inquiry.on);
  const since = now - within;
  let open = false;
  for (const { from, to, told } of runs(works)) {
    if (from === undefined || to === undefined) {
      open ||= told === undefined || told >= years;
      continue;
    }
    const whole = told !== undefined && told >= years && from >= since && to <= inquiry.year;
    const least = Math.min(to, now) - Math.max(to === from ? from : from + 1, since);
    const most = Math.min(to + 1, now) - Math.max(from, since);
    if (whole || least >= years) return "yes";
    open ||= most >= years && (told === undefined || told >= years || from < since);
  }
  return open ? "unknown" : "no";
}

interface Run {
  readonly from?: number;
  readonly to?: number;
  readonly told?: number;
}

/** Stretches of work with those that follow each other without a break as one. */
function runs(works: readonly Work[]): Run[] {
  const all = works.map(({ from, to, years }): Run => {
    const start = from ?? (to !== undefined && years !== undefined ? Math.floor(to - years) : undefined);
    const end = to ?? (from !== undefined && years !== undefined ? Math.floor(from + years) : undefined);
    return { ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }), ...(years !== undefined && { told: years }) };
  });
  const dated = all.filter((run): run is Required<Pick<Run, "from" | "to">> & Run => run.from !== undefined && run.to !== undefined).sort((a, b) => a.from - b.from);
  const joined = dated.reduce<(Run & { from: number; to: number })[]>((list, run) => {
    const last = list.at(-1);
    if (!last || run.from > last.to) return [...list, run];
    const told = last.told === undefined || run.told === undefined ? undefined : last.told + run.told;
    return [...list.slice(0, -1), { from: last.from, to: Math.max(last.to, run.to), ...(told !== undefined && { told }) }];
  }, []);
  return [...joined, ...all.filter((run) => run.from === undefined || run.to === undefined)];
}
