import { canonicalJson, type RulesetContent } from "@gleichwert/rules";
import type { Step } from "../../assessment/index.ts";
import { put } from "../mutants.ts";

/** A place in the content: collection, position of the record, and on inside it. */
export type ContentPath = readonly (string | number)[];

/** One error as people make it, put into the rules (eingebauter Fehler), or a change that must not disturb. */
export interface Defect {
  readonly operator: string;
  /** `regulatedProfessions/arzt/routes/2/measures`. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** The content as it becomes; what it holds before stays as it is. */
  inject(content: RulesetContent): RulesetContent;
  /** The steps of the assessment as they become; absent: the legal ones. */
  readonly steps?: readonly Step[];
}

/** A kind of error, and every place of the rules where it can be made, in the order of the data. */
export interface DefectOperator {
  readonly name: string;
  of(content: RulesetContent): Defect[];
}

/** A value of the content in few letters. */
export const shown = (value: unknown): string => (value === undefined ? "nothing" : canonicalJson(value).slice(0, 110));

/** What stands at a place; undefined where nothing does. */
export function valueAt(content: unknown, path: ContentPath): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined), content);
}

/** The place in words: a record by its id, what is inside it by keys and positions. */
export function placeName(content: RulesetContent, [collection = "", index, ...rest]: ContentPath): string {
  const { id, stage, validFrom } = (valueAt(content, [collection, index ?? ""]) ?? {}) as { id?: string; stage?: string; validFrom?: string };
  const versions = validFrom !== undefined && (content[collection as "funding"] as readonly { id?: string }[]).filter((other) => other.id === id).length > 1;
  return [collection, ...(index === undefined ? [] : [`${id ?? stage ?? index}${versions ? ` of ${validFrom}` : ""}`]), ...rest].join("/");
}

/** The defect that puts another value at one place; undefined takes the field away. @param words said instead of the values */
export function changed(content: RulesetContent, operator: string, path: ContentPath, after: unknown, words?: readonly [before: string, after: string]): Defect {
  return {
    operator,
    place: placeName(content, path),
    before: words?.[0] ?? shown(valueAt(content, path)),
    after: words?.[1] ?? shown(after),
    inject: (into) => put(into, path, after) as RulesetContent,
  };
}

/** The defect that makes another list of a list, told by what it takes away and adds. */
export function relisted(content: RulesetContent, operator: string, path: ContentPath, taken: unknown, added: unknown, list: readonly unknown[]): Defect {
  return changed(content, operator, path, list, [shown(taken), shown(added)]);
}

/** Records of a collection with their places. */
export function recordsOf<K extends CollectionOfRecords>(content: RulesetContent, collection: K): { readonly path: ContentPath; readonly record: RulesetContent[K][number] }[] {
  return (content[collection] as readonly RulesetContent[K][number][]).map((record, index) => ({ path: [collection, index], record }));
}
/** Collections that are lists of records. */
export type CollectionOfRecords = { [K in keyof RulesetContent]: RulesetContent[K] extends readonly object[] ? K : never }[keyof RulesetContent];

/** An operator from its name and a function that tells its places. */
export const operator = (name: string, places: (content: RulesetContent, name: string) => Defect[]): DefectOperator => ({ name, of: (content) => places(content, name) });

/** Pairs of neighbours in a list, and the first with the last for one of two. */
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);
export const swapped = <T>(list: readonly T[], a: number, b: number): T[] => list.map((each, i) => (i === a ? list[b]! : i === b ? list[a]! : each));
