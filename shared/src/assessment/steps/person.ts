import { traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";

/**
 * What about the person bears on every way: where they live (proof of intention, application from abroad), their German,
 * the money that can help (R1, R3, R4, R165-R176).
 * @see BQFG § 5 (6), § 6 (1), § 12 (6)
 */
export const person: Step = { name: "person", run };

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}) => traceOf(inquiry, person.name, key, params);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.paths.length === 0) return {};
  const residence = inquiry.ask("person.residence");
  const nationality = residence === "elsewhere" ? inquiry.ask("person.nationality") : inquiry.peek("person.nationality");
  const level = inquiry.ask("person.german-level");
  const german = typeof level === "string" && level !== "unknown" ? level : undefined;
  const common = [
    note(inquiry, "R1.entitled"),
    ...(residence === "elsewhere" ? [note(inquiry, "R4.from-abroad")] : []),
    ...(residence === "elsewhere" && nationality === "third" ? [note(inquiry, "R3.proof-of-intention")] : []),
    note(inquiry, "R182.free-advice"),
  ];
  return { trace: [...so.trace, ...common], paths: so.paths.map((path) => withLanguage(inquiry, path, german, residence === "germany")) };
}

function withLanguage(inquiry: Inquiry, path: Path, german: string | undefined, inGermany: boolean): Path {
  const asked = path.language[0];
  const rank = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];
  const sentences: Trace[] = [];
  if (asked?.level) {
    const key = german === undefined ? "asked-later" : rank.indexOf(german) >= rank.indexOf(asked.level) ? "level-reached" : "level-to-reach";
    sentences.push(traceOf(inquiry, person.name, `R167.${key}`, { level: asked.level, ...(german && { has: german }) }, { law: asked.law, mark: asked.mark }));
    if (path.required) sentences.push(note(inquiry, "R44.personal-conditions"));
  }
  if (inGermany && path.funding.length > 0 && path.outcome !== "no_recognition_needed") sentences.push(note(inquiry, "R176.grant-before"));
  return { ...path, trace: [...path.trace, ...sentences] };
}
