/** Which language a page has. */
import { describe, expect, test } from "@jest/globals";
import { directionOf, localeOf } from "../../../client/src/ui/locale.ts";

describe("language of a request", () => {
  test.each<[circumstance: string, cookie: string | undefined, acceptLanguage: string | undefined, language: string]>([
    ["nothing said", undefined, undefined, "de"],
    ["empty headers", "", "", "de"],
    ["cookie before the browser", "language=uk", "ar", "uk"],
    ["cookie among others", "a=b; language=ar; c=d", undefined, "ar"],
    ["a cookie that only ends like ours", "old-language=uk", "en", "en"],
    ["a cookie with a language we do not have", "language=fr", "en", "en"],
    ["a cookie with the name of a built-in property", "language=toString", undefined, "de"],
    ["first wish of the browser", undefined, "ar", "ar"],
    ["a wish with a region", undefined, "uk-UA", "uk"],
    ["a wish in capitals", undefined, "EN-GB", "en"],
    ["the heaviest wish", undefined, "de;q=0.5, ar;q=0.9, en;q=0.7", "ar"],
    ["a wish without weight is the heaviest", undefined, "en;q=0.9, uk", "uk"],
    ["equal weights: the first", undefined, "en, de", "en"],
    ["wishes that we cannot fill are passed over", undefined, "fr-FR, ti;q=0.9, uk;q=0.3", "uk"],
    ["a language that is not wanted", undefined, "en;q=0, fr", "de"],
    ["any language", undefined, "*", "de"],
    ["words that are no header", undefined, ";;;,=,q", "de"],
  ])("%s", (_circumstance, cookie, acceptLanguage, language) => {
    expect(localeOf(cookie, acceptLanguage)).toBe(language);
  });

  test("Arabic alone runs from right to left", () => {
    expect((["de", "en", "uk", "ar"] as const).map(directionOf)).toEqual(["ltr", "ltr", "ltr", "rtl"]);
  });
});
