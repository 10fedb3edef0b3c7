import { keyOf, laender, rowsOf, type Facts } from "@gleichwert/shared/facts";
import type { Assessment } from "@gleichwert/shared/assessment";
import type { Question } from "@gleichwert/shared/interview";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import type { Option, QuestionProps, RowField, ToldRow } from "../questions/index.ts";
import { allCountries, commonName, germanName, findRuleText, ruleText, type RuleText, textIn, type Locale } from "../ui/index.ts";
import { reasonTexts } from "../explanation/index.ts";
import { valueText } from "./value-text.ts";

/** What one page of the interview shows besides its frame. */
export interface QuestionView extends QuestionProps {
  readonly why: RuleText;
  readonly stage: string;
  readonly stageNumber: number;
}

interface Scene {
  readonly rules: RulesetInForce;
  readonly locale: Locale;
  readonly facts: Facts;
  readonly assessment: Assessment;
}

/** The words, options and told values of a question, in the language of the page. */
export function presentQuestion(scene: Scene, question: Question, stageNumber: number, typed?: { readonly values: Readonly<Record<string, readonly string[]>>; readonly problems: Readonly<Record<string, string>> }): QuestionView {
  const { rules, locale } = scene;
  const { definition, key } = question;
  const hint = findRuleText(rules, locale, "facts", `${definition.id}.hint`);
  const stored = question.value;
  const told = typeof stored === "object" && !Array.isArray(stored) ? (stored as Record<string, string>) : undefined;
  return {
    name: key,
    type: definition.type,
    title: ruleText(rules, locale, "facts", `${definition.id}.question`),
    why: ruleText(rules, locale, "facts", `${definition.id}.why`),
    ...(hint && { hint }),
    value: typed?.values[key] ?? (stored === undefined || stored === "unknown" || told ? [] : Array.isArray(stored) ? [...(stored as readonly string[])] : [String(stored)]),
    ...optionsFor(scene, question),
    ...(told && { told }),
    ...(definition.type === "rows" && { rows: toldRows(scene, question), fields: rowFields(scene, question, typed) }),
    problems: typed?.problems ?? {},
    ...(definition.maxLength !== undefined && { maxLength: definition.maxLength }),
    stage: ruleText(rules, locale, "stages", question.stage).text,
    stageNumber,
  };
}

function optionsFor(scene: Scene, question: Question): { options: readonly Option[]; groups?: QuestionProps["groups"] } {
  const { rules, locale, assessment } = scene;
  const { definition } = question;
  switch (definition.type) {
    case "country":
      return countryOptions(rules, locale);
    case "land":
      return { options: landOptions(rules, locale) };
    case "candidate": {
      const candidates = assessment.qualifications[0]?.candidates ?? [];
      const options = candidates.map((candidate): Option => {
        const common = commonName(rules, locale, candidate.referenceOccupation);
        return { value: candidate.referenceOccupation, label: common ?? { text: germanName(rules, candidate.referenceOccupation), lang: "de" }, ...(common && { german: germanName(rules, candidate.referenceOccupation) }), detail: reasonTexts(rules, locale, candidate) };
      });
      return { options: [...options, { value: "none", label: { text: textIn(locale, "candidate.none") } }] };
    }
    case "areas":
      return { options: [], groups: areaGroups(scene, question.options) };
    default:
      return { options: question.options.map((value) => ({ value, label: ruleText(rules, locale, "facts", `${definition.id}.options.${value}`) })) };
  }
}

function countryOptions(rules: RulesetInForce, locale: Locale): { options: readonly Option[]; groups: NonNullable<QuestionProps["groups"]> } {
  const all = allCountries(rules, locale).map(({ code, name }): Option => ({ value: code, label: { text: name } }));
  const former = new Set(rules.countryGroups.former.map(({ country }) => country));
  const frequent = all.filter(({ value }) => rules.countries.has(value) && !former.has(value));
  return { options: [], groups: [{ name: textIn(locale, "country.frequent"), options: frequent }, { name: textIn(locale, "country.all"), options: all }] };
}

const landOptions = (rules: RulesetInForce, locale: Locale): Option[] =>
  laender.map((value) => ({ value, label: ruleText(rules, locale, "facts", `goal.land.options.${value}`) }));

function areaGroups({ rules, locale, assessment }: Scene, codes: readonly string[]): NonNullable<QuestionProps["groups"]> {
  const areas = rules.referenceOccupations.get(assessment.qualifications[0]?.target ?? "")?.competenceAreas?.areas ?? [];
  const shown = areas.filter(({ code }) => codes.includes(code));
  const names = [...new Set(shown.map((area) => area.specialisation ?? area.group ?? ""))];
  return names.map((name) => ({
    name,
    options: shown
      .filter((area) => (area.specialisation ?? area.group ?? "") === name)
      .map((area) => ({ value: area.code, label: { text: area.name, lang: "de" }, ...amount(locale, area) })),
  }));
}

function amount(locale: Locale, area: { hours?: number | undefined; weeks?: number | undefined; items?: number | undefined }): { detail?: RuleText[] } {
  if (area.hours) return { detail: [{ text: textIn(locale, "amount.hours", { count: area.hours }) }] };
  if (area.weeks) return { detail: [{ text: textIn(locale, "amount.weeks", { count: area.weeks }) }] };
  return area.items ? { detail: [{ text: textIn(locale, "amount.items", { count: area.items }) }] } : {};
}

function toldRows(scene: Scene, { definition }: Question): ToldRow[] {
  const fields = definition.fields ?? [];
  return rowsOf(scene.facts, definition.list ?? "experience").map((row) => ({
    row,
    summary: fields.flatMap((id) => (scene.facts[keyOf(id, row)] ? [valueText(scene.rules, scene.locale, keyOf(id, row), scene.facts[keyOf(id, row)]!.value).text] : [])).join(", "),
  }));
}

function rowFields({ rules, locale }: Scene, { definition }: Question, typed?: { readonly values: Readonly<Record<string, readonly string[]>> }): RowField[] {
  return (definition.fields ?? []).flatMap((id) => {
    const field = rules.facts.get(id);
    if (!field) return [];
    const hint = findRuleText(rules, locale, "facts", `${id}.hint`);
    const options = field.type === "country" ? allCountries(rules, locale).map(({ code, name }) => ({ value: code, label: { text: name } })) : (field.options ?? []).map((value) => ({ value, label: ruleText(rules, locale, "facts", `${id}.options.${value}`) }));
    const value = typed?.values[id]?.[0];
    return [{ name: id, type: field.type, label: ruleText(rules, locale, "facts", `${id}.question`), ...(hint && { hint }), options, optional: field.optional ?? false, ...(value !== undefined && { value }) }];
  });
}

