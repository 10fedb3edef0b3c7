import type * as z from "zod";
import { either, nearest, shown } from "../finding.ts";

/** A fault of one value: its path in the file, and in words what was found and what was expected. */
export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

type Issue = z.core.$ZodIssue;

/**
 * Turns what the schema reports into one sentence for each fault: a mistyped key is one fault, not an unknown and a
 * missing one, and of the branches of a union only the meant one speaks.
 * @param raw the value that the schema refused
 */
export function schemaFaults(issues: readonly Issue[], raw: unknown): SchemaFault[] {
  const all = issues.flatMap((issue) => meant(issue, raw));
  const missing = all.filter((issue) => issue.code !== "unrecognized_keys" && at(raw, issue.path) === undefined);
  const faults: SchemaFault[] = [];
  const mended = new Set<Issue>();
  for (const issue of all) {
    if (issue.code !== "unrecognized_keys") continue;
    const here = missing.filter((other) => other.path.length === issue.path.length + 1 && issue.path.every((part, i) => part === other.path[i]));
    for (const key of issue.keys) {
      const open = here.filter((other) => !mended.has(other));
      const name = open.length === 1 && issue.keys.length === 1 ? String(open[0]?.path.at(-1)) : nearest(key, open.map(({ path }) => String(path.at(-1))));
      const instead = open.find(({ path }) => path.at(-1) === name);
      if (instead) mended.add(instead);
      faults.push({ path: [...issue.path, key], text: instead ? `found the key "${key}", expected the key "${name}" with ${expected(instead)}; rename it` : `found the unknown key "${key}", expected only keys of the schema; remove it or correct its spelling` });
    }
  }
  for (const issue of all) {
    if (issue.code === "unrecognized_keys" || mended.has(issue)) continue;
    faults.push({ path: issue.path, text: sentence(issue, at(raw, issue.path)) });
  }
  return faults;
}

/** The issues of the branch of a union that the writer most likely meant. */
function meant(issue: Issue, raw: unknown): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue));
  const here = issue.path.length;
  const ofOtherKind = (inner: Issue) => inner.path.length === here;
  const missesKey = (inner: Issue) => inner.path.length === here + 1 && at(raw, inner.path) === undefined;
  const score = (branch: readonly Issue[]) => branch.filter((inner) => ofOtherKind(inner) || missesKey(inner)).length * 100 + branch.length;
  if (branches.every((branch) => branch.some((inner) => ofOtherKind(inner) && inner.code === "invalid_type"))) return [issue];
  const [best = []] = branches.toSorted((a, b) => score(a) - score(b));
  return best.flatMap((inner) => meant(inner, raw));
}

function sentence(issue: Issue, value: unknown): string {
  const key = issue.path.at(-1);
  const wanted = expected(issue);
  if (value !== undefined) return `found ${shown(value)}, expected ${wanted}; ${mend(issue, value)}`;
  if (key === "source") return "found no source, expected a law, an address or a work that says so; add a line \"source: ...\", a statement without source is not published";
  if (typeof key === "string") return `found no key "${key}", expected ${wanted}; add a line "${key}: ..."`;
  return `found nothing, expected ${wanted}; write the content or remove the file`;
}

function mend(issue: Issue, value: unknown): string {
  const near = issue.code === "invalid_value" && typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
  if (near !== undefined) return `did you mean "${near}"?`;
  if (issue.code === "invalid_type" && issue.expected === "number" && typeof value === "string") return "write the bare number, without unit and quotes";
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value !== "object") return "put it in quotes";
  return "correct the value";
}

const kinds: Readonly<Record<string, string>> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "a block of keys", record: "a block of keys" };

/** What the schema wants at this place, in words. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return (kinds[issue.expected] ?? issue.expected) + unitOf(issue.path.at(-1));
    case "invalid_value":
      return either(issue.values.map(String));
    case "too_small":
      return `${issue.origin === "string" ? "a text of at least " : issue.origin === "array" ? "a list of at least " : issue.inclusive ? "at least " : "more than "}${issue.minimum}${letters(issue)}`;
    case "too_big":
      return `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${letters(issue)}`;
    case "invalid_format":
      return issue.message.startsWith("expected ") ? issue.message.slice("expected ".length) : issue.format === "url" ? "a web address such as https://www.gesetze-im-internet.de" : `text of the form ${issue.pattern ?? issue.format}`;
    case "invalid_union":
      return either([...new Set(issue.errors.flat().map((inner) => expected(inner)))]);
    default:
      return issue.message;
  }
}

const letters = ({ origin }: { origin: string }) => (origin === "string" ? " letters" : origin === "array" ? " entries" : "");

/** The unit that the name of a key promises. */
function unitOf(key: PropertyKey | undefined): string {
  const unit = /(months|weeks|hours|years|euro)(apportioned)?$/i.exec(String(key ?? ""))?.[1];
  return unit ? ` (${unit.toLowerCase()})` : "";
}

/** The value at a path; undefined where there is none. */
export function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value);
}
