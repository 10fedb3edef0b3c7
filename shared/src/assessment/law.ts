import type { Mark, Provision } from "@gleichwert/rules";
import type { Inquiry } from "./inquiry.ts";
import type { Path } from "./types.ts";

/** The statute of a provision: `PflBG` of `PflBG § 40 (3)`. */
export function statuteOf(provision: Provision): string {
  const before = statutes.get(provision);
  if (before !== undefined) return before;
  const statute = provision.split(/ (?:§|Art\.|Annex|Anlage)/)[0] ?? provision;
  statutes.set(provision, statute);
  return statute;
}

/** Provisions come from the rules only, so that this stays as small as they are. */
const statutes = new Map<Provision, string>();

/** The law of a rule as far as it belongs to the statutes of a case: a nurse is not shown the law of doctors. */
export function lawWithin(inquiry: Inquiry, rule: string, statutes: ReadonlySet<string>): Provision[] {
  return (inquiry.rules.procedureRules.get(rule)?.law ?? []).filter((provision) => statutes.has(statuteOf(provision)));
}

/**
 * Does a provision belong to a way, within a statute that has chapters or people of its own? The general act compares
 * occupations without regulation by §§ 4-8 and regulated ones by §§ 9-13; the ordinance on crafts is for its own permit only.
 * @returns true where nobody knows whether the work is regulated
 * @see BQFG part 2 chapters 1 and 2; HwO § 40a, § 50c (6); EU/EWR HwV § 1
 */
export function isOfWay(provision: Provision, { procedure, regulated }: Pick<Path, "procedure" | "regulated">): boolean {
  const statute = statuteOf(provision);
  if (statute === "EU/EWR HwV") return procedure === "eu_ewr_hwv";
  if (statute !== "BQFG" || regulated === "unknown") return true;
  const section = Number(/§ (\d+)/.exec(provision)?.[1]);
  return regulated === "no" ? section < 9 || section > 13 : section < 4 || section > 8;
}

/** So many provisions still read as the source of one sentence. */
const fewest = 3;

const certainty: readonly Mark[] = ["verified-law", "verified-page", "general-knowledge", "model"];

/** The less certain of two marks: a sentence is no surer than its rule, however well the law beside it was read. */
export const lessCertain = (a: Mark, b: Mark): Mark => (certainty.indexOf(a) >= certainty.indexOf(b) ? a : b);

/** Law and mark of a rule within statutes; the first of the given law where the rule names none of them. The weaker mark counts. */
export function ownLaw(inquiry: Inquiry, rule: string, law: readonly Provision[], mark: Mark): { law: readonly Provision[]; mark: Mark } {
  const within = lawWithin(inquiry, rule, new Set(law.map(statuteOf)));
  const registered = inquiry.rules.procedureRules.get(rule)?.mark;
  return { law: within.length > 0 ? within : law.slice(0, fewest), mark: registered ? lessCertain(mark, registered) : mark };
}
