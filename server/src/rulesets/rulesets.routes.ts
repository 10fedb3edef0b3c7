import type { Api } from "@gleichwert/shared/api";
import { NotFound } from "@gleichwert/shared/errors";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import { type Response, Router } from "express";
import { onlyMethods } from "../http-refusal.ts";
import { presentCountry, presentOccupation, presentProfession, withoutNotes } from "./rulesets.present.ts";

interface Collection {
  readonly path: string;
  readonly list: (rules: RulesetInForce) => unknown[];
  readonly one: (rules: RulesetInForce, id: string) => unknown;
}

const collections: readonly Collection[] = [
  { path: "reference-occupations", list: (rules) => [...rules.referenceOccupations.values()].map(presentOccupation), one: (rules, id) => rules.referenceOccupations.get(id) },
  { path: "regulated-professions", list: (rules) => [...rules.regulatedProfessions.values()].map(presentProfession), one: (rules, id) => rules.regulatedProfessions.get(id) },
  { path: "countries", list: (rules) => [...rules.countries.values()].map(presentCountry), one: (rules, id) => rules.countries.get(id) },
];

/** JSON routes of the published rules, below `/api/v1/rules`. They hold nothing personal. */
export function rulesetRoutes(api: Api): Router {
  const router = Router();

  router
    .route("/")
    .get(async (_request, response) => {
      const rules = await api.ruleset();
      const counts = Object.fromEntries(collections.map(({ path, list }) => [path, list(rules).length]));
      shareable(response).json({ hash: rules.hash, counts });
    })
    .all(onlyMethods("GET, HEAD"));

  for (const { path, list, one } of collections) {
    router
      .route(`/${path}`)
      .get(async (_request, response) => {
        const rules = await api.ruleset();
        shareable(response).json({ hash: rules.hash, items: list(rules) });
      })
      .all(onlyMethods("GET, HEAD"));
    router
      .route(`/${path}/:id`)
      .get(async (request, response) => {
        const record = one(await api.ruleset(), request.params["id"] ?? "");
        if (record === undefined) throw new NotFound(path);
        shareable(response).json(withoutNotes(record));
      })
      .all(onlyMethods("GET, HEAD"));
  }
  return router;
}

/** May be kept by browsers and proxies, but is asked for again with its ETag. */
const shareable = (response: Response): Response => response.set("Cache-Control", "public, no-cache");
