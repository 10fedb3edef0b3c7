import { type FactChange, firstQualification, mostRows, nextRow, partsOf, rowsOf, said } from "@gleichwert/shared/facts";
import { reachableAnswers } from "@gleichwert/shared/interview";
import { redirect } from "react-router";
import type { Route } from "./+types/answers-page";
import { ruleText, useText, Worded, orRefuse } from "../ui/index.ts";
import { questionAddress } from "./address.ts";
import { interviewScene, type InterviewScene } from "./scene.ts";
import { valueText } from "./value-text.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const scene = await interviewScene(context, params.code);
  const { next } = scene;
  const rows = rowsOf(scene.facts, "qualification");
  return { code: params.code, stages: summary(scene, params.code), open: next ? questionAddress(params.code, next.key) : undefined, last: rows.at(-1), another: rows.length < mostRows.qualification ? nextRow(scene.facts, "qualification") : undefined };
}

/** Adds one more foreign qualification to the case, or takes one away again. The form names the row, so sending it twice does it once. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const scene = await interviewScene(context, params.code);
  const form = await request.formData();
  const rows = rowsOf(scene.facts, "qualification");
  // Two posts that saw the same state carry the same key.
  const answer = (what: string, changes: readonly FactChange[]) => orRefuse(scene.api.answer(params.code, { key: `${what}-at-${scene.interview.sequence}`, changes }));
  const removed = form.get("remove-qualification");
  if (removed !== null) {
    const changes = Object.keys(scene.facts).filter((stored) => removed !== firstQualification && partsOf(stored).row === removed).map((stored) => ({ key: stored, removed: true as const }));
    if (changes.length > 0) await answer("remove", changes);
    return redirect(`/i/${params.code}/answers`, 303);
  }
  const wanted = String(form.get("add-qualification"));
  const isThere = rows.includes(wanted);
  const key = `qualification.country@${isThere ? wanted : nextRow(scene.facts, "qualification")}`;
  if (!isThere) await answer("add", [{ key, fact: scene.facts["qualification.country@q1"] ?? said("unknown") }]);
  return redirect(questionAddress(params.code, key), 303);
}

function summary({ rules, locale, facts, assessment }: InterviewScene, code: string) {
  const rowNames = new Map(["experience", "training"].flatMap((list) => rowsOf(facts, list as "experience").map((row, i) => [row, i + 1] as const)));
  const answers = reachableAnswers(rules, facts, assessment).filter(({ definition }) => !definition.volunteered);
  const stages = [...new Set(answers.map(({ stage }) => stage))];
  return stages.map((stage) => ({
    title: ruleText(rules, locale, "stages", stage),
    answers: answers
      .filter((answer) => answer.stage === stage)
      .map(({ key, definition, row, value }) => ({
        key,
        fact: definition.id,
        question: ruleText(rules, locale, "facts", `${definition.id}.question`),
        number: row && row !== "q1" ? (rowNames.get(row) ?? Number(row.slice(1))) : undefined,
        value: valueText(rules, locale, key, value ?? "unknown"),
        change: definition.list && definition.list !== "qualification" && definition.type !== "rows" ? questionAddress(code, `${definition.list}.rows`) : questionAddress(code, key),
      })),
  }));
}

/** Everything that reaches the result, to be checked and changed before it is read. */
export default function AnswersPage({ loaderData: { code, stages, open, last, another } }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${text("answers.title")} – Gleichwert`}</title>
      <h1>{text("answers.title")}</h1>
      <p>{text("answers.lead")}</p>
      {stages.map((stage) => (
        <section key={stage.title.text}>
          <h2>
            <Worded of={stage.title} />
          </h2>
          <dl className="summary">
            {stage.answers.map((answer) => (
              <div key={answer.key} data-fact={answer.fact}>
                <dt>
                  <Worded of={answer.question} />
                  {answer.number !== undefined && ` (${answer.number})`}
                </dt>
                <dd>
                  <bdi>
                    <Worded of={answer.value} />
                  </bdi>
                </dd>
                <dd className="change">
                  <a href={answer.change}>
                    {text("answers.change")} <span className="visually-hidden">{answer.question.text}</span>
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form method="post" className="more">
        {another && (
          <button className="second" name="add-qualification" value={another}>
            {text("answers.add-qualification")}
          </button>
        )}
        {last !== firstQualification && (
          <button className="quiet" name="remove-qualification" value={last}>
            {text("answers.remove-qualification")}
          </button>
        )}
      </form>
      <p className="buttons">
        <a className="button primary" href={open ?? `/i/${code}/result`}>
          {text(open ? "interview.continue" : "answers.to-result")}
        </a>
      </p>
      <p className="later">
        <a href={`/i/${code}/delete`}>{text("delete.link")}</a>
      </p>
    </>
  );
}
