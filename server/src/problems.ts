import { DomainError, FactInvalid, type FieldProblem } from "@gleichwert/shared/errors";
import type { Problem } from "@gleichwert/shared/api";
import type { NextFunction, Request, Response } from "express";
import * as z from "zod";
import { maskedPath } from "./http/index.ts";
import { HttpRefusal } from "./http-refusal.ts";

/** Status and title of each code. What is not listed is a fault of ours: 500. */
const known: Readonly<Record<string, readonly [status: number, title: string]>> = {
  "body-unreadable": [400, "The request cannot be read"],
  "idempotency-key-missing": [400, "The header Idempotency-Key is missing or not 8 to 64 letters, digits and .:~_-"],
  "not-allowed": [403, "This is not allowed"],
  "origin-refused": [403, "Changes are accepted from our own pages only"],
  "not-found": [404, "There is nothing at this address, or no longer"],
  "method-not-allowed": [405, "This address does not take this method"],
  conflict: [409, "Somebody has answered in the meantime; nothing was stored"],
  "length-required": [411, "The request does not say how long it is"],
  "too-large": [413, "The request is too large"],
  "media-type": [415, "This kind of content is not accepted here"],
  "fact-invalid": [422, "An answer is not possible like this; nothing was stored"],
  "request-invalid": [422, "The request does not have the right form"],
  "key-reused": [422, "The same Idempotency-Key came with another answer; nothing was stored"],
  "too-many-tries": [429, "Too many wrong codes came from this address"],
  internal: [500, "Something went wrong on our side"],
  unavailable: [503, "The database cannot be reached at the moment; please try again"],
  "storage-full": [507, "The storage is full; nothing was stored"],
};

interface Edge {
  readonly code: string;
  readonly status: number;
  readonly params?: DomainError["params"];
  readonly errors?: readonly FieldProblem[];
}

/**
 * The last middleware: turns whatever was thrown into a problem (RFC 9457), or a plain page for a browser.
 * @param report hears of faults, never of refusals
 */
export function problems(report: (fault: unknown, request: Request) => void) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const edge = edgeOf(error);
    if (edge.status >= 500) report(error, request);
    if (response.headersSent) return next(error); // the answer has begun: Express ends the connection
    const [, title] = known[edge.code] ?? known["internal"]!;
    const problem: Problem = {
      type: `/problems/${edge.code}`,
      title,
      status: edge.status,
      instance: maskedPath(request.originalUrl),
      ...(edge.params && Object.keys(edge.params).length > 0 && { params: edge.params }),
      ...(edge.errors && { errors: edge.errors.map((field) => ({ ...field })) }),
    };
    response.status(edge.status).set("Cache-Control", "no-store").vary("Accept");
    if (edge.status === 429) response.set("Retry-After", String(edge.params?.["seconds"] ?? 60));
    if (!request.originalUrl.startsWith("/api/") && request.accepts(["html", "json"]) === "html") response.type("html").send(pageOf(problem));
    else response.type("application/problem+json").send(JSON.stringify(problem));
  };
}

function edgeOf(error: unknown): Edge {
  if (error instanceof FactInvalid) return { ...edge(error.code, error.params), errors: error.problems };
  if (error instanceof HttpRefusal) return { code: error.code, status: error.status, params: error.params };
  if (error instanceof DomainError) return edge(error.code, error.params);
  if (error instanceof z.ZodError) return { ...edge("request-invalid"), errors: fieldsOf(error) };
  if (typeof error !== "object" || error === null) return edge("internal");
  // Express and its body parser name their refusals in `type` or `status`, the database drivers theirs in `code`.
  const { type, status, code, name } = error as { type?: unknown; status?: unknown; code?: unknown; name?: unknown };
  if (type === "entity.too.large") return edge("too-large");
  if (type === "encoding.unsupported" || type === "charset.unsupported") return edge("media-type");
  if (typeof status === "number" && status >= 400 && status < 500) return edge("body-unreadable");
  if (code === "SQLITE_FULL" || code === "53100" || code === "ENOSPC") return edge("storage-full");
  if (typeof code === "string" && unreachable.test(code)) return edge("unavailable");
  if (name === "KnexTimeoutError") return edge("unavailable");
  return edge("internal");
}

// SQLite: locked or not readable. PostgreSQL: connection lost (class 08), shutting down (57P), too many connections.
const unreachable = /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|ECONN(REFUSED|RESET)|ETIMEDOUT|08\w{3}|57P\d\d|53300|40P01|40001)/;

function edge(code: string, params?: DomainError["params"]): Edge {
  const status = known[code]?.[0];
  return status === undefined ? { code: "internal", status: 500 } : { code, status, ...(params && { params }) };
}

/** Every fault of the form; of a choice between forms, the faults of the form that fits best. */
function fieldsOf(error: z.ZodError): FieldProblem[] {
  return innermost(error.issues)
    .slice(0, 100)
    .map(({ path, code, message }) => ({ pointer: pointerOf(path), code: code === "custom" ? message : code.replaceAll("_", "-") }));
}

type Issue = z.core.$ZodIssue;

function innermost(issues: readonly Issue[], above: readonly PropertyKey[] = []): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path }];
    // A fault of the value itself says no more than that none of the forms fits.
    const forms = issue.errors.filter((faults) => faults.some((fault) => fault.path.length > 0));
    const [nearest] = forms.sort((a, b) => a.length - b.length);
    return nearest === undefined ? [{ ...issue, path }] : innermost(nearest, path);
  });
}

const pointerOf = (path: readonly PropertyKey[]): string => `/${path.map((step) => String(step).slice(0, 120).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;

/** For browsers, where the page itself could not be made. It holds nothing of what was sent. */
function pageOf({ status, title }: Problem): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><main><h1>${title}</h1><p><a href="/">Gleichwert</a></p></main></html>`;
}
