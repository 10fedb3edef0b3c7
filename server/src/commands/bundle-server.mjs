/**
 * Bundles the server for production. `shared` and `rules` are TypeScript source, which Node does not read, so they go
 * into the bundle; every other package stays an import.
 */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** The programs of the server, relative to server/src: the server itself and one line for each worker thread. */
const entries = ["main.ts"];

/**
 * Writes one file for each entry into `outdir`, named after it (jobs/worker.ts becomes worker.js).
 * @param {string} root the folder of the repository
 * @param {string} outdir
 * @returns {Promise<void>} throws an Error with the messages of esbuild when a source is faulty
 */
export async function bundleServer(root, outdir) {
  const source = join(root, "server/src");
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => join(source, entry)),
    outdir,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "silent",
    plugins: [ownSourceOnly, ownPlace(source, outdir)],
  });
}

/** Keeps every package but our own workspaces outside the bundle. @type {import("esbuild").Plugin} */
const ownSourceOnly = {
  name: "own-source-only",
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || path.startsWith("@gleichwert/")) return undefined;
      return { path, external: true };
    });
  },
};

/**
 * Lets a source file find its neighbours by `import.meta.url` from inside the bundle as it does in development.
 * `new URL("./worker.ts", import.meta.url)` becomes the built worker.
 * @param {string} source server/src
 * @param {string} outdir
 * @returns {import("esbuild").Plugin}
 */
function ownPlace(source, outdir) {
  return {
    name: "own-place",
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/, namespace: "file" }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes("import.meta.")) return undefined;
        const place = relative(outdir, path).split(sep).join("/");
        const errors = [];
        const contents = text
          .replace(/new URL\("(\.[^"]+\.ts)", import\.meta\.url\)/g, (whole, target) => {
            const entry = relative(source, resolve(dirname(path), target)).split(sep).join("/");
            if (!entries.includes(entry)) errors.push({ text: `${entry} is not among the entries of bundle-server.mjs: ${whole}` });
            return `new URL("./${basename(entry, ".ts")}.js", import.meta["url"])`;
          })
          .replace(/import\.meta\.url/g, `new URL("${place}", import.meta["url"]).href`);
        if (/import\.meta\.(dirname|filename)/.test(text)) errors.push({ text: `${path}: use import.meta.url, it is the only one kept right in the bundle` });
        return { contents, loader: "ts", errors };
      });
    },
  };
}
