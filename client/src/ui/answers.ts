import { DomainError } from "@gleichwert/shared/errors";
import { data } from "react-router";

/**
 * Runs what a page needs and turns refusals of the domain into the answer's status; other errors stay errors.
 * @throws a response with 404, 403, 409 or 429 for a DomainError
 */
export async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError || isDomainError(error)) {
      const { code } = error as DomainError;
      const status = { "not-found": 404, "not-allowed": 403, conflict: 409, "key-reused": 409, "too-many-tries": 429 }[code];
      if (status !== undefined) throw data({ code }, { status });
    }
    throw error;
  }
}

/** The server's bundle has its own copy of the class. */
const isDomainError = (error: unknown): boolean => error instanceof Error && "code" in error && "params" in error;
