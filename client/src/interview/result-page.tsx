import type { Route } from "./+types/result-page";
import { apiContext, localeContext } from "../context.ts";
import { Part, presentResult, PathDetails, PathSummary, Reasons } from "../explanation/index.ts";
import { orRefuse, useLocale, useText, Worded } from "../ui/index.ts";
import { sceneOf } from "./scene.ts";

export const handle = { plain: true };

/** Assesses, keeps the receipt, and says it in words. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const locale = context.get(localeContext);
  const { interview, assessment } = await orRefuse(api.assess(params.code));
  const { rules, facts } = await sceneOf(api, locale, interview);
  return { code: params.code, ...presentResult({ rules, locale, facts }, assessment) };
}

/** The result: what is likely, why, and what to do next. It informs; the authority decides. */
export default function ResultPage({ loaderData: result }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const [main, ...others] = result.paths;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${result.on}T00:00:00Z`));
  return (
    <article className="result">
      <title>{`${text("result.title")} – Gleichwert`}</title>
      <h1>{text("result.title")}</h1>
      {result.qualifications.filter(({ title, country }) => title || country).map(({ row, title, country }) => (
        <p key={row} className="subject">
          <bdi>{title}</bdi>
          {title && country && " · "}
          {country}
        </p>
      ))}
      <p className="notice">{text("result.informs")}</p>
      {result.incomplete && (
        <p className="notice">
          {text("result.incomplete")} <a href={`/i/${result.code}`}>{text("interview.continue")}</a>
        </p>
      )}
      {main ? <PathSummary path={main} /> : <p>{text("result.no-way-yet")}</p>}
      {main && <PathDetails path={main} />}
      {others.length > 0 && (
        <section>
          <h2>{text("result.other-ways")}</h2>
          <p>{text("result.other-ways-lead")}</p>
          {others.map((path) => (
            <details key={path.id} className="other-way" data-procedure={path.procedure}>
              <summary>
                <Worded of={path.procedureTitle} />
                {path.targetGerman && (
                  <>
                    {" – "}
                    <bdi lang="de">{path.targetGerman}</bdi>
                  </>
                )}
              </summary>
              <PathSummary path={path} />
              <PathDetails path={path} />
            </details>
          ))}
        </section>
      )}
      <div className="parts">
        <Part title={text("result.about-qualification")} level={2}>
          {result.qualifications.map((qualification) => (
            <div key={qualification.row}>
              {qualification.group && (
                <p>
                  <Worded of={qualification.group} />
                </p>
              )}
              {!qualification.hasProfile && qualification.country && <p>{text("result.no-profile", { country: qualification.country })}</p>}
              <Reasons reasons={qualification.reasons} />
            </div>
          ))}
        </Part>
        {result.leftToAuthority.length > 0 && (
          <Part title={text("result.left-to-authority")} count={result.leftToAuthority.length} level={2}>
            <ul>
              {result.leftToAuthority.map((sentence) => (
                <li key={sentence.text}>
                  <Worded of={sentence} />
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
      <p className="as-of">{text("result.as-of", { date, version: result.ruleset })}</p>
      <p className="buttons no-print">
        <a className="button second" href={`/i/${result.code}/answers`}>
          {text("result.change-answers")}
        </a>
        <a className="button second" href={`/i/${result.code}/code`}>
          {text("interview.later")}
        </a>
      </p>
    </article>
  );
}
