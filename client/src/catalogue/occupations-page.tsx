import type { Route } from "./+types/occupations-page";
import { apiContext, localeContext } from "../context.ts";
import { commonName, germanName, Field, useText, Worded } from "../ui/index.ts";

export const handle = { plain: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const locale = context.get(localeContext);
  const rules = await api.ruleset();
  const asked = (new URL(request.url).searchParams.get("title") ?? "").trim().slice(0, 200);
  const found = asked ? (await api.match({ title: asked, language: locale, limit: 10 })).map(({ referenceOccupation }) => referenceOccupation) : [...rules.referenceOccupations.keys()];
  const occupations = found.map((id) => ({ id, german: germanName(rules, id), common: commonName(rules, locale, id) })).filter(({ id }) => rules.referenceOccupations.has(id) || rules.regulatedProfessions.has(id));
  return { asked, occupations: asked ? occupations : occupations.sort((a, b) => a.german.localeCompare(b.german, "de")) };
}

/** All reference occupations, or those that a title in any language may mean. */
export default function OccupationsPage({ loaderData: { asked, occupations } }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${text("shell.occupations")} – Gleichwert`}</title>
      <h1>{text("shell.occupations")}</h1>
      <form method="get" className="resume">
        <Field name="title" label={text("catalogue.search")} hint={text("catalogue.search-hint")}>
          {(field) => <input {...field} type="search" dir="auto" defaultValue={asked} />}
        </Field>
        <button className="second">{text("catalogue.find")}</button>
      </form>
      <p>{text("catalogue.count", { count: occupations.length })}</p>
      <ul className="plain-list">
        {occupations.map(({ id, german, common }) => (
          <li key={id}>
            <a href={`/occupations/${id}`} lang="de">
              <bdi>{german}</bdi>
            </a>
            {common && (
              <span className="detail">
                <Worded of={common} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
