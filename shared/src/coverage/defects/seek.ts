import type { BookEntry, CasePersons, RuleCase, RulesetContent } from "@gleichwert/rules";
import { assess, assessBy } from "../../assessment/index.ts";
import { matchingIndex, shareAnswers } from "../../matching/index.ts";
import { proofOf } from "../../proof/index.ts";
import { judgeEntry, judgeIn, rulesFor } from "../../rule-cases/index.ts";
import type { Ruleset, RulesetInForce } from "../../ruleset/index.ts";
import type { Defect } from "./defect.ts";

/** Who found an error: the schema, the references and days of loading, a case, the second book, the check of the rules, their proof. */
export type Finder = "schema" | "loading" | "case" | "book" | "check" | "proof";

/** An error in the rules, and who found it by what; nobody: it is missed. */
export interface Sought {
  readonly defect: Defect;
  readonly by?: Finder;
  /** Name of the case, or the finding in its words. */
  readonly what?: string;
  readonly level?: "error" | "warning";
}

/** A remark of the checks as one line, the same for the same thing. */
export interface Remark {
  readonly level: "error" | "warning";
  readonly line: string;
}

/** What is asked in turn; what a check already says of the sound rules counts for nothing. */
export interface Seekers {
  readonly persons: CasePersons;
  readonly cases: readonly RuleCase[];
  /** The second book: what sources say single records hold. */
  readonly book?: readonly BookEntry[];
  /** Schema, references and days, as loading judges them. */
  loading(content: RulesetContent): readonly (Remark & { readonly by: "schema" | "loading" })[];
  /** The check of loaded rules. */
  check(content: RulesetContent): readonly Remark[];
  /** Day for the proof, ISO date; absent: it is left out. */
  readonly prove?: string;
}

/** Seeks defects in one ruleset; what the checks say of it unchanged is asked once. */
export interface Search {
  /** Names of cases that fail with the sound rules: they prove nothing and are not asked. */
  readonly failing: readonly string[];
  /** The first who finds the error. */
  seek(defect: Defect): Sought;
  /** Everybody who calls a harmless change an error: no warnings, and none that was there before. */
  alarms(defect: Defect): Sought[];
}

/** Opens a search over the sound rules (Fehlersuche). */
export function searchIn(ruleset: Ruleset, { persons, cases, book = [], loading, check, prove }: Seekers): Search {
  const [holding, broken] = [[], []] as [RuleCase[], RuleCase[]];
  for (const each of cases) (judgeIn(rulesFor(ruleset, each), persons, each).differences.length > 0 ? broken : holding).push(each);
  const before = once(() => new Set(check(ruleset.content).map(({ line }) => line)));
  const provedBefore = once(() => new Set(prove === undefined ? [] : proved(ruleset.content, prove).map(({ line }) => line)));
  const agreeing = book.filter((entry) => judgeEntry(ruleset.content, entry).length === 0);
  const byBook = (content: RulesetContent) => agreeing.flatMap((entry) => judgeEntry(content, entry)).map(({ of }) => of);
  const byLoading = (content: RulesetContent) => loading(content);
  const byCheck = (content: RulesetContent) => check(content).filter(({ line }) => !before().has(line));
  const byProof = (content: RulesetContent) => (prove === undefined ? [] : proved(content, prove).filter(({ line }) => !provedBefore().has(line)));
  const failingWith = (defect: Defect, content: RulesetContent): string | undefined => failingCase(ruleset, { hash: `${ruleset.hash}*`, content }, persons, holding, defect);

  const seek = (defect: Defect): Sought => {
    const content = defect.inject(ruleset.content);
    const [fault] = byLoading(content);
    if (fault) return { defect, by: fault.by, what: fault.line, level: "error" };
    const name = failingWith(defect, content);
    if (name !== undefined) return { defect, by: "case", what: name, level: "error" };
    const [entry] = byBook(content);
    if (entry !== undefined) return { defect, by: "book", what: entry, level: "error" };
    if (defect.steps) return { defect };
    for (const [by, say] of [["check", byCheck], ["proof", byProof]] as const) {
      const remarks = say(content);
      const said = remarks.find(({ level }) => level === "error") ?? remarks[0];
      if (said) return { defect, by, what: said.line, level: said.level };
    }
    return { defect };
  };
  const alarms = (defect: Defect): Sought[] => {
    const content = defect.inject(ruleset.content);
    const name = failingWith(defect, content);
    const errors = ([["check", byCheck], ["proof", byProof]] as const).flatMap(([by, say]) => say(content).filter(({ level }) => level === "error").map(({ line }): Sought => ({ defect, by, what: line, level: "error" })));
    return [...byLoading(content).map(({ by, line }): Sought => ({ defect, by, what: line, level: "error" })), ...(name === undefined ? [] : [{ defect, by: "case" as const, what: name, level: "error" as const }]), ...byBook(content).map((what): Sought => ({ defect, by: "book", what, level: "error" })), ...errors];
  };
  return { failing: broken.map(({ name }) => name), seek, alarms };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What the proof says, without how many people it assessed. */
function proved(content: RulesetContent, on: string): Remark[] {
  return proofOf(content, on).findings.map(({ kind, level, at, text }) => {
    const where = "file" in at ? at.file : String((at.record as { id?: string; stage?: string }).id ?? (at.record as { stage?: string }).stage ?? "");
    return { level, line: `${kind}: ${where}${at.place}: ${text.replaceAll(/\b\d+ people\b/g, "people")}` };
  });
}

/** Parts of the content that the search for occupations reads; where they are the same, what was found before still holds. */
const searched = ["labels", "countries", "crafts", "referenceHints", "referenceOccupations", "degreeFields"] as const satisfies readonly (keyof RulesetContent)[];

function failingCase(ruleset: Ruleset, changed: Ruleset, persons: CasePersons, cases: readonly RuleCase[], { steps }: Defect): string | undefined {
  const named = (content: RulesetContent) => JSON.stringify(content.regulatedProfessions.map(({ id, names, validFrom, validTo }) => [id, names, validFrom, validTo]));
  const same = searched.every((key) => changed.content[key] === ruleset.content[key]) && (changed.content.regulatedProfessions === ruleset.content.regulatedProfessions || named(changed.content) === named(ruleset.content));
  const views = new Map<string, RulesetInForce>();
  const viewOf = (each: RuleCase): RulesetInForce => {
    const key = JSON.stringify([each.on, each.variants]);
    const known = views.get(key);
    if (known) return known;
    const sound = rulesFor(ruleset, each);
    const view = same ? { ...rulesFor(changed, each), content: sound.content } : rulesFor(changed, each);
    if (same) shareAnswers(sound, view);
    else matchingIndex(view.content);
    views.set(key, view);
    return view;
  };
  const assessing: typeof assess = steps ? (rules, facts, on) => assessBy(steps, rules, facts, on) : assess;
  return cases.find((each) => {
    try {
      return judgeIn(viewOf(each), persons, each, assessing).differences.length > 0;
    } catch {
      return true; // rules that cannot be read at all are noticed
    }
  })?.name;
}
