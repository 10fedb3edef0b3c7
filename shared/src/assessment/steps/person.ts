import { asText, traceOf, type Inquiry } from "../inquiry.ts";
import { lawWithin, statuteOf } from "../law.ts";
import { circumstancesOf } from "../path.ts";
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
  const nationality = residence === "elsewhere" ? inquiry.ask("person.nationality") : undefined;
  const level = asText(inquiry.ask("person.german-level"));
  const abroad = residence === "elsewhere";
  return {
    trace: [...so.trace, note(inquiry, "R182.free-advice")],
    paths: so.paths.map((found) => ({ ...found, ...circumstancesOf(inquiry, so, found) })).map((path) => ({ ...path, trace: once([...path.trace, ...entry(inquiry, path, abroad, abroad && nationality === "third"), ...language(inquiry, path, level), ...grant(inquiry, path, residence === "germany")]) })),
  };
}

/** A sentence that two steps bring is said once, with the law of the first. */
const once = (trace: readonly Trace[]) => trace.filter((entry, i) => trace.findIndex(({ rule, finding }) => rule === entry.rule && finding === entry.finding) === i);

/** Who may apply and from where, with the law of this way; nothing where its statutes do not say it. */
function entry(inquiry: Inquiry, path: Path, abroad: boolean, intention: boolean): Trace[] {
  if (path.authority.length === 0 || path.outcome === "no_recognition_needed") return [];
  const statutes = new Set(path.trace.flatMap(({ law }) => law).map(statuteOf));
  const told = (key: string): Trace[] => {
    const law = lawWithin(inquiry, key.slice(0, key.indexOf(".")), statutes);
    return law.length > 0 ? [traceOf(inquiry, person.name, key, {}, { law })] : [];
  };
  return [...told("R1.entitled"), ...(abroad ? told("R4.from-abroad") : []), ...(intention ? told("R3.proof-of-intention") : [])];
}

const levels = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/** The level that the permit asks for, as a rule, against the level told (R166-R168). */
function language(inquiry: Inquiry, path: Path, german: string | undefined): Trace[] {
  const asked = path.language[0];
  const profession = inquiry.rules.regulatedProfessions.get(path.target ?? "");
  const category = profession?.category;
  if (!asked?.level || path.outcome === "not_possible_other_path") return [];
  if (asked.law.length === 0 && profession?.regulatedBy !== "land") return [];
  const rule = asked.professional ? "R166" : category === "health" ? "R167" : "R168";
  const finding = german === undefined ? "asked-later" : levels.indexOf(german) >= levels.indexOf(asked.level) ? "level-reached" : "level-to-reach";
  const statutes = new Set(path.trace.flatMap(({ law }) => law).map(statuteOf));
  const personal = lawWithin(inquiry, "R44", statutes);
  return [
    traceOf(inquiry, person.name, `${rule}.${finding}`, { level: asked.level, ...(german && { has: german }) }, { law: asked.law.length > 0 ? asked.law : ["Land law"], mark: asked.mark }),
    ...(path.required && category === "health" && personal.length > 0 ? [traceOf(inquiry, person.name, "R44.personal-conditions", {}, { law: personal })] : []),
  ];
}

/** The grant has to be asked for before the procedure begins. */
function grant(inquiry: Inquiry, path: Path, inGermany: boolean): Trace[] {
  const open = path.outcome !== "no_recognition_needed" && path.outcome !== "not_possible_other_path";
  return inGermany && open && path.funding.length > 0 ? [note(inquiry, "R176.grant-before")] : [];
}
