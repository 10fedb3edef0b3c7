import { type Answer, type Inquiry } from "./inquiry.ts";
import { endedYear, totalYears, worked, type Work } from "./experience.ts";
import type { SoFar } from "./so-far.ts";

/**
 * Facts that conditions may name and that follow from others: `derived.*` of the diploma, `sum.*` of the work.
 * @returns "unknown" or undefined where they cannot be decided; an id that does not exist is undefined too
 */
export function derivedFact(id: string, inquiry: Inquiry, so: SoFar): Answer {
  switch (id) {
    case "derived.diploma-group":
      return so.group === "unknown" ? undefined : so.group;
    case "derived.formal":
      return so.formal;
    case "derived.level-a":
      return so.level === undefined ? "unknown" : so.level === "none" || so.level === "short_course" ? "yes" : "no";
    case "derived.craft":
      return so.target?.craft?.id;
    case "derived.same-profession":
      return so.otherField || so.hints.includes("R16") ? "no" : so.hints.includes("R15") ? "unknown" : "yes";
    case "derived.recognised-in-eu":
      return recognisedInEu(inquiry, so);
    case "derived.recognised-practice-years":
      return recognisedInEu(inquiry, so) === "yes" ? inquiry.ask("qualification.recognised-elsewhere-practice-years", so.row) : 0;
    case "derived.annex-v":
      return annexV(inquiry, so);
    case "derived.acquired-rights":
      return recentPractice(inquiry);
    default:
      return id.startsWith("sum.") ? sumOf(id, inquiry, so) : undefined;
  }
}

/** Was a third-country diploma recognised in another state of the EU, the EEA or in Switzerland (R46)? */
function recognisedInEu(inquiry: Inquiry, so: SoFar): Answer {
  const told = inquiry.ask("qualification.recognised-elsewhere", so.row);
  if (told !== "yes") return told;
  const country = inquiry.ask("qualification.recognised-elsewhere-country", so.row);
  if (typeof country !== "string" || country === "unknown") return country;
  return inquiry.rules.countryGroupOf(country, inquiry.on) === "eu" ? "yes" : "no";
}

/**
 * Does the training fall under the automatic recognition of Annex V: begun on or after the cut-off day of its state (R50)?
 * @see Directive 2005/36/EC Art. 21, 23
 */
function annexV(inquiry: Inquiry, so: SoFar): Answer {
  const profession = so.target?.profession;
  if (!profession?.euAutomatic || so.group !== "eu" || so.hints.includes("R15") || so.hints.includes("R16")) return "no";
  if (so.completedYear === undefined) return "unknown";
  const cutOff = profession.cutOffs.find(({ country }) => country === so.country);
  if (!cutOff) return "unknown";
  const year = Number(cutOff.before.slice(0, 4));
  if (so.completedYear < year) return "no";
  const begun = so.durationYears === undefined ? undefined : so.completedYear - Math.ceil(so.durationYears);
  if (begun !== undefined && begun >= year) return "yes";
  const started = inquiry.ask("qualification.training-started-year", so.row);
  return typeof started === "number" ? (started >= year ? "yes" : "no") : started;
}

/** Three consecutive years of practice within the last five (R51); a stretch without dates leaves it unknown. */
function recentPractice(inquiry: Inquiry): Answer {
  const works = worked(inquiry);
  if (works === undefined || works === "unknown") return works;
  const since = inquiry.year - 5;
  let open = false;
  for (const work of works) {
    const from = work.from ?? (work.to !== undefined && work.years !== undefined ? work.to - work.years : undefined);
    const to = work.to ?? (work.from !== undefined && work.years !== undefined ? work.from + work.years : undefined);
    if (from === undefined || to === undefined) open ||= work.years === undefined || work.years >= 3;
    else if (Math.min(to, inquiry.year) - Math.max(from, since) >= 3) return "yes";
  }
  return open ? "unknown" : "no";
}

function sumOf(id: string, inquiry: Inquiry, so: SoFar): Answer {
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
    return sumYears(told.filter(({ country }) => country === "DE")) - needed / 2;
  }
  const works = worked(inquiry);
  if (works === undefined || works === "unknown") return works;
  // EU/EWR HwV § 2 (2): only work in another state of the EU, the EEA or in Switzerland counts.
  const counting = works.filter(({ country }) => country !== undefined && inquiry.rules.countryGroupOf(country, inquiry.on) === "eu");
  const years = (...roles: string[]) => sumYears(counting.filter(({ role }) => role !== undefined && roles.includes(role)));
  // Variants that build on a training count only the work that came after it (no. 2, 3 and 5).
  const after = counting.filter(({ from, to, years: length }) => so.completedYear !== undefined && (from ?? (to !== undefined && length !== undefined ? to - length : undefined) ?? -1) >= so.completedYear);
  switch (id) {
    case "sum.self-employed-or-manager-years":
      return unbroken(counting, "self_employed", "manager");
    case "sum.self-employed-years":
      return unbroken(counting, "self_employed");
    case "sum.employed-years":
      return years("employee", "manager", "technical_lead");
    case "sum.leading-years":
      return years("technical_lead");
    case "sum.self-employed-or-manager-years-after-training":
      return so.formalReason === "not-completed" ? 0 : afterTraining(counting, after, "self_employed", "manager");
    case "sum.leading-years-after-training":
      return so.formalReason === "not-completed" ? 0 : afterTraining(counting, after, "technical_lead");
    case "sum.ended-years-ago": {
      const ended = endedYear(counting);
      return ended === undefined ? "unknown" : Math.max(0, inquiry.year - ended);
    }
    default:
      return undefined;
  }
}

/** Years after the training; unknown where rows without years of calendar could make up for it. */
function afterTraining(counting: readonly Work[], after: readonly Work[], ...roles: string[]): Answer {
  const within = (works: readonly Work[]) => works.filter(({ role }) => role !== undefined && roles.includes(role));
  const undated = within(counting).some(({ from, to }) => from === undefined && to === undefined);
  return undated ? "unknown" : unbroken(after, ...roles);
}

/** The longest unbroken stretch in some roles, in years; stretches that follow each other count as one, one without dates alone. */
function unbroken(works: readonly Work[], ...roles: string[]): number {
  const stretches = works.filter(({ role }) => role !== undefined && roles.includes(role));
  const dated = stretches.flatMap(({ from, to, years }) => {
    const start = from ?? (to !== undefined && years !== undefined ? to - years : undefined);
    const end = to ?? (from !== undefined && years !== undefined ? from + years : undefined);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  let longest = Math.max(0, ...stretches.map(({ years }) => years ?? 0));
  let run: { start: number; end: number } | undefined;
  for (const next of [...dated].sort((a, b) => a.start - b.start)) {
    run = run && next.start <= run.end + 1 ? { start: run.start, end: Math.max(run.end, next.end) } : next;
    longest = Math.max(longest, run.end - run.start);
  }
  return longest;
}

const sumYears = (works: readonly Work[]) => works.reduce((sum, work) => sum + (work.years ?? 0), 0);
