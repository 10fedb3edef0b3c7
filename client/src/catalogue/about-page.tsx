import type { Route } from "./+types/about-page";
import { apiContext, localeContext } from "../context.ts";
import { ruleText, useText, Worded } from "../ui/index.ts";

export const handle = { plain: true };

export async function loader({ context }: Route.LoaderArgs) {
  const rules = await context.get(apiContext).ruleset();
  const locale = context.get(localeContext);
  return { hash: rules.hash.slice(0, 12), marks: ["verified-law", "verified-page", "general-knowledge", "model"].map((code) => ({ code, title: ruleText(rules, locale, "marks", `${code}.title`), sentence: ruleText(rules, locale, "marks", `${code}.sentence`) })) };
}

/** What this is and is not; what the marks mean; what is stored. */
export default function AboutPage({ loaderData: { hash, marks } }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${text("shell.about")} – Gleichwert`}</title>
      <h1>{text("shell.about")}</h1>
      <p className="lead">{text("about.lead")}</p>
      <p>{text("shell.informs")}</p>
      <h2>{text("about.marks")}</h2>
      <dl className="marks">
        {marks.map((mark) => (
          <div key={mark.code}>
            <dt>
              <span className={`mark mark-${mark.code}`}>
                <Worded of={mark.title} />
              </span>
            </dt>
            <dd>
              <Worded of={mark.sentence} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>{text("about.privacy")}</h2>
      <p>{text("about.privacy-text")}</p>
      <h2>{text("about.open")}</h2>
      <p>{text("about.open-text", { version: hash })}</p>
    </>
  );
}
