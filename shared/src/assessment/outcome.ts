import type { Outcome } from "@gleichwert/rules";
import type { Range } from "./types.ts";

/** From what helps a person most to what helps least. `insufficient_information` stands outside. */
const order: readonly Outcome[] = ["automatic", "full", "no_recognition_needed", "partial", "compensation_needed", "not_possible_other_path"];

const place = (outcome: Outcome) => (outcome === "insufficient_information" ? -1 : order.indexOf(outcome));

/** The less good of two outcomes. */
const worseOf = (a: Outcome, b: Outcome): Outcome => (place(a) >= place(b) ? a : b);

/** The better of two outcomes. */
const betterOf = (a: Outcome, b: Outcome): Outcome => (place(b) === -1 || (place(a) !== -1 && place(a) <= place(b)) ? a : b);

/** The range that holds both. */
export const widen = (range: Omit<Range, "likely">, other: Omit<Range, "likely">): Omit<Range, "likely"> => ({ worst: worseOf(range.worst, other.worst), best: betterOf(range.best, other.best) });
