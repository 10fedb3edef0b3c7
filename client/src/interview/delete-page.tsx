import { redirect } from "react-router";
import type { Route } from "./+types/delete-page";
import { orRefuse, useText } from "../ui/index.ts";
import { interviewScene } from "./scene.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  await interviewScene(context, params.code);
  return { code: params.code };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { api } = await interviewScene(context, params.code);
  await orRefuse(api.deleteInterview(params.code));
  return redirect("/", 303);
}

/** Asks once before everything of the interview is erased. */
export default function DeletePage({ loaderData: { code } }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${text("delete.title")} – Gleichwert`}</title>
      <h1>{text("delete.title")}</h1>
      <p>{text("delete.what")}</p>
      <form method="post" className="buttons">
        <button className="warning">{text("delete.yes")}</button>
        <a className="button second" href={`/i/${code}`}>
          {text("delete.no")}
        </a>
      </form>
    </>
  );
}
