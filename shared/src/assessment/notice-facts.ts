import type { Answer, Inquiry } from "./inquiry.ts";

/**
 * Age of an earlier notice (Bescheid) in months: the least and the most that year, and month if told, allow.
 * @returns "unknown" or undefined while the year is; undefined for another id
 */
export function noticeFact(id: string, inquiry: Inquiry): Answer {
  if (id !== "derived.least-months-since-notice" && id !== "derived.most-months-since-notice") return undefined;
  const year = inquiry.ask("notice.year");
  if (typeof year !== "number") return year;
  const month = inquiry.peek("notice.month");
  const counted = typeof month === "number" ? month : id === "derived.least-months-since-notice" ? 12 : 1;
  return (inquiry.year - year) * 12 + Number(inquiry.on.slice(5, 7)) - counted;
}
