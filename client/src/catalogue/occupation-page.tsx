import { countsByItself } from "@gleichwert/shared/assessment";
import { data } from "react-router";
import type { Route } from "./+types/occupation-page";
import { apiContext, localeContext } from "../context.ts";
import { AreasTable, Source } from "../explanation/index.ts";
import { commonName, germanName, ruleText, textIn, useText, Worded } from "../ui/index.ts";

export const handle = { plain: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const rules = await context.get(apiContext).ruleset();
  const locale = context.get(localeContext);
  const occupation = rules.referenceOccupations.get(params.id);
  const profession = rules.regulatedProfessions.get(params.id) ?? (occupation?.craft ? rules.regulatedProfessions.get(occupation.craft) : undefined);
  if (!occupation && !profession) throw data({ code: "not-found" }, { status: 404 });
  const source = occupation?.training ?? profession!;
  const areas = occupation?.competenceAreas?.areas ?? [];
  return {
    german: germanName(rules, params.id),
    common: commonName(rules, locale, params.id),
    months: occupation?.training?.durationMonths,
    regulation: occupation?.regulation?.title,
    law: source.source.law ?? [],
    mark: source.mark,
    markText: ruleText(rules, locale, "marks", `${source.mark}.title`),
    // Where only an own business needs a permission, a bare "yes" would be untrue for everybody employed.
    regulated: profession?.form === "self-employment" ? undefined : ruleText(rules, locale, "regulated", profession?.regulated ?? "no"),
    form: profession ? ruleText(rules, locale, "forms", profession.form) : undefined,
    areas: areas.map((area) => ({ code: area.code, name: area.name, told: "not-known" as const, counts: countsByItself(area), group: area.specialisation ?? area.group, amount: area.hours ? textIn(locale, "amount.hours", { count: area.hours }) : area.weeks ? textIn(locale, "amount.weeks", { count: area.weeks }) : area.items ? textIn(locale, "amount.items", { count: area.items }) : undefined })),
  };
}

/** One German occupation: how it is trained, what is regulated, and its areas with their weight. */
export default function OccupationPage({ loaderData: page }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <title>{`${page.german} – Gleichwert`}</title>
      <p className="back">
        <a href="/occupations">{text("shell.occupations")}</a>
      </p>
      <h1 lang="de">
        <bdi>{page.german}</bdi>
      </h1>
      {page.common && (
        <p className="lead">
          <Worded of={page.common} />
        </p>
      )}
      {page.months !== undefined && <p>{text("catalogue.duration", { count: page.months })}</p>}
      {page.regulation && <p lang="de">{page.regulation}</p>}
      <Source law={page.law} mark={page.mark} markText={page.markText} />
      <h2>{text("result.must-i")}</h2>
      <p>
        {page.regulated && (
          <strong>
            <Worded of={page.regulated} />{" "}
          </strong>
        )}
        {page.form && <Worded of={page.form} />}
      </p>
      <AreasTable areas={page.areas} differences={[]} open alone />
    </>
  );
}
