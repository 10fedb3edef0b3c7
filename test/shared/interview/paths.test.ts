/** The interview as a model: every path of representative answers leads through the stages to a result that misses nothing. */
import { describe, expect, test } from "@jest/globals";
import { getShortestPaths } from "xstate/graph";
import { canonicalJson } from "@gleichwert/shared/ruleset";
import { stages } from "@gleichwert/rules";
import { advance, type InterviewEvent, interviewMachine, nextQuestion, questionFor, reachableAnswers, resume, stageOf } from "@gleichwert/shared/interview";
import { keyDate, rulesOn } from "../../support/told.ts";
import { answersTo, changesFor, type Script } from "./answers.ts";

type Snapshot = ReturnType<typeof resume>;
const input = { rules: rulesOn(), on: keyDate, facts: {} };

/** Events that a person can send: an answer to the next question, or going on to the result. */
function eventsOf(script: Script) {
  return (snapshot: Snapshot): InterviewEvent[] => {
    if (snapshot.value === "check-answers") return [{ type: "confirm" }];
    if (snapshot.value === "result") return [];
    const { rules, facts, assessment } = snapshot.context;
    const question = nextQuestion(rules, facts, assessment);
    if (!question) return [];
    return answersTo(question, script).map((answer) => ({ type: "answer", changes: changesFor(question.key, answer) }));
  };
}

const factsOf = (snapshot: Snapshot) => canonicalJson(snapshot.context.facts);

/** All paths of a person's answers, also those that end before a result; each set of answers is a state of its own. */
function statesOf(script: Script) {
  return getShortestPaths(interviewMachine, {
    input,
    events: eventsOf(script) as never,
    serializeState: ((snapshot: Snapshot) => `${String(snapshot.value)} ${factsOf(snapshot)}`) as never,
    serializeEvent: ((event: InterviewEvent) => JSON.stringify(event)) as never,
    stopWhen: (snapshot) => snapshot.value === "result",
  });
}

/** All paths that end in a result. */
const pathsOf = (script: Script) => statesOf(script).filter(({ state }) => state.value === "result");

const people: [name: string, script: Script, atLeast: number][] = [
  ["cook", { "qualification.completed": ["yes", "no", "unknown"], "qualification.state-recognised": ["yes", "no", "unknown"], "evidence.documents": [["certificate"], ["identity"], "unknown"], "person.residence": ["germany", "elsewhere"] }, 20],
  ["cook, areas and notice", { "notice.result": ["none", "partial", "unknown"], "training.rows": ["none", "complete"], "comparison.areas": ["unknown", {}], "experience.total-years": [0, 8, "unknown"] }, 10],
  ["nurse, third country", { "qualification.title": ["Krankenschwester"], "qualification.recognised-elsewhere": ["yes", "no", "unknown"], "qualification.recognised-elsewhere-country": ["ES", "AE", "unknown"], "qualification.right-to-practise": ["yes", "no", "unknown"], "evidence.documents": [["certificate"], []], "person.residence": ["germany", "elsewhere"] }, 20],
  ["nurse, EU", { "qualification.title": ["Krankenschwester"], "qualification.country": ["PL", "GB"], "qualification.completed-year": [1995, 2015, 2022, "unknown"], "qualification.training-started-year": [2003, 2011, "unknown"], "experience.rows": ["none", "complete", "unknown"] }, 12],
  ["electrician", { "qualification.title": ["Elektroniker"], "goal.reference-occupation": ["elektroniker"], "qualification.country": ["PL", "BD"], "goal.work-form": ["employed", "self_employed", "unknown"], "person.nationality": ["de", "eu", "third"], "experience.rows": ["none", "complete", "unknown"], "qualification.duration-years": [1, 3] }, 20],
  ["without training", { "qualification.level": ["none", "short_course", "unknown"], "qualification.formal": ["yes", "no", "unknown"], "person.age": [20, 30, "unknown"], "experience.total-years": [1, 9, "unknown"], "person.residence": ["germany", "elsewhere", "unknown"] }, 20],
  ["degree", { "goal.purpose": ["own-occupation", "degree-statement"], "qualification.title": ["Philosoph", "Ingenieur"], "qualification.level": ["bachelor", "master_or_long_degree"], "goal.title-wanted": ["yes", "no", "unknown"] }, 6],
  ["lawyer and driver", { "qualification.title": ["Rechtsanwalt", "Kraftfahrer"], "qualification.level": ["master_or_long_degree", "professional_licence"], "qualification.country": ["UA", "PL"], "qualification.right-to-practise": ["yes", "no"], "qualification.formal": ["no"] }, 8],
  ["other work, late resettler", { "goal.purpose": ["other-occupation"], "goal.occupation": ["Koch", "Friseur", "unknown"], "qualification.country": ["KZ", "SU"], "person.status": ["none", "late-resettler", "unknown"], "qualification.completed-year": [1985, 2010] }, 10],
  ["says nothing", Object.fromEntries([...rulesOn().facts.keys()].map((id) => [id, ["unknown"]])), 1],
];

describe.each(people)("%s", (_name, script, atLeast) => {
  const states = statesOf(script);
  const paths = states.filter(({ state }) => state.value === "result");

  test("paths branch and none is stuck before a result", () => {
    expect(paths.length).toBeGreaterThanOrEqual(atLeast);
    const stuck = states.filter(({ state }) => state.value !== "result" && eventsOf(script)(state as Snapshot).length === 0);
    expect(stuck.map(({ state }) => [state.value, state.context.assessment.missing])).toEqual([]);
  });

  test("at the end every fact that the result used is known or “I do not know”, nothing is missing", () => {
    for (const { state } of paths) {
      const { assessment, facts } = state.context;
      expect(assessment.missing).toEqual([]);
      for (const key of assessment.used) expect(facts[key]).toBeDefined();
      expect(assessment.paths.length).toBeGreaterThan(0);
    }
  });

  test("a question is asked at most once, and each can be shown", () => {
    for (const { steps, state } of paths) {
      const keys = steps.flatMap(({ event }) => (event.type === "answer" ? [event.changes[0]!.key] : []));
      expect(new Set(keys).size).toBe(keys.length);
      const { rules, facts, assessment } = state.context;
      for (const key of keys) expect(questionFor(rules, facts, assessment, key)?.definition).toBeDefined();
    }
  });

  test("only what was asked is shown in the summary, and the summary shows all the result used", () => {
    for (const { state } of paths) {
      const { rules, facts, assessment } = state.context;
      const shown = reachableAnswers(rules, facts, assessment).map(({ key }) => key);
      expect(new Set(shown)).toEqual(new Set(assessment.used));
    }
  });

  test("the state follows from the facts alone", () => {
    for (const { state } of paths) expect(stageOf(resume({ ...input, facts: state.context.facts }))).toBe("check-answers");
  });
});

test("every stage is reached on some path, in the order of the interview", () => {
  const seen = new Set<string>();
  for (const [, script] of people)
    for (const { steps } of pathsOf(script)) {
      for (const { state } of steps) seen.add(String(state.value));
    }
  seen.add(stageOf(resume(input)));
  expect(stages.filter((stage) => !seen.has(stage))).toEqual([]);
});

test("an interview begins with its purpose and asks one thing at a time", () => {
  const begun = resume(input);
  expect(stageOf(begun)).toBe("purpose");
  expect(nextQuestion(begun.context.rules, {}, begun.context.assessment)?.key).toBe("goal.purpose");
});

test("the result can be left to change an answer, and a revised answer reopens its stage", () => {
  const [path] = pathsOf({});
  const atCheck = advance(path!.state as Snapshot, { type: "change" });
  expect(stageOf(atCheck)).toBe("check-answers");
  const reopened = advance(atCheck, { type: "answer", changes: [{ key: "qualification.country@q1", removed: true }] });
  expect(stageOf(reopened)).toBe("origin");
  const again = advance(reopened, { type: "answer", changes: changesFor("qualification.country@q1", "BD") });
  expect(stageOf(again)).toBe("check-answers");
});
