import type { Request } from "express";
import { type DestinationStream, type Logger, pino } from "pino";
import { pinoHttp } from "pino-http";
import { maskedPath } from "./masked-path.ts";

/** The log of the server: JSON lines in UTC, without addresses, codes, queries, bodies or headers. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: faultOnly } };
  return to === undefined ? pino(options, pino.destination({ dest: 2, sync: false })) : pino(options, to);
}

/** One line for each request. */
export function requestLog(log: Logger) {
  return pinoHttp({
    logger: log,
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({ id, method, path: maskedPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: faultOnly,
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "info"),
    // The refusal itself is no fault, and its words could repeat what was sent.
    customErrorObject: (_request, _response, _error, line: object) => ({ ...line, err: undefined }),
    wrapSerializers: true,
  });
}

/** Writes down a fault of ours. */
export const reportTo = (log: Logger) => (fault: unknown, request: Request): void =>
  log.error({ err: fault, method: request.method, path: maskedPath(request.originalUrl) }, "fault");

function faultOnly(fault: unknown): unknown {
  if (!(fault instanceof Error)) return { message: String(fault) };
  return { type: fault.name, code: (fault as { code?: unknown }).code, message: fault.message, stack: fault.stack };
}
