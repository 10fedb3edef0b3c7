import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

/** Gives every request its own nonce for scripts and styles, in `response.locals.cspNonce`. */
export function giveNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals["cspNonce"] = randomBytes(16).toString("base64");
  // Answers are personal until a route says otherwise.
  response.set("Cache-Control", "no-store");
  response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  next();
}

/** Before the pages: their adapter appends headers, but a page's own cache rule must replace the one given above. */
export function ownCacheRule(_request: Request, response: Response, next: NextFunction): void {
  const append = response.append.bind(response);
  response.append = (name, value) => (name.toLowerCase() === "cache-control" ? response.set(name, value) : append(name, value));
  next();
}

const nonce = (_request: unknown, response: unknown): string => `'nonce-${String((response as Response).locals["cspNonce"])}'`;

/**
 * Security headers of every answer, errors included.
 * @param isDev the page builder's development mode needs inline styles and a web socket
 */
export function securityHeaders(isDev: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: isDev ? ["'self'", "ws:"] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // same-origin and not stricter: without it browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: "deny" },
  });
}
