import type { Answer, Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/** Classes of driving licences that a fact names by its last letter, as Annex 11 of the ordinance writes them. */
const licenceClasses: ReadonlyMap<string, string> = new Map([["derived.licence-b", "B"], ["derived.licence-c", "C"], ["derived.licence-d", "D"]]);

/**
 * What a list of states (Staatenliste) says of the country of the diploma or licence.
 * @returns the effect of the list on foreign lawyers, or `no`; for a driving licence `no-tests`, `practice-test`,
 * `other-classes` (listed, not with this class or only by region) or `not-listed`; unknown while no list is in force
 * @see BRAO § 206 (2); FeV § 31 (1), Annex 11
 */
export function stateListFact(id: string, inquiry: Inquiry, { country }: SoFar): Answer {
  if (country === undefined) return undefined;
  if (id === "derived.brao-206") {
    const list = inquiry.rules.stateLists.get("brao-206");
    return list ? (list.entries.find((entry) => entry.country === country)?.effect ?? "no") : "unknown";
  }
  const letter = licenceClasses.get(id);
  const list = inquiry.rules.stateLists.get("fev-annex-11");
  if (letter === undefined || !list) return letter === undefined ? undefined : "unknown";
  const rows = list.entries.filter((entry) => entry.country === country);
  if (rows.length === 0) return "not-listed";
  const row = rows.find(({ title, classes = [] }) => title === undefined && (classes.includes(letter) || classes.includes("all")));
  return row === undefined ? "other-classes" : row.practiceTest || row.theoryTest ? "practice-test" : "no-tests";
}
