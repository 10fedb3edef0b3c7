import * as z from "zod";

export const locales = ["de", "en", "uk", "ar"] as const;
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

/** Texts of one file: nested keys, leaves are sentences with placeholders such as {months}. */
export type TextTree = { [key: string]: string | TextTree };
export const TextTree: z.ZodType<TextTree> = z.lazy(() => z.record(z.string(), z.union([z.string(), TextTree])));
