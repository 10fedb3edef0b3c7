/**
 * Reliability campaigns against the built server: `npm run campaign -- K1 [--rounds N]`.
 * Prints the figures and every fault; exit 1 when there is one.
 */
import { parseArgs } from "node:util";
import { runK1 } from "./campaign/k1.ts";
import { runK10 } from "./campaign/k10.ts";
import { runK9 } from "./campaign/k9.ts";
import type { Report } from "./campaign/report.ts";

const campaigns: Readonly<Record<string, { what: string; rounds: number; run: (options: { rounds: number }) => Promise<Report> }>> = {
  K1: { what: "kill -9 while answers come in", rounds: 200, run: runK1 },
  K9: { what: "several writers on one interview", rounds: 500, run: runK9 },
  K10: { what: "the same answer sent several times at once", rounds: 2000, run: runK10 },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
const campaign = campaigns[positionals[0] ?? ""];
const rounds = Number(values.rounds ?? campaign?.rounds);
if (campaign === undefined || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`Usage: npm run campaign -- <ID> [--rounds N]\n${Object.entries(campaigns).map(([id, { what, rounds: usual }]) => `  ${id}: ${what} (${usual} rounds)`).join("\n")}`);
  process.exit(2);
}
const begun = Date.now();
const { figures, faults } = await campaign.run({ rounds });
const told = Object.entries(figures).map(([name, figure]) => `${figure} ${name}`).join(", ");
for (const fault of faults.slice(0, 50)) console.error(fault);
console.log(`${positionals[0]} ${faults.length === 0 ? "passed" : "FAILED"}: ${told}, ${faults.length} faults, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
process.exitCode = faults.length === 0 ? 0 : 1;
