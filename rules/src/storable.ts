// PostgreSQL cannot store NUL, and a lone surrogate is no character: nobody could read such a text back.
// eslint-disable-next-line no-control-regex
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Can the text be stored and read back unchanged on every database: no NUL, no half of a character? */
export const isStorable = (text: string): boolean => !unstorable.test(text);
