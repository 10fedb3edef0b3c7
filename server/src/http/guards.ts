import type { NextFunction, Request, Response } from "express";
import { HttpRefusal } from "../http-refusal.ts";

/** Longest body that answers and forms may have, in bytes. */
export const longestBody = 65_536;

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes that another site makes a browser send. Programs without a browser send neither header and pass.
 * @throws HttpRefusal origin-refused
 */
export function sameOriginOnly(request: Request, _response: Response, next: NextFunction): void {
  if (!safe.has(request.method) && !isOwn(request)) throw new HttpRefusal(403, "origin-refused");
  next();
}

function isOwn(request: Request): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("origin");
  if (origin === undefined) return true;
  // `host` follows X-Forwarded-Host only behind a trusted proxy.
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/**
 * Before the pages: they read the body themselves and whole, so size and kind are settled here.
 * @throws HttpRefusal method-not-allowed, length-required, too-large, media-type
 */
export function formsOnly(request: Request, response: Response, next: NextFunction): void {
  if (safe.has(request.method)) return next();
  if (request.method !== "POST") {
    response.set("Allow", "GET, HEAD, POST");
    throw new HttpRefusal(405, "method-not-allowed", { allow: "GET, HEAD, POST" });
  }
  const length = request.get("content-length");
  if (length === undefined) throw new HttpRefusal(411, "length-required");
  if (Number(length) > longestBody) throw new HttpRefusal(413, "too-large", { bytes: longestBody });
  if (request.get("content-encoding") !== undefined) throw new HttpRefusal(415, "media-type");
  if (!request.is(["application/x-www-form-urlencoded", "multipart/form-data"])) throw new HttpRefusal(415, "media-type");
  next();
}

/**
 * Before the JSON routes: a body must be JSON.
 * @throws HttpRefusal media-type
 */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = request.get("transfer-encoding") !== undefined || Number(request.get("content-length") ?? 0) > 0;
  if (hasBody && !request.is("application/json")) throw new HttpRefusal(415, "media-type");
  next();
}
