/** Every key that the screens ask for exists, and every key that exists is asked for. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repositoryRoot } from "../../support/paths.ts";
import { catalogues } from "./catalogues.ts";

const keys = Object.keys(catalogues.en);
const findings = ["met", "not-met", "unknown"];
const criteria = ["title", "country-qualification", "hint", "goal", "level", "duration"];
const faults = ["missing", "slow-down", "moved-on", "broken"];

/** Keys made of parts at run time: the pattern in the source and every key it can give. */
const families: Readonly<Record<string, readonly string[]>> = {
  "reason.*.*": criteria.flatMap((criterion) => findings.map((finding) => `reason.${criterion}.${finding}`)),
  "areas.*": ["yes", "partly", "no"].map((answer) => `areas.${answer}`),
  "amount.*": ["weeks", "hours", "items"].map((unit) => `amount.${unit}`),
  "documents.*": ["yes", "no", "not-known"].map((has) => `documents.${has}`),
  "error.*.title": faults.map((fault) => `error.${fault}.title`),
  "error.*.text": faults.map((fault) => `error.${fault}.text`),
  "result.*": ["worst", "likely", "best"].map((end) => `result.${end}`),
};

interface Asked {
  readonly keys: Set<string>;
  readonly families: Set<string>;
  /** Places where the key is neither written out nor made of a pattern. */
  readonly unreadable: string[];
}

/** Keys in `text(…)`, `textIn(locale, …)` and in attributes `title="…"` of components of our own. */
function askedIn(file: string, source: string, asked: Asked): void {
  const key = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) asked.keys.add(node.text);
    else if (ts.isTemplateExpression(node)) asked.families.add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("*"));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(key);
    else if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) key(node.expression);
    else asked.unreadable.push(`${file}: ${node.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const place = { text: 0, textIn: 1 }[node.expression.text];
      const argument = place === undefined ? undefined : node.arguments[place];
      if (argument) key(argument);
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === "title" && node.initializer && ts.isStringLiteral(node.initializer)) asked.keys.add(node.initializer.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
}

const folder = join(repositoryRoot, "client/src");
const asked: Asked = { keys: new Set(), families: new Set(), unreadable: [] };
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))) askedIn(file, readFileSync(join(folder, file), "utf8"), asked);

describe("keys of the screens", () => {
  test("are found in the source", () => {
    const sample: Asked = { keys: new Set(), families: new Set(), unreadable: [] };
    askedIn("sample.tsx", 'const a = text(b === "x" ? "start.title" : `areas.${b}`); const c = <List title="result.free" />; const d = textIn(locale, (key as TextKey)); words("marks", "no");', sample);
    expect([[...sample.keys], [...sample.families], sample.unreadable]).toEqual([["start.title", "result.free"], ["areas.*"], ["sample.tsx: key"]]);
  });

  test("exist wherever a screen asks for one", () => {
    expect([...asked.keys].filter((key) => !keys.includes(key))).toEqual([]);
    expect(Object.values(families).flat().filter((key) => !keys.includes(key))).toEqual([]);
  });

  test("are made at run time in the known families only", () => {
    expect([...asked.families].sort()).toEqual(Object.keys(families).sort());
  });

  test("are written out, but for the one list that takes its title and the function itself", () => {
    const known = [/^ui[\\/]text\.tsx: key$/, /^explanation[\\/]path-\w+\.tsx: title$/];
    expect(asked.unreadable.filter((place) => !known.some((pattern) => pattern.test(place)))).toEqual([]);
  });

  test("are all used", () => {
    const used = new Set([...asked.keys, ...Object.values(families).flat()]);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });
});
