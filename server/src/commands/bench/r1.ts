import { loadRules, readCases } from "@gleichwert/rules/load";
import { assess } from "@gleichwert/shared/assessment";
import { factsOf, rulesFor } from "@gleichwert/shared/rule-cases";
import { cpuPerCall, median } from "./measure.ts";
import { floor, floorScene } from "./r1-floor.ts";
import type { Figure } from "./figure.ts";

const rounds = 7;

/** R1: one assessment with its trace, for the mean case of the rules, beside a hand-written comparison in the same run. */
export function benchR1(): Figure[] {
  const ruleset = loadRules();
  const { persons, files } = readCases();
  const scenes = [...files.values()].flat().map((each) => ({ rules: rulesFor(ruleset, each), facts: factsOf(each, persons), on: each.on }));
  const { rules, person } = floorScene();
  const assessAll = () => {
    for (const scene of scenes) assess(scene.rules, scene.facts, scene.on);
  };
  const floorAll = () => {
    for (let i = 0; i < scenes.length; i++) floor(rules, person);
  };
  // Warm: compiled, and the titles of the cases looked up once.
  for (let i = 0; i < 20; i++) {
    assessAll();
    floorAll();
  }
  const measured = Array.from({ length: rounds }, () => ({ own: cpuPerCall(assessAll, 200) / scenes.length, bare: cpuPerCall(floorAll, 200) / scenes.length }));
  const own = median(measured.map((each) => each.own));
  const bare = median(measured.map((each) => each.bare));
  const trace = scenes.reduce((sum, scene) => sum + assess(scene.rules, scene.facts, scene.on).paths.reduce((entries, path) => entries + path.trace.length, 0), 0) / scenes.length;
  return [
    { id: "R1", what: `one assessment with trace, mean of ${scenes.length} cases (${trace.toFixed(0)} trace entries)`, figure: own, unit: "us CPU", floor: bare, target: "<= 10 us (aim), <= 6x floor", met: own <= 10 && own / bare <= 6 },
  ];
}
