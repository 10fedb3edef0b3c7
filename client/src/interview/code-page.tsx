import type { Route } from "./+types/code-page";
import { useText } from "../ui/index.ts";
import { interviewScene } from "./scene.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  await interviewScene(context, params.code);
  return { code: params.code };
}

/** The code with which one comes back; nobody else can give it again. */
export default function CodePage({ loaderData: { code } }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${text("code.title")} – Gleichwert`}</title>
      <h1>{text("code.title")}</h1>
      <p className="resume-code" dir="ltr">
        {code}
      </p>
      <p>{text("code.keep")}</p>
      <ul>
        <li>{text("code.nobody-knows")}</li>
        <li>{text("code.how-long")}</li>
        <li>{text("code.no-names")}</li>
      </ul>
      <p>
        <a className="button primary" href={`/i/${code}`}>
          {text("interview.continue")}
        </a>
      </p>
      <p className="later">
        <a href={`/i/${code}/delete`}>{text("delete.link")}</a>
      </p>
    </>
  );
}
