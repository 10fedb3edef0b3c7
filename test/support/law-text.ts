/** Statutes of the folder of reference material: which sections, subsections and annexes their Markdown holds. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/laws/", import.meta.url));

/** Is the folder of reference material there? Without it nothing can be said of a provision. */
export const lawsAreThere = (): boolean => existsSync(folder);

/** A statute as it lies in its file: text by the name of its heading, `§ 40`, `Anlage 1`, `Anlage`. */
export type LawText = ReadonlyMap<string, string>;

/** Splits the Markdown of a statute at its headings, the title of a section first in its text; `§§ 25 bis 28` stands for each of them. */
export function parseLaw(markdown: string): LawText {
  const parts = markdown.replace(/\u00a0/g, " ").split(/^# /m).slice(1);
  return new Map(parts.flatMap((part) => {
    const [heading = ""] = part.split("\n", 1);
    const text = `${heading.split(" – ")[1] ?? ""}${part.slice(heading.length)}`;
    const [, from, to] = /^§§ (\d+)[a-z]* (?:bis|und) (\d+)/.exec(heading) ?? [];
    if (from !== undefined) return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => [`§ ${Number(from) + index}`, text] as const);
    const name = /^(§ \d+[a-z]*|(?:Anlage|Anhang)(?: (?:\d+|[A-Z]{1,2})[a-z]?\b)?)/.exec(heading)?.[1];
    return name === undefined ? [] : [[name, text] as const];
  }));
}

/** Short name of a statute without blanks, strokes and low lines: `EU/EWR HwV` and `EU_EWRHwV` are one. */
const plain = (abbreviation: string) => abbreviation.replace(/[\s/_]/g, "");

/** Other names under which a statute is cited. */
const otherNames: Readonly<Record<string, string>> = { ÄApprO: "ÄApprO2002" };

const files: ReadonlyMap<string, string> = new Map(lawsAreThere() ? readdirSync(folder).flatMap((file) => (file.includes("-BJNR") ? [[plain(file.split("-BJNR")[0]!.normalize("NFC")), file] as const] : [])) : []);
const parsed = new Map<string, LawText>();

/** The text of a statute by the abbreviation in which it is cited; `undefined` where its file is not in the folder. */
export function lawOf(statute: string): LawText | undefined {
  const name = plain(statute);
  const file = files.get(otherNames[name] ?? name);
  if (file === undefined) return undefined;
  const known = parsed.get(file) ?? parseLaw(readFileSync(`${folder}${file}`, "utf8"));
  parsed.set(file, known);
  return known;
}

const announced = /zukünftig in Kraft/;
const gone = /^\(?(weggefallen|aufgehoben|gegenstandslos)\)?\.?$/;

/** One place that a provision names: a section or annex, its subsection and the number in it, as far as they are named. */
export interface Place {
  readonly section: string;
  readonly subsection?: string;
  readonly number?: string;
}

/** The pieces that a provision is written with behind its statute; what does not begin with one of them cannot be read. */
const pieces = /^\s*(?:(?<sign>§§?)|(?<annex>(?:Anlage|Annex|Anhang)(?: (?:\d+[a-z]?|[A-Z])(?![A-Za-z0-9]))?)|\((?<sub>\d+[a-z]?)\)|(?:no\.|Nr\.|numbers?) ?(?<number>\d+[a-z]?)|(?:sentence|Satz|Abschnitt|half-sentence) \d+|\([a-z]\)|letter [a-z]+|(?<section>\d+[a-z]*)|(?<to>[-–])|(?<and>,|and\b|or\b))/;

/**
 * Reads what follows the abbreviation of the statute: `§§ 4, 46-46c`, `§ 2 (2) no. 1`, `Anlage A Nr. 13`.
 * @returns every place named, both ends of a range; `undefined` where the words cannot be read
 */
export function placesOf(tail: string): readonly Place[] | undefined {
  const places: Place[] = [];
  let rest = tail;
  let comes: "section" | "more" = "section";
  while (rest.trim() !== "") {
    const found = pieces.exec(rest);
    if (!found) return undefined;
    const { sign, annex, sub, number, section, to, and } = found.groups ?? {};
    const last = places.at(-1);
    if (annex !== undefined) places.push({ section: annex.replace(/^Annex/, "Anlage") });
    else if (section !== undefined && comes === "section") places.push({ section: `§ ${section}` });
    else if (section !== undefined && last) places.push({ ...last, number: section });
    else if (sub !== undefined && last && last.subsection === undefined && comes === "more") places[places.length - 1] = { ...last, subsection: sub };
    else if (sub !== undefined && last) places.push({ section: last.section, subsection: sub });
    else if (number !== undefined && last) places.push({ ...last, number });
    comes = sign !== undefined || to !== undefined || and !== undefined ? "section" : "more";
    rest = rest.slice(found[0].length);
  }
  return places;
}

/** Is a provision printed, so that it can have been read? Law that is adopted and not in force yet is a heading without text. */
export const isPrinted = (law: LawText, tail: string): boolean => (placesOf(tail) ?? []).some(({ section }) => !announced.test(law.get(section) ?? "")) || tail.trim() === "";

const line = (start: string) => new RegExp(`^\\\\?${start}`, "m");

/** Text of a subsection up to the next one; `undefined` where the section has none of that number. */
export function subsectionOf(text: string, subsection: string): string | undefined {
  const start = line(`\\(${subsection}\\)`).exec(text);
  if (!start) return undefined;
  const rest = text.slice(start.index + start[0].length);
  const end = /^\\?\(\d+[a-z]?\)/m.exec(rest);
  return end ? rest.slice(0, end.index) : rest;
}

/**
 * Does a provision stand in the statute? A number is looked for where the Markdown prints the enumeration at all.
 * @param tail what follows the abbreviation of the statute
 * @returns what is wrong with it, in words; `undefined` where it resolves
 */
export function faultOf(law: LawText, tail: string): string | undefined {
  const places = placesOf(tail);
  if (!places) return `"${tail}" cannot be read`;
  for (const { section, subsection, number } of places) {
    const text = law.get(section) ?? (section === "Anlage" ? [...law].find(([name]) => name.startsWith("Anlage"))?.[1] : undefined);
    if (text === undefined) return `there is no ${section}`;
    if (gone.test(text.trim()) || gone.test(text.split("\n")[0]!.trim())) return `${section} is repealed`;
    const within = subsection === undefined ? text : subsectionOf(text, subsection);
    if (within === undefined) return `${section} has no subsection (${subsection})`;
    if (gone.test(within.trim())) return `${section} (${subsection}) is repealed`;
    const enumerated = /^\\?\d+[a-z]?\\?\. /m.test(within);
    if (number !== undefined && !section.startsWith("An") && !(enumerated && line(`${number}\\\\?\\.`).test(within))) return `${section}${subsection === undefined ? "" : ` (${subsection})`} has no number ${number}`;
  }
  return undefined;
}
