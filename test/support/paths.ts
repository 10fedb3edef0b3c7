import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Where tests leave pictures and results, git-ignored. */
export const outputFolder = join(repositoryRoot, "test/output");
mkdirSync(outputFolder, { recursive: true });

/** Where test tools keep what they unpacked or generated, for example the browser. */
export const cacheFolder = join(repositoryRoot, "node_modules/.cache/gleichwert");
mkdirSync(cacheFolder, { recursive: true });
