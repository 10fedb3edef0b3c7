import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, repositoryRoot } from "./paths.ts";

/** Latin, Cyrillic and Greek; Georgian; Armenian; Arabic and Persian. The first one is the default. */
const families = {
  "noto-sans": "Noto Sans",
  "noto-sans-georgian": "Noto Sans Georgian",
  "noto-sans-armenian": "Noto Sans Armenian",
  vazirmatn: "Vazirmatn",
};

/**
 * Writes a fontconfig file that offers the fonts of our packages and no others, so that the browser shows every
 * script, and the same picture, on a bare machine too.
 * @returns the path of that file, for FONTCONFIG_FILE
 */
export function writeFontConfiguration(): string {
  const folders = Object.keys(families).map((name) => join(repositoryRoot, "node_modules/@expo-google-fonts", name));
  const prefer = Object.values(families).map((family) => `<family>${family}</family>`).join("");
  const generic = ["sans-serif", "serif", "monospace", "system-ui"];
  const file = join(cacheFolder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join("\n")}
  <cachedir>${join(cacheFolder, "fontconfig")}</cachedir>
${generic.map((family) => `  <alias binding="strong"><family>${family}</family><prefer>${prefer}</prefer></alias>`).join("\n")}
</fontconfig>
`,
  );
  return file;
}
