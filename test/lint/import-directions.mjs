/**
 * The lint rule `gleichwert/import-directions`: who may import whom.
 * server -> shared -> rules and client -> shared; test may import all. A room (a folder in a workspace's src) is entered
 * by its index. A package is imported only where the workspace's package.json names it.
 */
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";

/** Which other workspaces each one may import. @type {Record<string, string[]>} */
const mayImport = {
  rules: [],
  shared: ["rules"],
  server: ["shared", "rules"],
  client: ["shared"],
  test: ["rules", "shared", "server", "client"],
};
/** Files of the pure and of the browser side that may use Node's own modules. */
const mayUseNode = /^(server|test)\/|^rules\/src\/load(\.ts$|\/)|^client\/([^/]+$|src\/entry\.server\.tsx?$)/;
/** The client's workspaces: each is loaded by itself, so none imports another. */
const separate = new Set(["interview", "catalogue", "caseload", "rule-editor", "provider", "admin"]);
const builtins = new Set(builtinModules);

/**
 * Judges one import.
 * @param {string} file the importing file, relative to the root, with slashes
 * @param {string} wanted what it imports, as written
 * @param {(workspace: string) => ReadonlySet<string>} packagesOf the packages that a workspace may import
 * @returns {string | undefined} why it is refused
 */
export function judge(file, wanted, packagesOf) {
  const own = file.split("/")[0] ?? "";
  const allowed = mayImport[own];
  if (allowed === undefined) return undefined; // a file of the root
  const specifier = wanted.replace(/[?#].*$/, "");
  if (specifier.startsWith(".")) return judgePath(file, posix.normalize(posix.join(posix.dirname(file), specifier)));

  if (specifier.startsWith("node:") || builtins.has(specifier)) {
    return mayUseNode.test(file) ? undefined : `${own} must not use Node's own modules (${specifier}) here`;
  }
  const [, workspace, inner] = specifier.match(/^@gleichwert\/([^/]+)\/?(.*)$/) ?? [];
  if (workspace !== undefined) {
    if (!allowed.includes(workspace)) return directionRefused(own, workspace);
    if (inner?.startsWith("src")) return `enter ${workspace} by one of its exports, not by ${inner}`;
    if (workspace === "rules" && inner === "load" && own === "shared") return "only server and test read the rules from disk";
    return undefined;
  }
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return packagesOf(own).has(name) ? undefined : `${own}/package.json does not name ${name}`;
}

/** Judges an import by path. @param {string} file @param {string} target both relative to the root */
function judgePath(file, target) {
  const [own = "", ...inOwn] = file.split("/");
  const [other = "", ...inOther] = target.split("/");
  if (own === "test") return undefined; // may look everywhere
  if (other !== own) {
    return mayImport[own]?.includes(other) ? `import ${other} as @gleichwert/${other}, not by path` : directionRefused(own, other);
  }
  if (inOwn[0] !== "src" || inOther[0] !== "src" || inOther.length < 3) return undefined; // a file beside the rooms
  const from = inOwn.length > 2 ? inOwn[1] : undefined;
  const to = inOther[1] ?? "";
  if (from === undefined || from === to) return undefined; // app.ts, root.tsx and index.ts put the rooms together
  if (own === "client" && separate.has(from) && separate.has(to)) {
    return `the client's ${from} must not import its ${to}`;
  }
  if (/\.(css|json)$/.test(target)) return undefined;
  const isIndex = inOther.length === 3 && /^index\.tsx?$/.test(inOther[2] ?? "");
  return isIndex ? undefined : `enter the room ${own}/src/${to} by its index.ts`;
}

/** @param {string} own @param {string} other */
function directionRefused(own, other) {
  const may = mayImport[own]?.join(", ") || "no other workspace";
  return `${own} must not import ${other}; it may import ${may}`;
}

/** The repository's root above a file: the folder whose package.json lists the workspaces. @param {string} folder @returns {string} */
function rootAbove(folder) {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).workspaces !== undefined) return folder;
  return dirname(folder) === folder ? folder : rootAbove(dirname(folder));
}

/** @param {string} manifest @param {string[]} kinds @returns {string[]} */
function packagesIn(manifest, kinds) {
  const content = JSON.parse(readFileSync(manifest, "utf8"));
  return kinds.flatMap((kind) => Object.keys(content[kind] ?? {}));
}

const both = ["dependencies", "devDependencies"];
/** @type {Map<string, ReadonlySet<string>>} */
const known = new Map();

/** What a workspace may import: its own packages and the tools of the root; test also those of every workspace. @param {string} root @param {string} workspace */
function packages(root, workspace) {
  const key = join(root, workspace);
  const workspaces = workspace === "test" ? Object.keys(mayImport) : [workspace];
  const manifests = [root, ...workspaces.map((name) => join(root, name))].map((folder) => join(folder, "package.json"));
  const found = known.get(key) ?? new Set(manifests.flatMap((manifest) => packagesIn(manifest, both)));
  known.set(key, found);
  return found;
}

const rule = {
  meta: { type: "problem" },
  /** @param {any} context */
  create(context) {
    const root = rootAbove(dirname(context.filename));
    const file = relative(root, context.filename).split(sep).join("/");
    /** @param {any} source the literal that names the module */
    const check = (source) => {
      if (typeof source?.value !== "string") return;
      const refusal = judge(file, source.value, (workspace) => packages(root, workspace));
      if (refusal !== undefined) context.report({ node: source, message: refusal });
    };
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ImportExpression: (node) => check(node.source),
      /** @param {any} node */
      TSImportType: (node) => check(node.source ?? node.argument?.literal ?? node.argument),
    };
  },
};

export default { meta: { name: "gleichwert" }, rules: { "import-directions": rule } };
