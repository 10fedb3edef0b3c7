import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { AnswerRequest, AnswerStored, Health, IdempotencyKey, InterviewAssessed, InterviewExport, InterviewOnWire, InterviewStarted, Matched, MatchQuery, Problem, ResumeCode, Suggested, SuggestionQuery } from "@gleichwert/shared/api";
import * as z from "zod";

const withCode = z.object({ code: ResumeCode });
const record = z.looseObject({}).meta({ description: "a record of the rules, with source and mark on each statement" });
const id = z.object({ id: z.string() });

/** Every JSON route; the schemas are the ones that check the requests. */
const routes: readonly (Pick<RouteConfig, "method" | "path" | "summary" | "request"> & { ok: [status: number, schema?: z.ZodType]; refusals: number[]; down?: z.ZodType })[] = [
  { method: "post", path: "/interviews", summary: "Open an interview; the code is shown once", ok: [201, InterviewStarted], refusals: [] },
  { method: "get", path: "/interviews/{code}", summary: "Read an interview", request: { params: withCode }, ok: [200, InterviewOnWire], refusals: [404, 429] },
  {
    method: "post",
    path: "/interviews/{code}/answers",
    summary: "Store one answer, durable before it returns; repeat it with the same key as often as needed",
    request: {
      params: withCode,
      headers: z.object({ "Idempotency-Key": IdempotencyKey }),
      body: { required: true, content: { "application/json": { schema: AnswerRequest } } },
    },
    ok: [200, AnswerStored],
    refusals: [400, 404, 409, 413, 415, 422, 429, 507],
  },
  { method: "get", path: "/interviews/{code}/assessment", summary: "Assess what has been told so far: an indication, never a decision", request: { params: withCode }, ok: [200, InterviewAssessed], refusals: [404, 429, 507] },
  { method: "get", path: "/interviews/{code}/export", summary: "All that is stored of an interview", request: { params: withCode }, ok: [200, InterviewExport], refusals: [404, 429] },
  { method: "delete", path: "/interviews/{code}", summary: "Delete an interview with all that is stored of it", request: { params: withCode }, ok: [204], refusals: [404, 429] },
  { method: "get", path: "/match", summary: "German reference occupations for a foreign title", request: { query: MatchQuery }, ok: [200, Matched], refusals: [422] },
  { method: "get", path: "/suggestions", summary: "Words that complete a title while it is typed", request: { query: SuggestionQuery }, ok: [200, Suggested], refusals: [422] },
  { method: "get", path: "/rules", summary: "The published version of the rules", ok: [200, z.looseObject({ hash: z.string() })], refusals: [] },
  { method: "get", path: "/rules/reference-occupations", summary: "All reference occupations in force today", ok: [200, z.looseObject({ items: z.array(record) })], refusals: [] },
  { method: "get", path: "/rules/reference-occupations/{id}", summary: "One reference occupation", request: { params: id }, ok: [200, record], refusals: [404] },
  { method: "get", path: "/rules/regulated-professions", summary: "All regulated professions in force today", ok: [200, z.looseObject({ items: z.array(record) })], refusals: [] },
  { method: "get", path: "/rules/regulated-professions/{id}", summary: "One regulated profession", request: { params: id }, ok: [200, record], refusals: [404] },
  { method: "get", path: "/rules/countries", summary: "All countries with a profile", ok: [200, z.looseObject({ items: z.array(record) })], refusals: [] },
  { method: "get", path: "/rules/countries/{id}", summary: "One country profile", request: { params: id }, ok: [200, record], refusals: [404] },
  { method: "get", path: "/health", summary: "Is the server up, and with which rules", ok: [200, Health], refusals: [], down: Health },
];

const always = [500, 503];
const refusal = { description: "refused; see `type`", content: { "application/problem+json": { schema: Problem } } };

/** The description of the JSON routes (OpenAPI 3.1), made from the schemas that check the requests. */
export function describeApi(): object {
  const registry = new OpenAPIRegistry();
  for (const { ok: [status, schema], refusals, down, method, ...route } of routes) {
    const errors = [...refusals, ...(method === "get" ? [] : [403]), ...always].map((code) => [code, refusal] as const);
    const success = schema ? { description: "done", content: { "application/json": { schema } } } : { description: "done" };
    const unavailable = down && { 503: { description: "not able to serve", content: { "application/json": { schema: down } } } };
    registry.registerPath({ ...route, method, responses: { [status]: success, ...Object.fromEntries(errors), ...unavailable } });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "Gleichwert", version: "1", description: "Everything said here is information; the competent authority decides.", license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    servers: [{ url: "/api/v1" }],
  });
}
