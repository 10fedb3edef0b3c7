import { transliterations } from "./transliterate.ts";

/** Longest part of a title that is read, in code units; the rest is ignored. */
export const longestTitle = 300;

const special: Readonly<Record<string, string>> = {
  ß: "ss", ı: "i", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "dj", ð: "d", þ: "th", ə: "a",
  // one letter, several code points: Arabic and Persian kaf, yeh, teh marbuta, alef maksura
  ک: "ك", ی: "ي", ى: "ي", ة: "ه", ۀ: "ه",
};
const specials = new RegExp(`[${Object.keys(special).join("")}]`, "gu");
const joiners = /['’‘ʼʹ`´\u200b-\u200f\u2060\ufeff\u00ad\u0640]/gu;
const arabicArticle = /^ال(?=\p{L}{3})/u;

/**
 * One spelling for all: lower case, no diacritics, no sharp s, only letters and digits, words parted by one blank.
 * The script is kept. Never throws, whatever the text holds.
 */
export function fold(text: string): string {
  const title = text.slice(0, longestTitle);
  const before = remembered.get(title);
  if (before !== undefined) return before;
  const folded = foldAnew(title);
  if (remembered.size >= keptTitles) remembered.delete(remembered.keys().next().value ?? "");
  remembered.set(title, folded);
  return folded;
}

// The same titles and words are folded at every step of an interview.
const remembered = new Map<string, string>();
const keptTitles = 4096;

function foldAnew(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFC")
    .replace(joiners, "")
    .replace(specials, (letter) => special[letter]!)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(specials, (letter) => special[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map((word) => word.replace(arabicArticle, ""))
    .join(" ");
}

/**
 * The folded text in its own script first, then its Latin spellings; all different, none empty.
 * @param language BCP 47 base tag, or empty
 */
export function spellings(text: string, language = ""): string[] {
  const composed = text.slice(0, longestTitle).toLowerCase().normalize("NFC");
  const all = [fold(composed), ...transliterations(composed, language).map(fold)];
  return [...new Set(all)].filter((spelling) => spelling !== "");
}

/** Base tag of a language, lower case: `en-IN` gives `en`, nothing gives the empty string. */
export function baseLanguage(tag: string | undefined): string {
  return (tag ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
}

/** Country of a language tag with a region, `en-IN` gives `IN`; undefined without one. */
export function regionOf(tag: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i.exec(tag ?? "")?.[1]?.toUpperCase();
}

// Languages in which a reader understands the other's occupation words; labels of one count fully for the other.
const families = [["sr", "hr", "bs", "cnr", "sh", "me", "sl", "mk"], ["mk", "bg"], ["ru", "uk", "be", "bg"], ["cs", "sk"], ["fa", "prs", "tg"], ["ro", "mo"], ["tl", "fil", "en"], ["hi", "en"]];

/** Is a label of this language as good as one of the asked language? German and English always are. */
export function understood(asked: string, language: string): boolean {
  if (asked === "" || asked === language || language === "de" || language === "en" || language === "") return true;
  return families.some((family) => family.includes(asked) && family.includes(language));
}

const fillers = new Set(
  `fachrichtung schwerpunkt staatlich staatl gepruefter geprufter geprufte gepruft anerkannter anerkannte anerkannt diplom abschluss
  ausbildung beruf als der die das fur im in und mit zum zur von zeugnis bescheinigung gelernter gelernte m w d
  diploma certificate certified qualified licensed registered graduate degree trade course level grade national state
  of and the a an for to with nc iti training profession occupation speciality specialty
  bachelor bachelors master masters bsc ba msc
  диплом свідоцтво свидетельство атестат аттестат кваліфікація кваліфікації кваліфікованого кваліфікований квалификация
  квалификации квалифицированный спеціальність специальность фах професія профессия розряду розряд разряда разряд
  категорії категории з і й и в у на за по из із с до для со та
  diploma diplomu svjedodzba uvjerenje svedocanstvo zanimanje strucni strucna struka stepen spreme za i u sa od na iii iv
  diplomasi sertifikasi belgesi ve ile bolumu mezunu
  دبلوم شهاده شهاده في من و بكالوريوس ديبلوم كارداني ديپلم كواهي مدرك رشته
  diplome certificat brevet cap bep bts le la les de du des d l en et au aux un une
  titulo certificado el los las del y e do da dos das em para con
  diplomirani diplomirana diplomirano dipl дипломирани дипломирана дипломиран дипломований дипломована дипломированный дипломированная
  diplomuar diplomuara dyplomowany dyplomowana diplomat licenciado licenciada licenciatura graduado graduada licencie licenciee
  dyplom swiadectwo w z ze do oraz ds certificat de si la cu pentru ii v vi vii viii ix`
    .split(/\s+/)
    .flatMap((word) => [word, fold(word)]),
);

/** Does the folded word say nothing about the occupation (diploma, certificate, articles, numbers)? */
export function isFiller(word: string): boolean {
  return word.length < 2 || fillers.has(word) || /\p{N}/u.test(word);
}
