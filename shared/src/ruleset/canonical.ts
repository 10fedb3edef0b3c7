/** Canonical JSON for hashes and receipts; one implementation, that of the rules. */
export { canonicalJson } from "@gleichwert/rules";
