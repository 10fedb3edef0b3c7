import { DomainError } from "@gleichwert/shared/errors";

/** Too many wrong resume codes came from one address. `params.seconds` says how long to wait. */
export class TooManyTries extends DomainError {
  constructor(seconds: number) {
    super("too-many-tries", { seconds });
  }
}

interface Options {
  /** Wrong tries that one address has. */
  readonly tries?: number;
  readonly windowMs?: number;
  /** How many addresses are remembered; the oldest are forgotten first. */
  readonly addresses?: number;
}

/** Counts wrong resume codes by address, in memory; nothing of it is written down. */
export interface Throttle {
  /** @throws TooManyTries when the address has used up its tries */
  demand(address: string, now: number): void;
  wrong(address: string, now: number): void;
}

/** A throttle for resume codes: 20 wrong ones in ten minutes, unless told otherwise. */
export function createThrottle({ tries = 20, windowMs = 600_000, addresses = 50_000 }: Options = {}): Throttle {
  const seen = new Map<string, { count: number; until: number }>();
  return {
    demand(address, now) {
      const entry = seen.get(networkOf(address));
      if (entry && entry.until > now && entry.count >= tries) throw new TooManyTries(Math.ceil((entry.until - now) / 1000));
    },
    wrong(address, now) {
      const network = networkOf(address);
      const entry = seen.get(network);
      if (entry && entry.until > now) {
        entry.count += 1;
        return;
      }
      seen.delete(network); // so that it moves to the young end
      seen.set(network, { count: 1, until: now + windowMs });
      const oldest = seen.keys().next().value;
      if (seen.size > addresses && oldest !== undefined) seen.delete(oldest);
    },
  };
}

/** One household has a whole IPv6 /64, so it counts as one address. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail ? tail.split(":").length : 0;
  while (tail !== undefined && groups.length + rest < 8) groups.push("0");
  return [...groups, ...(tail ? tail.split(":") : [])].slice(0, 4).join(":");
}
