import type { RegulatedProfession, Route } from "@gleichwert/rules";
import { asText, traceOf, type Inquiry } from "../inquiry.ts";
import { lawWithin, statuteOf } from "../law.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Target } from "../so-far.ts";
import type { Path } from "../types.ts";

const step = "regulated-access";

/**
 * Ways that European diplomas have beside the recognition itself: notification of occasional work (voruebergehende
 * Dienstleistung, R60), put first, and a permit for a part of the profession (partieller Zugang, R59). Both only where
 * the law of the profession knows them, and only for whoever has told that it concerns them.
 * @param way the recognition, as the route says it
 * @see Directive 2005/36/EC Art. 4f, 5-7; PflBG §§ 44, 46, 48a; HebG §§ 59a-61; BÄO § 10b
 */
export function withBesides(inquiry: Inquiry, so: SoFar, target: Target, profession: RegulatedProfession, route: Route, way: Path): Path[] {
  if (so.group !== "eu" || profession.regulatedBy !== "federal" || route.procedure === "none_available") return [way];
  // The directive alone opens neither way; an act of the profession has to.
  const statutes = new Set(route.law.map(statuteOf).filter((statute) => !statute.startsWith("Directive")));
  return [...occasional(inquiry, so, target, profession, route, statutes), way, ...partial(inquiry, so, target, profession, route, statutes, way)];
}

/** R60: nationals of these states; where a list of diplomas counts (Annex V), only a diploma that is on it. */
function occasional(inquiry: Inquiry, so: SoFar, target: Target, profession: RegulatedProfession, route: Route, statutes: ReadonlySet<string>): Path[] {
  const law = lawWithin(inquiry, "R60", statutes);
  if (law.length === 0 || !inquiry.applies("R60") || inquiry.peek("goal.only-occasionally") !== "yes") return [];
  const nationality = asText(inquiry.ask("person.nationality"));
  if ((nationality !== "eu" && nationality !== "de") || (profession.euAutomatic && route.outcome !== "automatic")) return [];
  return [pathOf(inquiry, so, {
    target,
    procedure: "service_notification",
    regulated: profession.regulated,
    form: profession.form,
    required: false,
    authority: route.authority ?? profession.authority,
    ...(profession.authorityField && { field: profession.authorityField }),
    outcome: "no_recognition_needed",
    range: { worst: "no_recognition_needed", best: "no_recognition_needed" },
    deadlines: [],
    next: ["next.ask-authority"],
    law,
    trace: [traceOf(inquiry, step, "R60.notify-first", {}, { law })],
  })];
}

/** R59: never beside an automatic recognition (PflBG § 48a (2), HebG § 59a (2)), never for third-country diplomas. */
function partial(inquiry: Inquiry, so: SoFar, target: Target, profession: RegulatedProfession, route: Route, statutes: ReadonlySet<string>, way: Path): Path[] {
  const law = lawWithin(inquiry, "R59", statutes);
  if (law.length === 0 || !inquiry.applies("R59") || route.outcome === "automatic" || inquiry.peek("qualification.part-of-profession", so.row) !== "yes") return [];
  return [pathOf(inquiry, so, {
    target,
    procedure: "partial_access",
    regulated: profession.regulated,
    form: profession.form,
    required: way.required,
    authority: route.authority ?? profession.authority,
    ...(profession.authorityField && { field: profession.authorityField }),
    // Whether the differences are so great, and whether the part can be separated, only the authority can say.
    outcome: "insufficient_information",
    range: { worst: "not_possible_other_path", best: "full" },
    deadlines: [],
    next: ["next.collect-papers", "next.ask-authority", "next.apply"],
    law,
    trace: [traceOf(inquiry, step, "R59.partial-way", {}, { law })],
  })];
}
