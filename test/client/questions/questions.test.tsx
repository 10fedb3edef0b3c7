/** Every type of fact has a question that is read out whole: its label, its hint and its error belong to its control. */
import { describe, expect, test } from "@jest/globals";
import { factTypes, type FactType } from "@gleichwert/rules";
import { questions, type QuestionProps } from "../../../client/src/questions/index.ts";
import { textIn } from "../../../client/src/ui/text.tsx";
import { elements, render, type Element } from "./render.tsx";

const label = "Words of the question?";
const hint = "Words of the hint.";
const error = "Words of the error.";
const fieldLabel = "Words of the field";
const options = [{ value: "yes", label: { text: "Yes, so it is" } }, { value: "no", label: { text: "Other" } }];

/** A question of a type as a page's loader makes it. */
function propsOf(type: FactType, problem = true): QuestionProps {
  const name = type === "rows" ? "experience.rows" : `made-up.${type}@q1`;
  const rowField = { name: "experience.years", type: "years" as const, label: { text: fieldLabel }, hint: { text: "Words beside the field." }, options: [], optional: false };
  return {
    name, type, title: { text: label }, hint: { text: hint }, value: [], options: ["choice", "choices", "land", "candidate"].includes(type) ? options : [],
    problems: problem ? { [type === "rows" ? "experience.years" : name]: error } : {},
    ...(type === "country" && { groups: [{ name: "All", options }] }),
    ...(type === "areas" && { groups: [{ name: "Gruppe", options: [{ value: "a1", label: { text: "Bereich" } }] }] }),
    ...(type === "rows" && { rows: [{ row: "e1", summary: "Ukraine, 3" }], fields: [rowField, { ...rowField, name: "experience.role", type: "choice" as const, options, optional: true }] }),
  };
}

function shown(type: FactType, props = propsOf(type)): Element[] {
  const Question = questions[type];
  return elements(render("en", <Question {...props} />));
}

const controls = (page: readonly Element[]) => page.filter(({ tag, attributes }) => tag === "select" || tag === "textarea" || (tag === "input" && attributes["type"] !== "hidden"));
/** Texts of the elements that describe something, in the order of its ids. */
const described = (page: readonly Element[]) => page.flatMap(({ attributes }) => attributes["aria-describedby"]?.split(" ") ?? []).map((id) => page.find(({ attributes }) => attributes["id"] === id)?.text);

test("every type of fact has a component, and none is left over", () => {
  expect(Object.keys(questions).sort()).toEqual([...factTypes].sort());
});

describe.each(factTypes)("the question of type %s", (type) => {
  test("names its controls by a label or legend with the words of the question", () => {
    const page = shown(type);
    const names = page.filter(({ tag, attributes }) => tag === "legend" || (tag === "label" && attributes["for"] !== undefined));
    expect(names.map(({ text }) => text).join(" ")).toContain(label);
    for (const { attributes, tag } of page.filter((each) => each.tag === "label" && each.attributes["for"] !== undefined)) expect({ tag, control: controls(page).some((control) => control.attributes["id"] === attributes["for"]) }).toEqual({ tag: "label", control: true });
    expect(controls(page).length).toBeGreaterThan(0);
  });

  test("ties hint and error to the control by id", () => {
    const texts = described(shown(type));
    expect(texts).toContain(hint);
    expect(texts).toContain(error);
  });

  test("shows neither error nor a reference to one when there is none", () => {
    const page = shown(type, propsOf(type, false));
    expect(page.map(({ text }) => text).join(" ")).not.toContain(error);
    expect(described(page).filter((text) => text === undefined)).toEqual([]);
    expect(described(shown(type)).filter((text) => text === undefined)).toEqual([]);
  });

  test("uses each id once, so that the summary of errors finds its field", () => {
    const ids = shown(type).flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toContain(type === "rows" ? "f-experience-years" : `f-made-up-${type}-q1`);
  });
});

describe("what was told before is there again", () => {
  test.each<[FactType, string[], string[]]>([
    ["choice", ["no"], ["no"]],
    ["choices", ["yes", "no"], ["yes", "no"]],
    ["candidate", ["yes"], ["yes"]],
  ])("ticked: %s", (type, value, ticked) => {
    const page = shown(type, { ...propsOf(type), value });
    expect(controls(page).filter(({ attributes }) => "checked" in attributes).map(({ attributes }) => attributes["value"])).toEqual(ticked);
  });

  test.each<FactType>(["text", "title", "year", "years"])("written: %s", (type) => {
    expect(controls(shown(type, { ...propsOf(type), value: ["Кухар 4"] })).map(({ attributes }) => attributes["value"])).toEqual(["Кухар 4"]);
  });

  test.each<FactType>(["country", "land"])("chosen: %s", (type) => {
    const page = shown(type, { ...propsOf(type), value: ["no"] });
    expect(page.filter(({ tag, attributes }) => tag === "option" && "selected" in attributes).map(({ attributes }) => attributes["value"])).toEqual(["no"]);
  });

  test("an area told as partly there; one not told stays open", () => {
    const groups = [{ name: "", options: ["a1", "a2"].map((value) => ({ value, label: { text: value } })) }];
    const page = shown("areas", { ...propsOf("areas"), groups, told: { a1: "partly" } });
    expect(controls(page).filter(({ attributes }) => "checked" in attributes).map(({ attributes }) => [attributes["name"], attributes["value"]])).toEqual([["made-up.areas@q1:a1", "partly"], ["made-up.areas@q1:a2", ""]]);
  });
});

describe("rows", () => {
  test("tell what was told, and take it away by its own button", () => {
    const removal = shown("rows").find(({ tag, attributes }) => tag === "button" && attributes["name"] === "remove");
    expect([removal?.attributes["value"], removal?.text]).toEqual(["e1", `${textIn("en", "rows.remove")} Ukraine, 3`]);
  });

  test("tie a field's own hint to the field", () => {
    expect(described(shown("rows")).filter((text) => text === "Words beside the field.").length).toBe(2);
  });

  test("say which field may stay empty, in the language of the page", () => {
    const Rows = questions.rows;
    const labels = elements(render("ar", <Rows {...propsOf("rows")} />)).filter(({ tag }) => tag === "label");
    expect(labels.map(({ text }) => text)).toEqual([fieldLabel, `${fieldLabel} ${textIn("ar", "form.optional")}`]);
  });
});

test("free words may run in either direction, and words of another language are marked", () => {
  expect(controls(shown("title")).map(({ attributes }) => attributes["dir"])).toEqual(["auto"]);
  const page = shown("candidate", { ...propsOf("candidate"), options: [{ value: "koch", label: { text: "кухар", lang: "uk" }, german: "Koch / Köchin" }] });
  expect(page.filter(({ attributes }) => attributes["lang"]).map(({ text, attributes }) => [attributes["lang"], text])).toEqual([["uk", "кухар"], ["de", "Koch / Köchin"]]);
});
