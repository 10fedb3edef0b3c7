/** German names of an occupation (Berufsbezeichnung): every whole form, and what stood in brackets. */
export interface GermanNames {
  readonly forms: readonly string[];
  readonly bracketed: readonly string[];
}

const leadingTitle = /^(?:staatl(?:ich|\.)\s+(?:anerkannte|geprüfte)[rs]?(?:\s+oder\s+(?:anerkannte|geprüfte)[rs]?)?|geprüfte[rs]?)\s+/iu;
const bare = (text: string) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** Puts the tail of a slash notation on its base: Technologe/-in, Beamte/r, Rechtsanwalt/-anwältin, Fachfrau/-mann. */
function withTail(base: string, tail: string): string {
  if (tail === "in" || tail === "-in") return `${base.replace(/e$/u, "")}in`;
  if (/^-?[rs]$/u.test(tail)) return base + tail.replace("-", "");
  if (!tail.startsWith("-")) return tail;
  const end = tail.slice(1);
  const person = /(?:frau|mann|person)$/u;
  if (person.test(base) && person.test(end)) return base.replace(person, end);
  const from = bare(base).lastIndexOf(bare(end).slice(0, 2));
  return from > 0 && bare(base).length === base.length ? base.slice(0, from) + end : base + end;
}

/** All forms of one word in slash notation, male first where the notation shows it. */
function wordForms(word: string): string[] {
  const comma = word.endsWith(",") ? "," : "";
  const [base, ...tails] = word.replace(/,$/u, "").split("/");
  if (base === undefined || base === "" || tails.length === 0) return [word];
  const others = tails.map((tail) => withTail(base, tail) + comma);
  return tails.length === 1 && /^-?[rs]$/u.test(tails[0]!) ? [others[0]!, base + comma] : [base + comma, ...others];
}

/**
 * Writes out the slash notation of German occupation names: `Medizinische/r Technologe/-in` gives both forms,
 * `Staatl. anerkannte/r Erzieher/in` also the short ones. A name without slashes comes back as it is.
 */
export function germanNames(name: string): GermanNames {
  const bracketed = [...name.matchAll(/\(([^()]*)\)/gu)].flatMap(([, inside]) => (inside ?? "").split(/[,;/]/u)).map((part) => part.trim()).filter((part) => /^\p{Lu}[\p{L} -]{3,}$/u.test(part));
  const pieces = name.replace(/\([^()]*\)/gu, " ").split(/;|\s\/\s|(?<!-),\s/u).map((piece) => piece.replace(/\s+/gu, " ").trim());
  const forms: string[] = [];
  for (const piece of pieces) {
    if (piece.length < 3 || piece.startsWith("-")) continue;
    const words = piece.split(" ").map(wordForms);
    const count = Math.max(...words.map((alternatives) => alternatives.length));
    for (let form = 0; form < count; form++) forms.push(words.map((alternatives) => alternatives[Math.min(form, alternatives.length - 1)]).join(" "));
  }
  const short = forms.filter((form) => leadingTitle.test(form)).map((form) => form.replace(leadingTitle, ""));
  return { forms: [...new Set([...forms, ...short])], bracketed };
}
