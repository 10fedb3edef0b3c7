import { data } from "react-router";
import type { Route } from "./+types/country-page";
import { apiContext, localeContext } from "../context.ts";
import { countryName, ruleText, useText, Worded } from "../ui/index.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const rules = await context.get(apiContext).ruleset();
  const locale = context.get(localeContext);
  const country = rules.countries.get(params.code.toUpperCase());
  if (!country) throw data({ code: "not-found" }, { status: 404 });
  return {
    name: countryName(rules, locale, country.id),
    group: ruleText(rules, locale, "countries", `groups.${country.group}`),
    language: country.languages[0],
    rows: country.qualifications.map((row) => ({
      id: row.id,
      original: row.original,
      nameEn: row.nameEn,
      level: ruleText(rules, locale, "facts", `qualification.level.options.${row.level}`),
      years: row.durationYears ? [...new Set([row.durationYears.min, row.durationYears.max])].map((years) => years.toLocaleString(locale, { numberingSystem: "latn" })).join("–") : undefined,
      markText: ruleText(rules, locale, "marks", `${row.mark}.title`),
      mark: row.mark,
    })),
  };
}

/** A country's kinds of qualification, as far as we know them. */
export default function CountryPage({ loaderData: page }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${page.name} – Gleichwert`}</title>
      <h1>{page.name}</h1>
      <p>
        <Worded of={page.group} />
      </p>
      <h2>{text("country.qualifications")}</h2>
      <ul className="plain-list">
        {page.rows.map((row) => (
          <li key={row.id}>
            <strong lang={page.language}>
              <bdi>{row.original}</bdi>
            </strong>
            <span className="detail" lang="en">
              {row.nameEn}
            </span>
            <span className="detail">
              <Worded of={row.level} />
              {row.years && ` · ${text("country.years", { years: row.years })}`}
            </span>
            <span className={`mark mark-${row.mark}`}>
              <Worded of={row.markText} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
