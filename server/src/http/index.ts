/** What holds for every request: headers, guards, log, description. */
export { formsOnly, jsonOnly, longestBody, sameOriginOnly } from "./guards.ts";
export { giveNonce, ownCacheRule, securityHeaders } from "./headers.ts";
export { createLog, reportTo, requestLog } from "./log.ts";
export { maskedPath } from "./masked-path.ts";
export { docsRoutes } from "./docs.ts";
export { describeApi } from "./openapi.ts";
