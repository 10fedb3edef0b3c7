/** Folding sources hides none: the page of a way holds each law and page of its view, once a group, without script. */
import { describe, expect, test } from "@jest/globals";
import { presentResult } from "../../../client/src/explanation/index.ts";
import { germanLaw } from "../../../client/src/explanation/german-law.ts";
import { PathDetails } from "../../../client/src/explanation/path-details.tsx";
import { PathSummary } from "../../../client/src/explanation/path-view.tsx";
import { type Cited, OtherMark, Sources, usualMark } from "../../../client/src/explanation/sources.tsx";
import { assessed, facts, rulesOn, trained, type Told } from "../../support/told.ts";
import { elements, render } from "../questions/render.tsx";

const cited = (law: string, mark: string, title?: string): Cited => ({ law: [law], mark, markText: { text: `says ${mark}` }, ...(title && { title: { text: title } }) });
const marksIn = (html: string) => elements(html).filter(({ attributes }) => attributes["class"]?.startsWith("mark ")).map(({ text }) => text);

describe("sources of a group", () => {
  test("one source for all stands there openly, once", () => {
    const html = render("en", <Sources of={[cited("HwO § 50c (5)", "verified-law"), cited("HwO § 50c (5)", "verified-law")]} />);
    expect(html).not.toContain("<details");
    expect(elements(html).filter(({ attributes }) => attributes["class"] === "source").map(({ text }) => text)).toEqual(["HwO § 50c (5) says verified-law"]);
  });

  test("the same law with another mark is another source", () => {
    const html = render("en", <Sources of={[cited("HwO § 1", "verified-law"), cited("HwO § 1", "general-knowledge")]} />);
    expect(elements(html).filter(({ tag }) => tag === "li").map(({ text }) => text)).toEqual(["HwO § 1 says verified-law", "HwO § 1 says general-knowledge"]);
  });

  test("different ones are folded, numbered like their statements or named by their titles", () => {
    const numbered = elements(render("en", <Sources of={[cited("HwO § 1", "verified-law"), cited("HwO § 7", "verified-law")]} />));
    expect(numbered.filter(({ tag }) => tag === "ol")).toHaveLength(1);
    const named = elements(render("en", <Sources of={[cited("HwO § 1", "verified-law", "Passport"), cited("HwO § 7", "verified-law", "Diploma")]} />));
    expect(named.filter(({ tag }) => tag === "li").map(({ text }) => text)).toEqual(["Passport HwO § 1 says verified-law", "Diploma HwO § 7 says verified-law"]);
  });

  test("a statement that is less sure than the others says so beside itself, the others do not", () => {
    const group = [cited("HwO § 1", "verified-law"), cited("VwVfG § 25 (1)", "general-knowledge"), cited("HwO § 7", "verified-law")];
    expect(usualMark(group)).toBe("verified-law");
    expect(group.map((each) => marksIn(render("en", <OtherMark of={each} group={group} />)))).toEqual([[], ["says general-knowledge"], []]);
  });

  test("no statement, no source", () => {
    expect(usualMark([])).toBeUndefined();
    expect(render("en", <Sources of={[]} />)).not.toContain("source");
  });
});

const people: Readonly<Record<string, Told>> = {
  "Syrian midwife": { ...trained, "qualification.country": "SY", "qualification.title": "Midwife", "goal.reference-occupation": "hebamme" },
  "Turkish hairdresser with an own salon": { ...trained, "qualification.country": "TR", "qualification.title": "Kuaför", "goal.reference-occupation": "hwa-38", "goal.work-form": "self_employed" },
  "Ukrainian educator": { ...trained, "qualification.title": "Educator", "goal.reference-occupation": "erzieher", "goal.land": "NW" },
};

/** Laws and pages of everything that a way shows; of deadlines and fees the page shows the first ones. */
function sourcesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf);
  if (typeof value !== "object" || value === null) return [];
  const { law = [], url = [] } = value as { law?: readonly string[]; url?: readonly string[] };
  return [...law.map(germanLaw), ...url.slice(0, 2), ...Object.entries(value).flatMap(([key, inner]) => (key === "law" || key === "url" ? [] : sourcesOf(inner)))];
}

describe.each(Object.entries(people))("%s", (_who, told) => {
  const view = presentResult({ rules: rulesOn(), locale: "ar", facts: facts(told) }, assessed([told])).paths[0]!;
  const html = render("ar", <><PathSummary path={view} /><PathDetails path={view} /></>).replaceAll("&amp;", "&");

  test("each source of the way is on the page", () => {
    const { authorities: _offices, regulatedSource, duty, deadlines, fees, ...rest } = view;
    const wanted = [...sourcesOf(rest), ...sourcesOf(deadlines.slice(0, 2)), ...sourcesOf(fees.slice(0, 3)), ...sourcesOf(duty.length > 0 ? duty : regulatedSource)];
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((source) => !html.includes(source))).toEqual([]);
  });

  test("only health professions speak of an examination after the adaptation period", () => {
    const period = view.measures.find(({ code }) => code === "adaptation_period")!;
    expect(period.sentence.text.includes("امتحان")).toBe(view.target === "hebamme");
  });
});
