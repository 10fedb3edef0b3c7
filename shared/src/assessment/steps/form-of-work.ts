import { asText, traceOf, type Inquiry } from "../inquiry.ts";
import { targetOf, type SoFar, type Step } from "../so-far.ts";

/**
 * Employed or self-employed? For a licensed craft of annex A the form of work decides whether it is regulated at all
 * (R26, R41, R110, R191). Self-employed work turns the occupation into its craft, employed work the craft into its occupation.
 * @see HwO §§ 1, 7, 18, 40a
 */
export const formOfWork: Step = { name: "form-of-work", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const craft = so.target?.craft;
  if (!so.target || !craft) return {};
  const asks = inquiry.applies(craft.annex === "A" ? "R191" : "R27");
  const workForm = asText(asks ? inquiry.ask("goal.work-form") : inquiry.peek("goal.work-form")) as SoFar["workForm"];
  const note = (key: string) => traceOf(inquiry, formOfWork.name, key, { craft: craft.id, occupation: so.target?.id ?? "" });
  if (craft.annex !== "A" || !inquiry.applies("R110")) return { ...(workForm && { workForm }) };
  // That employed work is free, and compared by the unregulated chapter, follows from HwO § 40a alone.
  if (workForm === "self_employed" || !inquiry.applies("R26")) {
    const licensed = targetOf(inquiry, craft.id);
    return { ...(workForm && { workForm }), ...(licensed && { target: { ...licensed, ...(so.target.occupation && { occupation: so.target.occupation }) } }), alternatives: [], trace: [...so.trace, note("R191.form-decides"), note("R110.licence-needed")] };
  }
  const licensed = targetOf(inquiry, craft.id);
  // Form not known: the licensed business stands beside the employed work, so that both ways are shown.
  const beside = inquiry.stored("goal.work-form")?.value === "unknown" && licensed ? [{ ...licensed, ...(so.target.occupation && { occupation: so.target.occupation }) }] : [];
  const occupation = so.target.occupation ? so.target : targetOf(inquiry, craft.trainingOccupations[0] ?? "");
  return { ...(workForm && { workForm }), ...(occupation && { target: occupation }), alternatives: [...beside, ...so.alternatives], trace: [...so.trace, note(workForm === "employed" ? "R26.employed-free" : "R191.ask-form")] };
}
