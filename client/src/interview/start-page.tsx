import type { Api } from "@gleichwert/shared/api";
import { data, redirect } from "react-router";
import type { Route } from "./+types/start-page";
import { apiContext, localeContext } from "../context.ts";
import { orRefuse, Field, textIn, useText } from "../ui/index.ts";

export const handle = { plain: true };

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  if (form.has("resume")) {
    const code = String(form.get("code") ?? "").trim().toUpperCase().replace(/[^0-9A-Z-]/g, "");
    if (code === "" || !(await orRefuse(isKnown(api, code)))) return data({ problem: textIn(context.get(localeContext), "start.code-not-found"), code }, { status: 400 });
    return redirect(`/i/${code}`, 303);
  }
  const { code } = await orRefuse(api.startInterview());
  return redirect(`/i/${code}/code`, 303);
}

/** Does the code open an interview? Other faults stay faults: a code must not be called wrong because the database is away. */
async function isKnown(api: Api, code: string): Promise<boolean> {
  try {
    await api.interview(code);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "not-found") return false;
    throw error;
  }
}

/** First page: what this is, what it costs, how long it takes, and how to come back. */
export default function StartPage({ actionData }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`Gleichwert – ${text("start.title")}`}</title>
      <h1>{text("start.title")}</h1>
      <p className="lead">{text("start.lead")}</p>
      <ul className="facts">
        <li>{text("start.cost")}</li>
        <li>{text("start.time")}</li>
        <li>{text("start.private")}</li>
      </ul>
      <form method="post" action="/?index">
        <button className="primary" name="start" value="1">
          {text("start.begin")}
        </button>
      </form>
      <h2>{text("start.what-you-get")}</h2>
      <ul>
        <li>{text("start.get-occupation")}</li>
        <li>{text("start.get-rules")}</li>
        <li>{text("start.get-steps")}</li>
      </ul>
      <p className="notice">{text("start.papers-later")}</p>
      <h2>{text("start.resume")}</h2>
      <form method="post" action="/?index" className="resume" noValidate>
        <Field name="code" label={text("start.code")} hint={text("start.code-hint")} problem={actionData?.problem}>
          {(field) => <input {...field} type="text" dir="ltr" autoComplete="off" autoCapitalize="characters" spellCheck={false} defaultValue={actionData?.code} />}
        </Field>
        <button className="second" name="resume" value="1">
          {text("start.go-on")}
        </button>
      </form>
    </>
  );
}
