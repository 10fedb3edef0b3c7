/** Calendar day in Germany at an instant, ISO date. @param now milliseconds */
export function germanDay(now: number): string {
  return dayFormat.format(now);
}

const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" });

/**
 * When an interview that is opened now will be deleted: 18 months later, since a procedure takes that long.
 * Where the month is shorter, its last day counts.
 */
export function expiryOf(openedAt: number): number {
  const end = new Date(openedAt);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + 18);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end.getTime();
}
