import { AsyncLocalStorage } from "node:async_hooks";

/** Who is asking in the present request: pages call the Api in process, so it travels beside the arguments. */
export interface Caller {
  /** Network address, for throttling only; never stored or logged. */
  readonly address: string;
}

/** The caller of the present request; empty in jobs and commands. */
export const caller = new AsyncLocalStorage<Caller>();
