/** Nothing on a result page is said without its source: all cases of the rules, all languages. */
import { describe, expect, test } from "@jest/globals";
import { locales } from "@gleichwert/rules";
import { readCases } from "@gleichwert/rules/load";
import { assess } from "@gleichwert/shared/assessment";
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

describe.each(locales)("result in %s", (locale) => {
  const bare = new Map<string, string>();
  const unmarked = new Set<string>();
  for (const each of all) {
    const rules = rulesFor(ruleset(), each);
    const facts = factsOf(each, persons);
    const view = presentResult({ rules, locale, facts }, assess(rules, facts, each.on));
    for (const { where, law, url, markText } of said({ paths: view.paths, qualifications: view.qualifications }, "")) {
      if (law.length + url.length === 0) bare.set(where.replace(/\/\d+/g, ""), each.name);
      if (!markText?.text) unmarked.add(where);
    }
    for (const path of view.paths) for (const source of Object.values(sourcesBeside)) if (path[source].law.length + path[source].url.length === 0) bare.set(source, each.name);
  }

  test("every sentence names a law or a page", () => {
    expect([...bare]).toEqual([]);
  });

  test("and says how sure it is", () => {
    expect([...unmarked]).toEqual([]);
  });
});
