/** The registry of the rules of the procedure, and what its records rest on. */
import { expect, test } from "@jest/globals";
import { ruleset } from "../support/told.ts";

const { procedureRules, requiredDocuments, facts } = ruleset().content;

test("all rules of the procedure are there, once", () => {
  const span = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, step) => `R${from + step}`);
  const all = [...span(1, 36), ...span(40, 62), ...span(70, 106), ...span(110, 116), ...span(120, 125), "R122a", "R130", ...span(140, 147), ...span(150, 182), ...span(190, 199)];
  expect(procedureRules.map(({ id }) => id).sort()).toEqual(all.sort());
});

test("each names a provision, or the address where only a page was read", () => {
  for (const { id, mark, law, url } of procedureRules) expect([id, (mark === "verified-page" ? url : law).length > 0]).toEqual([id, true]);
});

test("every paper that the interview knows stands for a required document", () => {
  const options = facts.flatMap((stage) => stage.facts).find(({ id }) => id === "evidence.documents")?.options ?? [];
  expect(options.length).toBeGreaterThan(5);
  expect(options.filter((option) => !requiredDocuments.some((document) => document.option === option))).toEqual([]);
});
