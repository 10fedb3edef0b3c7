import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * Where too little is known for any way, advice comes first: a result is never a dead end, and nothing is guessed (R13, R182, R199).
 */
export const adviceFirst: Step = { name: "advice-first", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.paths.length > 0) return {};
  const note = (key: string) => traceOf(inquiry, adviceFirst.name, key);
  const path = pathOf(inquiry, so, {
    ...(so.target && { target: so.target }),
    procedure: "advice_first",
    regulated: so.target?.profession?.regulated ?? "unknown",
    required: false,
    authority: ["none"],
    outcome: "insufficient_information",
    range: { worst: "not_possible_other_path", best: "full" },
    next: ["next.get-advice", "next.collect-papers", "next.choose-occupation"],
    trace: [note("R199.ask-first"), note("R182.free-advice")],
  });
  return { paths: [path] };
}
