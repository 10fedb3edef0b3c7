import { endedYear, totalYears, worked, type Work } from "./experience.ts";
import { asNumber, type Answer, type Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/** Persons in charge of a business (Betriebsverantwortliche): its head or deputy, or the head of a department (EU/EWR HwV § 2 (3)). */
const inCharge = ["manager", "department_head"];
/** Leading posts of an employee (leitende Stellung). */
const leading = [...inCharge, "technical_lead"];

/**
 * Sums of the work told (Berufserfahrung) that conditions name as `sum.*`.
 * @returns years, "unknown" where the stretches leave it undecided, undefined while nobody was asked or for an id that does not exist
 * @see EU/EWR HwV § 2 (2)-(3), § 3 (3); HwO § 7b (1) no. 2; EuRAG § 11; BBiG § 50b (2)
 */
export function sumOf(id: string, inquiry: Inquiry, so: SoFar): Answer {
  if (id === "sum.total-years") return totalYears(inquiry);
  if (id === "sum.needed-years") return so.target?.occupation?.training ? (so.target.occupation.training.durationMonths * 1.5) / 12 : undefined;
  if (id === "sum.beyond-needed-years") {
    const [total, needed] = [totalYears(inquiry), sumOf("sum.needed-years", inquiry, so)];
    return total === undefined || typeof needed !== "number" ? undefined : total - needed;
  }
  if (id === "sum.germany-beyond-half-needed-years") {
    // Instead of living here: half of the needed work done in Germany (BBiG § 50b (2) no. 1).
    const [told, needed] = [worked(inquiry), sumOf("sum.needed-years", inquiry, so)];
    if (told === undefined || told === "unknown" || typeof needed !== "number") return told === undefined ? undefined : "unknown";
    return total(told.filter(({ country }) => country === "DE")) - needed / 2;
  }
  const works = worked(inquiry);
  if (works === undefined || works === "unknown") return works;
  // EuRAG § 11 (1), (3): work as established European lawyer in Germany, longer breaks left out.
  if (id === "sum.established-lawyer-years") return total(works.filter(({ country, role }) => country === "DE" && role === "established_european_lawyer"));
  if (id === "sum.years-after-notice" || id === "sum.leading-years-after-notice") return afterNotice(id === "sum.years-after-notice" ? works : inRoles(works, leading), inquiry);
  // EU/EWR HwV § 2 (2): only work in another state of the EU, the EEA or in Switzerland counts, never the work here.
  return europeanSum(id, works.filter(({ country }) => country !== undefined && inquiry.rules.countryGroupOf(country, inquiry.on) === "eu"), inquiry, so);
}

function europeanSum(id: string, works: readonly Work[], inquiry: Inquiry, so: SoFar): Answer {
  switch (id) {
    case "sum.self-employed-or-manager-years":
      return longest(inRoles(works, ["self_employed", ...inCharge]));
    case "sum.self-employed-years":
      return longest(inRoles(works, ["self_employed"]));
    case "sum.employed-years":
      return total(inRoles(works, ["employee", ...leading]));
    case "sum.self-employed-or-manager-years-after-training":
      return afterTraining(inRoles(works, ["self_employed", ...inCharge]), so);
    case "sum.leading-years-after-training":
      return afterTraining(inRoles(works, leading), so);
    case "sum.recent-years":
      return within(works, inquiry.year - 10, inquiry.year, 1);
    case "sum.ended-years-ago":
      return yearsAgo(endedYear(works), inquiry);
    case "sum.in-charge-ended-years-ago":
      return endOfSixYears(works, inquiry);
    default:
      return undefined;
  }
}

const inRoles = (works: readonly Work[], roles: readonly string[]) => works.filter(({ role }) => role !== undefined && roles.includes(role));
const yearsAgo = (year: number | undefined, inquiry: Inquiry): Answer => (year === undefined ? "unknown" : Math.max(0, inquiry.year - year));

/** A stretch of work between two years, and how long it was. */
interface Stretch { readonly start: number; readonly end: number; readonly years: number }

/** The stretch of a row; undefined where neither its years of calendar nor its length tell it. */
function stretchOf({ from, to, years }: Work): Stretch | undefined {
  const start = from ?? (to !== undefined && years !== undefined ? to - years : undefined);
  const end = to ?? (from !== undefined && years !== undefined ? from + years : undefined);
  if (start === undefined || end === undefined) return undefined;
  return { start, end, years: Math.min(years ?? end - start, end - start + 1) };
}

const lengthOf = (work: Work): number => work.years ?? stretchOf(work)?.years ?? 0;
const total = (works: readonly Work[]) => works.reduce((sum, work) => sum + lengthOf(work), 0);
const stretches = (works: readonly Work[]) => works.flatMap((work) => stretchOf(work) ?? []).sort((a, b) => a.start - b.start);

/** Stretches that follow each other in the calendar count as one; two at the same time count once. */
function runs(sorted: readonly Stretch[]): Stretch[] {
  return sorted.reduce<Stretch[]>((all, next) => {
    const last = all.at(-1);
    if (!last || next.start > last.end + 1) return [...all, next];
    const end = Math.max(last.end, next.end);
    const years = next.start >= last.end ? last.years + next.years : Math.max(last.years, end - last.start);
    return [...all.slice(0, -1), { start: last.start, end, years }];
  }, []);
}

/** The longest unbroken stretch in years; one that nobody dated stands for itself. */
const longest = (works: readonly Work[]): number => Math.max(0, ...works.map(lengthOf), ...runs(stretches(works)).map(({ years }) => years));

/** Work since a year: what began before counts from then on. */
const since = (sorted: readonly Stretch[], year: number): Stretch[] =>
  sorted.flatMap((stretch) => (stretch.end <= year ? [] : stretch.start >= year ? [stretch] : [{ start: year, end: stretch.end, years: stretch.end - year }]));

/** Fewest years that any variant after a training asks for. */
const fewest = 3;

/**
 * The longest unbroken stretch after the training (§ 2 (2) no. 2, 3, 5). The state of work must accept the training
 * (§ 6 (1) no. 3); one that was broken off is none.
 */
function afterTraining(works: readonly Work[], so: SoFar): Answer {
  if (so.formalReason === "not-completed" || so.formalReason === "none") return 0;
  if (works.length === 0) return 0;
  if (so.completedYear === undefined) return "unknown";
  const years = Math.max(0, ...runs(since(stretches(works), so.completedYear)).map(({ years: length }) => length));
  return years < fewest && works.some((work) => stretchOf(work) === undefined) ? "unknown" : years;
}

/** Years of work between two years of the calendar; unknown where rows without dates could make up what is needed. */
function within(works: readonly Work[], from: number, to: number, needed: number): Answer {
  const sum = runs(stretches(works)).reduce((all, { start, end, years }) => all + Math.max(0, Math.min(years, Math.min(end, to) - Math.max(start, from))), 0);
  return sum < needed && works.some((work) => stretchOf(work) === undefined) ? "unknown" : sum;
}

/**
 * Years since the end of six unbroken years in charge (§ 2 (2) no. 1). Whether other work in the craft afterwards keeps the
 * activity from having ended, the law leaves open: then unknown.
 */
function endOfSixYears(works: readonly Work[], inquiry: Inquiry): Answer {
  const charge = inRoles(works, ["self_employed", ...inCharge]);
  const ends = runs(stretches(charge)).filter(({ years }) => years >= 6).map(({ end }) => end);
  const own = ends.length === 0 ? undefined : Math.max(0, inquiry.year - Math.max(...ends));
  if (own !== undefined && own <= 10) return own;
  const any = yearsAgo(endedYear(works), inquiry);
  return own === undefined || any === "unknown" || (any as number) <= 10 ? "unknown" : own;
}

/** Work after the notice on the journeyman level: only it counts (HwO § 7b (1) no. 2 sentence 4); it need not be unbroken. */
function afterNotice(works: readonly Work[], inquiry: Inquiry): Answer {
  const year = inquiry.ask("notice.year");
  if (asNumber(year) === undefined) return year === undefined ? undefined : "unknown";
  return within(works, year as number, inquiry.year, 6);
}
