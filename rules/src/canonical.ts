/**
 * Canonical JSON of a value: keys sorted by UTF-16 code units, no blanks, absent (`undefined`) members left out, so that
 * equal content has equal bytes whatever the order in which it was read.
 * @returns the text, never undecided
 * @throws TypeError for what JSON cannot hold: NaN, infinite numbers, functions, symbols, bigints, a lone `undefined`
 * @see RFC 8785
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold the number ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`canonical JSON cannot hold a value of type ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}
