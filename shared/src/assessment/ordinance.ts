import type { StateList } from "@gleichwert/rules";
import { fold } from "../matching/index.ts";
import type { Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/** An examination that an ordinance puts on a par with the German one, and whether the diploma surely is this examination. */
export interface ByOrdinance {
  readonly list: StateList;
  /** Name of the foreign examination as the ordinance writes it. */
  readonly exam: string;
  readonly sure: boolean;
}

/** Examinations of masters name their craft so in the lists of the ordinances. */
const masterTitle = /^Meisterprüfung im (.+)-Handwerk$/;
/** The level that examinations of a list have where its entries name the trade alone (final apprenticeship examination, master examination). */
const levels = new Set(["secondary_vocational", "master_craftsman"]);

/**
 * The entry of a treaty ordinance that names both the German occupation and the foreign examination (Gleichstellung von
 * Prüfungszeugnissen). Where only the trade is told and not the kind of examination, it is not sure.
 * @param german names of the German occupation, or of the trade for a master
 * @returns undefined where no entry fits; entries limited to a specialisation fit no whole occupation
 * @see BBiG § 50 (2); HwO § 40 (2), § 50b
 */
export function byOrdinance(inquiry: Inquiry, so: SoFar, german: readonly string[], master: boolean): ByOrdinance | undefined {
  const titles = ["qualification.title", "qualification.title-german"].map((id) => inquiry.peek(id, so.row)).filter((title) => typeof title === "string");
  const found = [...inquiry.rules.stateLists.values()].filter(({ rule }) => rule === "R30").flatMap((list) => {
    const told = titles.map((title) => wordsOf(longForm(title, list)));
    return list.entries.flatMap(({ country, title = "", effect = "" }): ByOrdinance[] => {
      const name = masterTitle.exec(title)?.[1];
      if (country !== so.country || !german.includes(master ? (name ?? "") : title)) return [];
      const kinds = new Set(Object.values(list.shortForms ?? {}).flatMap((kind) => [...wordsOf(kind)]));
      return versions(effect).flatMap((exam): ByOrdinance[] => {
        const words = [...wordsOf(exam)];
        const trade = words.filter((word) => !kinds.has(word));
        const near = told.some((title) => trade.slice(0, 1).every((word) => has(title, word)));
        if (!near) return [];
        const whole = told.some((title) => words.every((word) => has(title, word)));
        return [{ list, exam: effect, sure: whole && (kinds.size > 0 || levels.has(so.level ?? "")) }];
      });
    });
  });
  return found.find(({ sure }) => sure) ?? found[0];
}

/** `Kraftfahrzeugtechniker (alt: Kraftfahrzeugmechaniker)` names two. */
const versions = (exam: string): string[] => exam.split(/[()]/).map((part) => part.replace(/^alt: /, "").trim()).filter((part) => part !== "");
/** Words of a title; a doubled letter counts once, as the ordinances and people write some of them both ways. */
const wordsOf = (text: string): Set<string> => new Set(single(fold(text)).split(" ").filter((word) => word.length > 1 && !filler.has(word)));
const single = (text: string) => text.replace(/(\p{L})\1/gu, "$1");
const filler = new Set(["und", "en", "et", "de", "du", "des", "la", "le"]);
/** The word of an examination, of a woman who passed it, or of its master. */
const has = (title: ReadonlySet<string>, word: string) => ["", "in", "meister", "meisterin"].some((ending) => title.has(`${word}${ending}`));

/** A title with its short forms written out as in the ordinance. */
function longForm(title: string, { shortForms = {} }: StateList): string {
  return Object.entries(shortForms).reduce((text, [short, long]) => ` ${text} `.replace(` ${fold(short)} `, ` ${fold(long)} `), fold(title));
}
