import { stages, type Stage } from "@gleichwert/rules";
import { assign, initialTransition, setup, transition } from "xstate";
import { assess, type Assessment } from "../assessment/index.ts";
import { applyChanges, partsOf, type FactChange, type Facts } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";

/** With which rules, on which day, and what is known so far. */
export interface InterviewInput {
  readonly rules: RulesetInForce;
  readonly on: string;
  readonly facts: Facts;
}

interface InterviewContext extends InterviewInput {
  readonly assessment: Assessment;
}

export type InterviewEvent = { readonly type: "answer"; readonly changes: readonly FactChange[] } | { readonly type: "confirm" } | { readonly type: "change" };

const position = (stage: Stage) => stages.indexOf(stage);

/** Is nothing missing in this stage or before it? */
const complete = ({ rules, assessment }: InterviewContext, stage: Stage): boolean =>
  assessment.missing.every((key) => {
    const fact = rules.facts.get(partsOf(key).id);
    return fact === undefined || position(fact.stage) > position(stage);
  });

const leaves = (stage: Stage, target: Stage) => ({ always: { guard: { type: "complete" as const, params: { stage } }, target } });

/**
 * Orders the stages of the interview. Which question comes next is what `assess` misses; a stage is left when none of its
 * facts is missing, and a revised answer may reopen it. The state follows from the facts alone, so a snapshot is never stored.
 */
export const interviewMachine = setup({
  types: { context: {} as InterviewContext, input: {} as InterviewInput, events: {} as InterviewEvent },
  guards: { complete: ({ context }, { stage }: { stage: Stage }) => complete(context, stage) },
  actions: {
    keep: assign(({ context, event }) => {
      if (event.type !== "answer") return {};
      const facts = applyChanges(context.facts, event.changes);
      return { facts, assessment: assess(context.rules, facts, context.on) };
    }),
  },
}).createMachine({
  id: "interview",
  context: ({ input }) => ({ ...input, assessment: assess(input.rules, input.facts, input.on) }),
  initial: "purpose",
  on: { answer: { target: ".purpose", actions: "keep" } },
  states: {
    purpose: leaves("purpose", "origin"),
    origin: leaves("origin", "qualification"),
    qualification: leaves("qualification", "occupation"),
    occupation: leaves("occupation", "standing"),
    standing: leaves("standing", "work"),
    work: leaves("work", "evidence"),
    evidence: leaves("evidence", "experience"),
    experience: leaves("experience", "comparison"),
    comparison: leaves("comparison", "person"),
    person: leaves("person", "check-answers"),
    "check-answers": { tags: "assessable", on: { confirm: "result" } },
    result: { tags: "assessable", on: { change: "check-answers" } },
  },
});

/** Where an interview stands, from its facts alone. */
export const resume = (input: InterviewInput) => initialTransition(interviewMachine, input)[0];

/** Where it stands after one more event. Pure. */
export const advance = (snapshot: ReturnType<typeof resume>, event: InterviewEvent) => transition(interviewMachine, snapshot, event)[0];

/** The stage of a snapshot. */
export const stageOf = (snapshot: ReturnType<typeof resume>): Stage => snapshot.value as Stage;
