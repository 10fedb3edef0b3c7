import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { cacheFolder, repositoryRoot } from "./paths.ts";

const packageFolder = join(repositoryRoot, "node_modules/@sparticuz/chromium");

/** A browser unpacked from an npm package, with the libraries that a bare machine lacks. */
export interface PackagedChromium {
  readonly executable: string;
  /** For LD_LIBRARY_PATH of the browser alone. */
  readonly libraries: string;
}

/** Unpacks the Chromium of @sparticuz/chromium (Linux x64) once into node_modules/.cache. */
export function unpackChromium(): PackagedChromium {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const folder = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(folder)) {
    const unfinished = mkdtempSync(`${folder}-`);
    writeFileSync(join(unfinished, "chromium"), unpacked("chromium.br"));
    chmodSync(join(unfinished, "chromium"), 0o755);
    for (const { path, content } of filesOfTar(unpacked("al2023.tar.br"))) {
      mkdirSync(dirname(join(unfinished, path)), { recursive: true });
      writeFileSync(join(unfinished, path), content);
    }
    moveInPlace(unfinished, folder);
  }
  return { executable: join(folder, "chromium"), libraries: join(folder, "lib") };
}

const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packageFolder, "bin", name)));

/** Gives the finished folder its name, unless another test process was quicker. */
function moveInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** The plain files of a tar archive: blocks of 512 bytes, a header before each file's content. */
function filesOfTar(tar: Buffer): { path: string; content: Buffer }[] {
  const files = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, to: number): string => tar.toString("latin1", at + from, at + to).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 136), 8);
    const kind = field(156, 157);
    if (kind === "" || kind === "0") files.push({ path: field(0, 100), content: tar.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
