import { randomBytes } from "node:crypto";
import { sha256 } from "../sha256.ts";

// Crockford's alphabet: no I, L, O, U, so that a code read out or copied by hand comes out right.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 20;

/** A new resume code of 100 random bits, in four groups of five: `7K2QF-0WX4M-9DBEA-3TRVH`. */
export function newResumeCode(): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join("");
  return letters.match(/.{5}/g)!.join("-");
}

/**
 * What is stored instead of the code. Blanks, hyphens, case, and O, I, L for 0, 1, 1 do not matter.
 * @returns SHA-256 in hex; undefined when the text cannot be a resume code
 */
export function hashOfCode(code: string): string | undefined {
  const letters = code.slice(0, 64).toUpperCase().replace(/[ -]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (letters.length !== length || ![...letters].every((letter) => alphabet.includes(letter))) return undefined;
  return sha256(`gleichwert-resume-code:${letters}`);
}
