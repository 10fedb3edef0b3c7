import { estimateFact } from "./estimate-facts.ts";
import { type Answer, type Inquiry } from "./inquiry.ts";
import { acquiredRights, annexV } from "./annex-v.ts";
import { noticeFact } from "./notice-facts.ts";
import type { SoFar } from "./so-far.ts";
import { residenceFact } from "./residence-facts.ts";
import { sumOf } from "./work-sums.ts";
import { stateListFact } from "./state-list.ts";

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
    case "derived.target":
      return so.target?.id;
    case "derived.same-profession":
      return so.otherField || so.hints.includes("R16") ? "no" : so.hints.includes("R15") ? "unknown" : "yes";
    case "derived.recognised-in-eu":
      return recognisedInEu(inquiry, so);
    case "derived.recognised-practice-years":
      return recognisedInEu(inquiry, so) === "yes" ? inquiry.ask("qualification.recognised-elsewhere-practice-years", so.row) : 0;
    case "derived.equivalence-established":
      // Asked of nobody without a training; a notice in part is none (BBiG § 50b (2) no. 2).
      return inquiry.peek("notice.result") === "full" ? "yes" : "no";
    case "derived.annex-v":
      return annexV(inquiry, so);
    case "derived.acquired-rights":
      return acquiredRights(inquiry, so);
    case "derived.brao-206": case "derived.licence-b": case "derived.licence-c": case "derived.licence-d":
      return stateListFact(id, inquiry, so);
    default:
      return id.startsWith("sum.") ? sumOf(id, inquiry, so) : (estimateFact(id, inquiry, so) ?? noticeFact(id, inquiry) ?? residenceFact(id, inquiry, so));
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
