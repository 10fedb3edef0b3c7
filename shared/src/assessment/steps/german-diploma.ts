import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * A German diploma, also one of the GDR, is none to be recognised: the law asks for a certificate from abroad (R45).
 * @see BQFG § 2 (2), § 3 (2)
 */
export const germanDiploma: Step = { name: "german-diploma", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const path = pathOf(inquiry, so, {
    procedure: "none_unregulated",
    regulated: "unknown",
    required: false,
    authority: ["none"],
    outcome: "no_recognition_needed",
    range: { worst: "no_recognition_needed", best: "no_recognition_needed" },
    next: ["next.apply-for-jobs", "next.get-advice"],
    trace: [traceOf(inquiry, germanDiploma.name, "R45.diploma-german", { country: so.country ?? "" }, { law: ["BQFG § 2 (2)", "BQFG § 3 (2)"], mark: "verified-law" })],
  });
  return { paths: [path] };
}
