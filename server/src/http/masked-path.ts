/** Path segments after which a resume code follows; both routers take them in capitals too. */
const beforeCode = /^(\/i|\/api\/v1\/interviews)\/[^/]+/i;
/** A segment that could be a resume code, wherever it stands. */
const codeLike = /(?<=\/)[0-9A-Za-z]{5}(?:(?:-|%20|%2D)?[0-9A-Za-z]{5}){3}(?![0-9A-Za-z])/gi;

/**
 * The path of a request as it may be logged or sent back: without resume code, and without query, which can hold a title.
 */
export function maskedPath(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  return path.replace(/\/{2,}/g, "/").replace(beforeCode, "$1/:code").replace(codeLike, ":code").slice(0, 300);
}
