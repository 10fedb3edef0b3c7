/**
 * Jest in real ESM mode; TypeScript is only stripped, never checked, here (`npm run typecheck` does that).
 * One project for each kind of test, so that `npm test -- --selectProjects unit` runs in seconds.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** @param {boolean} tsx */
const swc = (tsx) => [
  "@swc/jest",
  {
    jsc: { parser: { syntax: "typescript", tsx }, target: "es2022", transform: { react: { runtime: "automatic" } }, experimental: { keepImportAttributes: true } },
    module: { type: "es6" },
    sourceMaps: "inline",
  },
];

/** @param {string} name @param {string[]} folders below test/ */
const project = (name, ...folders) => ({
  displayName: name,
  rootDir: root,
  roots: folders.map((folder) => `${root}test/${folder}`).filter((folder) => existsSync(folder)),
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: { "\\.ts$": swc(false), "\\.tsx$": swc(true) },
});

export default {
  rootDir: root,
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    project("unit", "rules", "shared", "lint", "receipts"),
    project("server", "server"),
    project("postgres", "postgres"),
    project("client", "client"),
    project("journeys", "journeys"),
  ].filter(({ roots }) => roots.length > 0),
};
