import { AnswerRequest, type Api, IdempotencyKey } from "@gleichwert/shared/api";
import { Router } from "express";
import { HttpRefusal, onlyMethods } from "../http-refusal.ts";

/** JSON routes of interviews, below `/api/v1/interviews`. Whoever knows the code may read and answer. */
export function interviewRoutes(api: Api): Router {
  const router = Router();

  router
    .route("/")
    .post(async (_request, response) => {
      const started = await api.startInterview();
      response.status(201).location(`/api/v1/interviews/${started.code}`).json(started);
    })
    .all(onlyMethods("POST"));

  router
    .route("/:code")
    .get(async (request, response) => {
      response.json(await api.interview(request.params.code));
    })
    .delete(async (request, response) => {
      await api.deleteInterview(request.params.code);
      response.status(204).end();
    })
    .all(onlyMethods("GET, HEAD, DELETE"));

  router
    .route("/:code/answers")
    .post(async (request, response) => {
      const key = IdempotencyKey.safeParse(request.get("idempotency-key"));
      if (!key.success) throw new HttpRefusal(400, "idempotency-key-missing");
      const { changes, seen } = AnswerRequest.parse(request.body);
      response.json(await api.answer(request.params.code, { key: key.data, changes, ...(seen !== undefined && { seen }) }));
    })
    .all(onlyMethods("POST"));

  router
    .route("/:code/assessment")
    .get(async (request, response) => {
      response.json(await api.assess(request.params.code));
    })
    .all(onlyMethods("GET, HEAD"));

  router
    .route("/:code/export")
    .get(async (request, response) => {
      response.attachment("gleichwert.json").json(await api.exportInterview(request.params.code));
    })
    .all(onlyMethods("GET, HEAD"));

  return router;
}
