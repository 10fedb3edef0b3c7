import { nextRow, partsOf, rowsOf, said } from "@gleichwert/shared/facts";
import { nextQuestion, reachableAnswers } from "@gleichwert/shared/interview";
import { redirect } from "react-router";
import type { Route } from "./+types/answers-page";
import { ruleText, useText, Worded, orRefuse } from "../ui/index.ts";
import { questionAddress } from "./address.ts";
import { interviewScene, type InterviewScene } from "./scene.ts";
import { valueText } from "./value-text.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const scene = await interviewScene(context, params.code);
  const next = nextQuestion(scene.rules, scene.facts, scene.assessment);
  return { code: params.code, stages: summary(scene, params.code), open: next ? questionAddress(params.code, next.key) : undefined, qualifications: rowsOf(scene.facts, "qualification").length };
}

/** Adds one more foreign qualification to the case, or takes the last one away. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const scene = await interviewScene(context, params.code);
  const form = await request.formData();
  const rows = rowsOf(scene.facts, "qualification");
  const last = rows.at(-1);
  const once = String(form.get("once") ?? "");
  const key = /^[\w-]{8,64}$/.test(once) ? once : crypto.randomUUID();
  if (form.has("remove-qualification") && rows.length > 1) {
    const changes = Object.keys(scene.facts).filter((stored) => partsOf(stored).row === last).map((stored) => ({ key: stored, removed: true as const }));
    await orRefuse(scene.api.answer(params.code, { key, changes }));
    return redirect(`/i/${params.code}/answers`, 303);
  }
  const country = scene.facts["qualification.country@q1"] ?? said("unknown");
  const row = nextRow(scene.facts, "qualification");
  await orRefuse(scene.api.answer(params.code, { key, changes: [{ key: `qualification.country@${row}`, fact: country }] }));
  return redirect(questionAddress(params.code, `qualification.country@${row}`), 303);
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
export default function AnswersPage({ loaderData: { code, stages, open, qualifications } }: Route.ComponentProps) {
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
        <button className="second" name="add-qualification" value="1">
          {text("answers.add-qualification")}
        </button>
        {qualifications > 1 && (
          <button className="quiet" name="remove-qualification" value="1">
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
