import { decide } from "../condition.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * A business of one's own can need a permit (Gewerbeerlaubnis) that asks for reliability or instruction, not for a diploma:
 * restaurants, for example (R125). Said beside the comparison of the training; employees do not need it.
 * @returns nothing where the rules in force name no such business for the occupation, or the form of work is not known
 */
export const businessPermit: Step = { name: "business-permit", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const condition = inquiry.rules.conditions.get("business-permit");
  // The form of work is read where it was told; nobody is asked for this sentence alone.
  if (!condition || decide(condition.when, { ...inquiry, ask: inquiry.peek }, so) !== "yes") return {};
  const entry = traceOf(inquiry, businessPermit.name, "R125.permit-apart", {}, { law: condition.law, mark: condition.mark });
  return { paths: so.paths.map((path) => (path.regulated === "no" ? { ...path, trace: [...path.trace, entry] } : path)) };
}
