import type { Assessment } from "@gleichwert/shared/assessment";
import type { Api, StoredInterview } from "@gleichwert/shared/api";
import { nextQuestion, type Question, resume } from "@gleichwert/shared/interview";
import { inForce, type RulesetInForce } from "@gleichwert/shared/ruleset";
import type { RouterContextProvider } from "react-router";
import { apiContext, localeContext } from "../context.ts";
import { orRefuse, type Locale } from "../ui/index.ts";

/** Everything a page of one interview starts from. */
export interface InterviewScene {
  readonly api: Api;
  readonly locale: Locale;
  readonly interview: StoredInterview;
  readonly rules: RulesetInForce;
  readonly facts: StoredInterview["facts"];
  readonly assessment: Assessment;
  /** What to ask next; none once nothing that a rule reads is left to ask. */
  readonly next: Question | undefined;
}

/** Loads the interview of a code with the rules of its own version and key date. @throws a 404 answer for an unknown code */
export async function interviewScene(context: Readonly<RouterContextProvider>, code: string): Promise<InterviewScene> {
  const api = context.get(apiContext);
  const interview = await orRefuse(api.interview(code));
  return sceneOf(api, context.get(localeContext), interview);
}

/** The scene of an interview at hand. */
export async function sceneOf(api: Api, locale: Locale, interview: StoredInterview): Promise<InterviewScene> {
  const rules = await rulesOf(api, interview);
  const state = resume({ rules, on: interview.keyDate, facts: interview.facts });
  return { api, locale, interview, rules, facts: interview.facts, assessment: state.context.assessment, next: state.hasTag("assessable") ? undefined : nextQuestion(rules, interview.facts, state.context.assessment) };
}

async function rulesOf(api: Api, { rulesetHash, keyDate }: StoredInterview): Promise<RulesetInForce> {
  const rules = await api.ruleset(rulesetHash);
  return rules.on === keyDate ? rules : inForce(rules, keyDate);
}
