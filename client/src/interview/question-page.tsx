import { checkChanges, keyOf, limits, nextRow, parseField, partsOf, rowsOf, said, type FactChange, type FactValue } from "@gleichwert/shared/facts";
import { askingStages, inOrder, questionFor, reachableAnswers, type Question } from "@gleichwert/shared/interview";
import { data, redirect } from "react-router";
import type { Route } from "./+types/question-page";
import { questions } from "../questions/index.ts";
import { orRefuse, ErrorSummary, ruleText, useText, Worded } from "../ui/index.ts";
import { questionAddress } from "./address.ts";
import { presentQuestion } from "./present-question.ts";
import { interviewScene, sceneOf, type InterviewScene } from "./scene.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const scene = await interviewScene(context, params.code);
  return view(scene, params.code, questionOr404(scene, params.key));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const scene = await interviewScene(context, params.code);
  const question = questionOr404(scene, params.key);
  const form = await request.formData();
  const read = readForm(scene, question, form);
  if (Object.keys(read.problems).length > 0) return data(view(scene, params.code, question, read), { status: 400 });
  const key = String(form.get("once") ?? "");
  const once = /^[\w-]{8,64}$/.test(key) ? key : crypto.randomUUID();
  const interview = read.changes.length === 0 ? scene.interview : (await orRefuse(scene.api.answer(params.code, { key: once, changes: read.changes }))).interview;
  if (read.stay) return redirect(questionAddress(params.code, question.key), 303);
  const { next } = await sceneOf(scene.api, scene.locale, interview);
  return redirect(next ? questionAddress(params.code, next.key) : `/i/${params.code}/answers`, 303);
}

export default function QuestionPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const page = actionData ?? loaderData;
  const { question } = page;
  const Control = questions[question.type];
  const problems = Object.entries(question.problems).map(([field, message]) => ({ field, message }));
  return (
    <>
      <title>{`${problems.length > 0 ? `${text("form.error-prefix")} ` : ""}${question.title.text} – Gleichwert`}</title>
      <p className="back">
        <a href={page.back}>{text("interview.back")}</a>
      </p>
      <p className="progress">{text("interview.progress", { number: question.stageNumber, all: page.stages, stage: question.stage })}</p>
      <ErrorSummary problems={problems} />
      <h1 data-fact={partsOf(question.name).id} tabIndex={-1}>
        <Worded of={question.title} />
      </h1>
      <details className="why">
        <summary>{text("interview.why")}</summary>
        <p>
          <Worded of={question.why} />
        </p>
      </details>
      <form method="post" action={page.self} noValidate>
        <input type="hidden" name="once" value={page.once} />
        {page.row && <input type="hidden" name="row" value={page.row} />}
        <button className="default-button" tabIndex={-1} aria-hidden="true" {...(question.type === "rows" && { name: "add", value: "1" })}>
          {text("interview.continue")}
        </button>
        <Control {...question} />
        <div className="buttons">
          <button className="primary" name="done" value="1">
            {text(question.type === "rows" ? "rows.done" : "interview.continue")}
          </button>
          {question.type === "rows" && (question.rows ?? []).length === 0 && (
            <button name="none" value="1" className="second">
              {text("rows.none")}
            </button>
          )}
          {question.type === "choices" && (
            <button name="none" value="1" className="second">
              {text("form.none")}
            </button>
          )}
          <button name="unknown" value="1" className="second">
            {text("form.unknown")}
          </button>
        </div>
      </form>
      <p className="later">
        <a href={page.codePage}>{text("interview.later")}</a>
      </p>
    </>
  );
}

interface Read {
  readonly changes: readonly FactChange[];
  readonly problems: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Come back to this page: a row was added or removed. */
  readonly stay: boolean;
}

function questionOr404(scene: InterviewScene, key: string): Question {
  const question = questionFor(scene.rules, scene.facts, scene.assessment, key);
  const inRow = question?.definition.list !== undefined && question.definition.type !== "rows";
  if (!question || question.definition.volunteered || (inRow && !(question.row && rowsOf(scene.facts, question.definition.list!).includes(question.row)))) throw data({ code: "not-found" }, { status: 404 });
  return question;
}

function readForm(scene: InterviewScene, question: Question, form: FormData): Read {
  const { key, definition } = question;
  const strings = (name: string) => form.getAll(name).filter((value): value is string => typeof value === "string");
  const one = (value: FactValue | "unknown"): Read => checked(scene, [{ key, fact: said(value) }], { [key]: strings(key) });
  if (form.has("unknown")) return one("unknown");
  if (definition.type === "choices" && form.has("none")) return one([]);
  if (definition.type === "rows") return readRows(scene, question, form, strings);
  if (definition.type === "areas") {
    const told = Object.fromEntries(question.options.flatMap((code) => (["yes", "partly", "no"].includes(strings(`${key}:${code}`)[0] ?? "") ? [[code, strings(`${key}:${code}`)[0] as "yes"]] : [])));
    return one(told);
  }
  const parsed = parseField(definition, strings(key));
  const values = { [key]: strings(key) };
  if (parsed.kind === "value") return checked(scene, [{ key, fact: said(parsed.value) }], values);
  const code = parsed.kind === "fault" ? parsed.code : definition.type === "text" || definition.type === "title" || definition.type === "year" || definition.type === "years" ? "empty" : "choose-one";
  return { changes: [], problems: { [key]: errorText(scene, key, code) }, values, stay: false };
}

function readRows(scene: InterviewScene, { key, definition }: Question, form: FormData, strings: (name: string) => string[]): Read {
  const list = definition.list ?? "experience";
  const fields = definition.fields ?? [];
  const remove = strings("remove")[0];
  if (remove !== undefined) return { changes: Object.keys(scene.facts).filter((stored) => partsOf(stored).row === remove).map((stored) => ({ key: stored, removed: true as const })), problems: {}, values: {}, stay: true };
  const values = Object.fromEntries(fields.map((id) => [id, strings(id)]));
  const filled = fields.some((id) => (values[id]?.[0] ?? "").trim() !== "");
  if (form.has("none") && !filled) return checked(scene, [{ key, fact: said("none") }], values);
  if (!filled && !form.has("add")) return checked(scene, [{ key, fact: said(rowsOf(scene.facts, list).length > 0 ? "complete" : "none") }], values);
  const row = nextRow(scene.facts, list);
  const sent = strings("row")[0] ?? row;
  const problems: Record<string, string> = {};
  const changes: FactChange[] = [];
  for (const id of fields) {
    const field = scene.rules.facts.get(id);
    if (!field) continue;
    const parsed = parseField(field, values[id] ?? []);
    if (parsed.kind === "value") changes.push({ key: keyOf(id, row), fact: said(parsed.value) });
    else if (parsed.kind === "fault" || !field.optional) problems[id] = errorText(scene, id, parsed.kind === "fault" ? parsed.code : field.options || field.type === "country" ? "choose-one" : "empty");
  }
  const stay = form.has("add");
  // The form names the row that it would fill; when just that stands already, the form came twice.
  const twice = sent !== row && changes.length > 0 && changes.every((change) => !("removed" in change) && scene.facts[keyOf(partsOf(change.key).id, sent)]?.value === change.fact.value);
  if (twice) return { changes: [], problems: {}, values, stay };
  const read = checked(scene, stay ? changes : [...changes, { key, fact: said("complete") }], values);
  const named = Object.fromEntries(Object.entries(read.problems).map(([at, message]) => [partsOf(at).id, message]));
  return { ...read, problems: { ...named, ...problems }, stay };
}

function checked(scene: InterviewScene, changes: readonly FactChange[], values: Read["values"]): Read {
  const problems = checkChanges(scene.rules, changes).map(({ pointer, code }) => [pointer, errorText(scene, pointer, code)] as const);
  return { changes, problems: Object.fromEntries(problems), values, stay: false };
}

function errorText({ rules, locale }: InterviewScene, key: string, code: string): string {
  const definition = rules.facts.get(partsOf(key).id);
  return ruleText(rules, locale, "errors", code, definition ? limits(definition) : {}).text;
}

function view(scene: InterviewScene, code: string, question: Question, typed?: Read) {
  const { rules, facts, assessment } = scene;
  const before = inOrder(rules, [...reachableAnswers(rules, facts, assessment).filter(({ definition }) => !definition.volunteered && (definition.list === undefined || definition.type === "rows" || definition.list === "qualification")).map(({ key }) => key), question.key]);
  const previous = before[before.indexOf(question.key) - 1];
  return {
    question: presentQuestion(scene, question, askingStages.indexOf(question.stage) + 1, typed),
    stages: askingStages.length,
    back: previous && previous !== question.key ? questionAddress(code, previous) : "/",
    self: questionAddress(code, question.key),
    codePage: `/i/${code}/code`,
    once: crypto.randomUUID(),
    row: question.definition.type === "rows" ? nextRow(facts, question.definition.list ?? "experience") : undefined,
  };
}

