import { type Api, MatchQuery, SuggestionQuery } from "@gleichwert/shared/api";
import compression from "compression";
import express, { type Express, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { caller } from "./caller.ts";
import { describeApi, docsRoutes, formsOnly, giveNonce, jsonOnly, longestBody, ownCacheRule, reportTo, requestLog, sameOriginOnly, securityHeaders } from "./http/index.ts";
import { nothingHere, onlyMethods } from "./http-refusal.ts";
import { interviewRoutes } from "./interviews/index.ts";
import { problems } from "./problems.ts";
import { rulesetRoutes } from "./rulesets/index.ts";

/** What the application is put together from. */
export interface AppParts {
  readonly api: Api;
  readonly log: Logger;
  /** Renders every address outside `/api`. */
  readonly pages?: RequestHandler;
  /** Folder of the built scripts and styles, whose names carry a hash of their content. */
  readonly assets?: string;
  /** Middleware of the page builder in development. */
  readonly dev?: RequestHandler;
  /** As Express takes it: which reverse proxies are believed. */
  readonly trustProxy?: string | number;
}

/** The whole application as an Express app; opens no port and reads no settings. */
export function createApp({ api, log, pages, assets, dev, trustProxy }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  if (trustProxy !== undefined) app.set("trust proxy", trustProxy);

  app.use(giveNonce, securityHeaders(dev !== undefined));
  app.use(requestLog(log));
  app.use((request, _response, next) => caller.run({ address: request.ip ?? "" }, next));
  app.use(compression());
  app.use(sameOriginOnly);
  app.use("/api", apiRoutes(api));

  if (assets !== undefined) {
    const headers = (response: { setHeader(name: string, value: string): void }) => response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    app.use("/assets", express.static(assets, { index: false, redirect: false, fallthrough: true, cacheControl: false, setHeaders: headers }), nothingHere);
  }
  if (dev !== undefined) app.use(dev);
  if (pages !== undefined) app.use(formsOnly, ownCacheRule, pages);
  app.use(nothingHere);
  app.use(problems(reportTo(log)));
  return app;
}

function apiRoutes(api: Api): Router {
  const description = describeApi();
  const v1 = Router();
  v1.use(jsonOnly, express.json({ limit: longestBody, strict: true, inflate: false }));
  v1.use("/interviews", interviewRoutes(api));
  v1.use("/rules", rulesetRoutes(api));
  v1.route("/match")
    .get(async (request, response) => {
      response.json({ candidates: await api.match(MatchQuery.parse(request.query)) });
    })
    .all(onlyMethods("GET, HEAD"));
  v1.route("/suggestions")
    .get(async (request, response) => {
      response.json({ suggestions: await api.suggest(SuggestionQuery.parse(request.query)) });
    })
    .all(onlyMethods("GET, HEAD"));
  v1.route("/health")
    .get(async (_request, response) => {
      const health = await api.health();
      response.status(health.ok ? 200 : 503).json(health);
    })
    .all(onlyMethods("GET, HEAD"));
  v1.route("/openapi.json")
    .get((_request, response) => void response.json(description))
    .all(onlyMethods("GET, HEAD"));

  const router = Router();
  router.use("/docs", docsRoutes());
  router.use("/v1", v1);
  router.use(nothingHere);
  return router;
}
