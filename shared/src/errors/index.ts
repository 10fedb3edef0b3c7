/** Refusals and faults with a code and figures; the edge turns them into HTTP, the client into sentences. */
export class DomainError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, params: Readonly<Record<string, string | number>> = {}, message?: string) {
    super(message ?? `${code} ${JSON.stringify(params)}`);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** A fault of one field of a request; `pointer` is a JSON pointer or the name of the form field. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An answer that the fact's definition does not allow. Nothing of the answer was stored. */
export class FactInvalid extends DomainError {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super("fact-invalid", { count: problems.length });
    this.problems = problems;
  }
}

/** There is no such interview, or it has ended; foreign and missing ones are not told apart. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super("not-found", { what });
  }
}

/** The actor may not do this. */
export class NotAllowed extends DomainError {
  constructor(action: string) {
    super("not-allowed", { action });
  }
}

/** The case has moved on since the caller saw it; nothing was stored. */
export class Conflict extends DomainError {
  constructor(params: Readonly<Record<string, string | number>> = {}) {
    super("conflict", params);
  }
}

/** The same idempotency key came with another body. */
export class KeyReused extends DomainError {
  constructor() {
    super("key-reused");
  }
}
