/** Nothing on a result page is said without its source: all cases of the rules, all languages. */
import { describe, expect, test } from "@jest/globals";
import { locales } from "@gleichwert/rules";
import { readCases } from "@gleichwert/rules/load";
import { assess, statementsOf } from "@gleichwert/shared/assessment";
import { factsOf, rulesFor } from "@gleichwert/shared/rule-cases";
import { presentResult } from "../../../client/src/explanation/index.ts";
import { ruleset } from "../../support/told.ts";

const { persons, files } = readCases();
const all = [...files.values()].flat();

interface Said {
  readonly where: string;
  readonly law: readonly string[];
  readonly url: readonly string[];
  readonly mark?: string;
  readonly markText?: { readonly text: string };
}

/** Everything of a view that carries words for a person, with the source that stands beside it. */
function said(value: unknown, where: string): Said[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => said(each, `${where}/${i}`));
  if (typeof value !== "object" || value === null) return [];
  const own = "law" in value ? [{ url: [], ...(value as object), where } as unknown as Said] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === "law" || key === "url" ? [] : said(inner, `${where}/${key}`)))];
}

/** Fields that hold words which state something; each must stand in an object with a source, or have one beside it. */
const sourcesBeside = { sentence: "source", title: "source", procedureTitle: "procedureSource", procedureSentence: "procedureSource", regulatedText: "regulatedSource", formText: "regulatedSource" } as const;

const scenes = all.map((each) => {
  const rules = rulesFor(ruleset(), each);
  const facts = factsOf(each, persons);
  return { name: each.name, rules, facts, assessment: assess(rules, facts, each.on) };
});

/** What can be said at all, by kind and key: the same key may come with another law in another case. */
const keysOf = ({ rules, assessment: { paths, qualifications } }: (typeof scenes)[number]): string[] => [
  ...[...qualifications, ...paths].flatMap(({ trace }) => trace.map(({ rule, finding, law, mark }) => `${rule}.${finding} ${law.length > 0} ${mark}`)),
  ...paths.flatMap((path) => [
    ...[...statementsOf(rules, path)].map(([key, { law, url, mark }]) => `${key} ${law.length > 0} ${url.length > 0} ${mark}`),
    ...[...path.documents, ...path.residence].map(({ id, law, mark }) => `${id} ${law.length > 0} ${mark}`),
    ...path.deadlines.map(({ months, from, law }) => `${months} ${from} ${law.length > 0}`),
    ...path.language.map(({ level, law, mark }) => `language ${level} ${law.length > 0} ${path.law.length > 0} ${mark}`),
    ...path.fees.map(({ id }) => id),
    ...path.funding,
  ]),
];

/** People of the cases in whose results everything is said at least once that any result says. */
const told = new Set<string>();
const people = scenes.filter((scene) => {
  const fresh = keysOf(scene).filter((key) => !told.has(key));
  for (const key of fresh) told.add(key);
  return fresh.length > 0;
});

describe.each(locales)("result in %s", (locale) => {
  const bare = new Map<string, string>();
  const unmarked = new Set<string>();
  for (const { name, rules, facts, assessment } of people) {
    const view = presentResult({ rules, locale, facts }, assessment);
    for (const { where, law, url, markText } of said({ paths: view.paths, qualifications: view.qualifications }, "")) {
      if (law.length + url.length === 0) bare.set(where.replace(/\/\d+/g, ""), name);
      if (!markText?.text) unmarked.add(where);
    }
    for (const path of view.paths) for (const source of Object.values(sourcesBeside)) if (path[source].law.length + path[source].url.length === 0) bare.set(source, name);
  }

  test("every sentence names a law or a page", () => {
    expect([...bare]).toEqual([]);
  });

  test("and says how sure it is", () => {
    expect([...unmarked]).toEqual([]);
  });
});

test("more than seven hundred different sentences are said", () => {
  expect(told.size).toBeGreaterThan(700);
});
