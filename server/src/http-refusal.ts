import { DomainError } from "@gleichwert/shared/errors";
import type { Request, Response } from "express";

/** A refusal that belongs to HTTP itself: wrong method, body too large, foreign origin. */
export class HttpRefusal extends DomainError {
  readonly status: number;
  constructor(status: number, code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code, params);
    this.status = status;
  }
}

/** For a known address with a method that it does not take. @param allow the ones that it takes, as in the header */
export const onlyMethods =
  (allow: string) =>
  (_request: Request, response: Response): never => {
    response.set("Allow", allow);
    throw new HttpRefusal(405, "method-not-allowed", { allow });
  };

/** For addresses that nothing answers. @throws DomainError not-found */
export function nothingHere(): never {
  throw new HttpRefusal(404, "not-found", { what: "address" });
}
