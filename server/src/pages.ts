import { createRequestHandler } from "@react-router/express";
import type { Api } from "@gleichwert/shared/api";
import { DomainError } from "@gleichwert/shared/errors";
import type { RequestHandler } from "express";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Logger } from "pino";
import { isRouteErrorResponse, type RouterContextProvider, type ServerBuild } from "react-router";
import { Refused } from "./config.ts";
import { maskedPath } from "./http/index.ts";

declare module "react-router" {
  interface Future {
    v8_middleware: true; // as in client/react-router.config.ts: loaders get a context provider
  }
}

const clientFolder = new URL("../../client/", import.meta.url);

/** What the pages' own entry offers beside rendering: it makes the context, so that its keys exist once. */
interface PagesEntry {
  makeContext(api: Api, nonce: string, cookie: string | undefined, acceptLanguage: string | undefined): RouterContextProvider;
}

/** The parts of the application that show pages. */
export interface Pages {
  readonly pages: RequestHandler;
  readonly assets?: string;
  readonly dev?: RequestHandler;
  close(): Promise<void>;
}

/**
 * The built pages.
 * @param folder where `build/server` and `build/client` lie
 * @throws Refused when they have not been built
 */
export async function builtPages(api: Api, log: Logger, folder = clientFolder): Promise<Pages> {
  const file = new URL("build/server/index.js", folder);
  if (!existsSync(file)) throw new Refused(`The pages are not built (${fileURLToPath(file)} is missing). Run "npm run build" first.`);
  const build = withFaultsTo(log, (await import(file.href)) as ServerBuild);
  // The build goes in as an object: as a function it would make its route tables anew for each request.
  const pages = createRequestHandler({ build, getLoadContext: contextFor(api, () => build) });
  return { pages, assets: fileURLToPath(new URL("build/client/assets", folder)), close: async () => undefined };
}

/** Pages straight from the source, reloading in the browser; for development only. @param server carries Vite's web socket */
export async function pagesFromSource(api: Api, log: Logger, server: Server): Promise<Pages> {
  // Vite belongs to the client, and production has none.
  const { resolve } = createRequire(new URL("package.json", clientFolder));
  const { createServer } = (await import(pathToFileURL(resolve("vite")).href)) as { createServer(options: object): Promise<ViteServer> };
  const vite = await createServer({ root: fileURLToPath(clientFolder), appType: "custom", server: { middlewareMode: true, hmr: { server } } });
  let build: ServerBuild;
  const load = async (): Promise<ServerBuild> => (build = withFaultsTo(log, (await vite.ssrLoadModule("virtual:react-router/server-build")) as ServerBuild));
  await load();
  return { dev: vite.middlewares, pages: createRequestHandler({ build: load, getLoadContext: contextFor(api, () => build) }), close: () => vite.close() };
}

/** Faults of loaders, actions and rendering go to the log, never addresses or refusals. */
function withFaultsTo(log: Logger, build: ServerBuild): ServerBuild {
  const handleError: NonNullable<ServerBuild["entry"]["module"]["handleError"]> = (error, { request }) => {
    // Answers such as 404 and 405; the router's words for them repeat the address, which can hold a resume code.
    const isRefusal = error instanceof DomainError || (isRouteErrorResponse(error) && error.status < 500);
    if (request.signal.aborted || isRefusal) return;
    log.error({ err: error, method: request.method, path: maskedPath(new URL(request.url).pathname) }, "fault of a page");
  };
  return { ...build, entry: { ...build.entry, module: { ...build.entry.module, handleError } } };
}

interface ViteServer {
  readonly middlewares: RequestHandler;
  ssrLoadModule(name: string): Promise<unknown>;
  close(): Promise<void>;
}

function contextFor(api: Api, build: () => ServerBuild) {
  return (request: Parameters<RequestHandler>[0], response: Parameters<RequestHandler>[1]): RouterContextProvider => {
    const { makeContext } = build().entry.module as unknown as PagesEntry;
    return makeContext(api, String(response.locals["cspNonce"]), request.headers.cookie, request.headers["accept-language"]);
  };
}
