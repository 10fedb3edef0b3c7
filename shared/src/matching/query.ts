import { fold, isFiller, longestTitle } from "./fold.ts";

/** What is known of a qualification when its German reference occupation is looked for. */
export interface MatchQuery {
  /** Title as on the paper or as the person says it, any language and script. */
  readonly title: string;
  /** The title in German, where a translation exists. */
  readonly titleGerman?: string | undefined;
  /** What the person wants to work as; weighs most. */
  readonly goal?: string | undefined;
  /** Country of the diploma, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** BCP 47 tag of the title, with or without region; may be empty. */
  readonly language?: string | undefined;
  /** Code of a `QualificationLevel`; others are as good as none. */
  readonly level?: string | undefined;
  readonly durationYears?: number | undefined;
}

/** One part of a title: the whole, or what stands between brackets, commas, dashes. */
export interface TitlePart {
  readonly text: string;
  /** Up to 1; later parts say less. */
  readonly weight: number;
  readonly isWhole: boolean;
}

const mostParts = 6;
const firstPart = 0.97;
const laterPart = 0.93;
const separators = /[()[\]{}<>,;:|•·"«»„“”\n\r\t،؛]+|\s[-–—/]+\s|[–—]|\p{N}+[.\p{N}]*/u;
const genderMarks = /[*:_/](?:-?in(?:nen)?|r|n|a|o)(?!\p{L})|\((?:m|w|d|f|x|\/|\||,|\s)+\)/giu;
// German compounds that name a level: the occupation is what stands before it
const levelTail = /(?<=\p{L}{4})-?(?:meister|gesell|lehrling)(?:in|en?|s)?(?!\p{L})/giu;

// лікар-терапевт: both words name the work, the first is the occupation; German compounds have theirs last
const apposition = /^[\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Armenian}]{4,}(?:-[\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Armenian}]{4,})+$/u;
const firstJoined = 0.77;
const laterJoined = 0.7;
const mostWordings = 4;

function begin(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  return a !== "" && (a === b || (a.length > 2 && a.slice(0, 3) === b.slice(0, 3)));
}

/**
 * The wordings that a slash within a text stands for: `kuhar/kuharica u menzi` gives `kuhar u menzi` and `kuharica u
 * menzi`, also over several words; a text without slash comes back alone; four at most.
 */
export function wordings(text: string): string[] {
  const slash = /(?<=\S)\/(?=\S)/u.exec(text);
  if (slash === null) return [text];
  const left = text.slice(0, slash.index).split(/\s+/u);
  const right = text.slice(slash.index + 1).split(/\s+/u);
  let paired = Math.min(4, left.length, right.length);
  while (paired > 1 && !left.slice(-paired).every((word, place) => begin(word, right[place]!))) paired--;
  const one = [...left, ...right.slice(paired)].join(" ");
  const other = [...left.slice(0, -paired), ...right].join(" ");
  return [...new Set([one, other].flatMap(wordings))].slice(0, mostWordings);
}

/**
 * The whole title first, then its parts: school, grade and brackets parted from the occupation, German compounds
 * without Meister or Geselle; each in all its wordings. At most 32 texts.
 */
export function titleParts(title: string): TitlePart[] {
  const text = title.slice(0, longestTitle).replace(genderMarks, "");
  const parts = text
    .split(separators)
    .map((part) => (part ?? "").trim())
    .filter((part) => fold(part).split(" ").some((word) => !isFiller(word)));
  const levelless = text.replace(levelTail, "");
  const whole = parts.length === 1 ? parts[0]! : text;
  const found = new Map(wordings(whole).map((wording) => [wording, 1]));
  const add = (part: string, weight: number) => wordings(part).forEach((wording) => found.set(wording, found.get(wording) ?? weight));
  if (parts.length > 1) parts.slice(0, mostParts).forEach((part, place) => add(part, place === 0 ? firstPart : laterPart));
  if (levelless !== text) add(levelless, laterPart);
  if (apposition.test(whole)) whole.split("-").forEach((part, place) => add(part, place === 0 ? firstJoined : laterJoined));
  return [...found].map(([wording, weight]) => ({ text: wording, weight, isWhole: weight === 1 }));
}
