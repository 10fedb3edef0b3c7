/** Languages of the interface, by their own names; the order of the switch. */
export const locales = { de: "Deutsch", en: "English", uk: "Українська", ar: "العربية" } as const;
export type Locale = keyof typeof locales;

export const isLocale = (value: unknown): value is Locale => typeof value === "string" && Object.hasOwn(locales, value);

/** Writing direction of a language. */
export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");

/** Name of the cookie that holds the chosen language; nothing else is stored in the browser. */
export const localeCookie = "language";

/** Language of a request: the cookie, then the browser's wishes by weight, then German. */
export function localeOf(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const chosen = cookie?.split(/;\s*/).find((part) => part.startsWith(`${localeCookie}=`))?.slice(localeCookie.length + 1);
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "").split(",").map((wish) => {
    const [tag = "", ...options] = wish.trim().split(";");
    const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean);
    return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const wish = [...wishes].sort((a, b) => b.weight - a.weight).find(({ language, weight }) => weight > 0 && isLocale(language));
  return isLocale(wish?.language) ? wish.language : "de";
}
