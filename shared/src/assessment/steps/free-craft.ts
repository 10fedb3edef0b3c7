import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * A business of one's own in a craft of annex B: registration is enough, no master and no recognition (R27).
 * @see HwO § 18, annex B
 */
export const freeCraft: Step = { name: "free-craft", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const craft = so.target?.craft;
  if (!so.target || !craft || craft.annex === "A" || so.workForm !== "self_employed" || !inquiry.applies("R27")) return {};
  const note = (key: string) => traceOf(inquiry, freeCraft.name, key, { craft: craft.id });
  const path = pathOf(inquiry, so, {
    target: so.target,
    procedure: "none_unregulated",
    regulated: "no",
    required: false,
    authority: ["hwk"],
    field: "craft",
    outcome: "no_recognition_needed",
    range: { worst: "no_recognition_needed", best: "no_recognition_needed" },
    freeWithout: ["free.annex-b-shop"],
    next: ["next.register-craft", "next.get-advice"],
    trace: [note("R27.registration-only"), note("R20.no-duty"), traceOf(inquiry, freeCraft.name, "R165.no-language-condition", {}, { law: ["HwO § 18"] })],
  });
  return { paths: [...so.paths, path] };
}
