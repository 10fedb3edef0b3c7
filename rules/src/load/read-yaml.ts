import { isCollection, LineCounter, parseDocument, visit, type Document } from "yaml";
import { isStorable } from "../storable.ts";

/** Greatest size of one file, in bytes. */
export const largestFile = 1_048_576;
/** Greatest depth of blocks and lists within each other. */
export const deepestNesting = 50;

/** A fault of the notation: where, and in words what was found, what was expected, how to mend it. */
export interface YamlFault {
  readonly line?: number;
  readonly place?: string;
  readonly text: string;
}

/** Content of a file as plain values, or what is wrong with its notation. */
export type Read = { readonly value: unknown } | { readonly faults: readonly YamlFault[] };

const fault = (text: string, line?: number): Read => ({ faults: [line === undefined ? { text } : { line, text }] });

/**
 * Reads one file of the rules: YAML 1.2 without aliases, anchors and tags.
 * @param bytes the file as it lies on the disk
 * @returns the plain value, or one fault for each thing that the writer has to mend; never throws
 */
export function readYaml(bytes: Uint8Array): Read {
  if (bytes.length > largestFile) return fault(`found a file of ${bytes.length} bytes, expected at most 1 MB; divide it into several files`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fault("found letters that are not UTF-8, expected a file in UTF-8; save it again in that encoding");
  }
  const steep = tooManyBrackets(text);
  if (steep !== undefined) return nestedTooDeep(steep);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, version: "1.2" });
  return faultOf(document, lines) ?? { value: document.toJS({ maxAliasCount: 0 }) };
}

const nestedTooDeep = (line?: number) =>
  fault(`found blocks nested deeper than ${deepestNesting} levels, expected fewer; write the content flatter`, line);

/** Line where so many brackets stand open that reading on is not worth while. */
function tooManyBrackets(text: string): number | undefined {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5b || code === 0x7b) open += 1;
    else if (code === 0x5d || code === 0x7d) open -= 1;
    if (open > 400) return text.slice(0, i).split("\n").length;
  }
  return undefined;
}

/** What people usually did where the reader of YAML says this, and how they mend it. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^Tabs are not allowed/, "begin the line with blanks instead of the tab, as many as the line above it has"],
  [/must start at the same column|without - indicator|^Bad indentation|^Implicit map keys need to be on a single line|^Implicit keys need to be/, "begin this line with as many blanks as the other keys of its block; a line above it may be the one that is wrong"],
  [/Flow (sequence|map)|end with a [\]}]/, "look for a bracket that is never closed, in this line or the one above it"],
  [/^Nested mappings are not allowed/, "put a text that holds a colon in quotes, or begin the next line with as many blanks as the other keys of its block"],
  [/closing .*quote/i, "look for a quotation mark that is never closed, in this line or above it"],
];

function faultOf(document: Document.Parsed, lines: LineCounter): Read | undefined {
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const duplicates = document.errors.filter(({ code }) => code === "DUPLICATE_KEY");
  const [first] = document.errors.filter(({ code }) => code !== "DUPLICATE_KEY");
  if (first) {
    const { line, col } = lines.linePos(first.pos[0]);
    if (first.code === "RESOURCE_EXHAUSTION") return nestedTooDeep(line);
    if (first.code === "MULTIPLE_DOCS") return fault('found a second document ("---"), expected one document a file; remove the line or make a second file', line);
    const reason = first.message.replace(/\s+/g, " ").replace(/[.\s]+$/, "");
    const mend = slips.find(([slip]) => slip.test(reason))?.[1] ?? "mend the line or put the text in quotes";
    return fault(`found something that is not YAML in column ${col} (${reason}), expected indented "key: value" lines; ${mend}`, line);
  }
  if (duplicates.length > 0) {
    return { faults: duplicates.map(({ pos }) => ({ line: lineAt(pos[0]), text: `found the key "${keyAt(document, pos[0])}" twice in one block, expected it once; remove one of the two lines` })) };
  }
  return contentFault(document, lineAt);
}

function keyAt(document: Document.Parsed, offset: number): string {
  let key = "";
  visit(document, { Pair: (_, { key: node }) => void ((node as { range?: number[] }).range?.[0] === offset && (key = String(node))) });
  return key;
}

function contentFault(document: Document.Parsed, lineAt: (offset: number) => number): Read | undefined {
  let found: Read | undefined;
  visit(document, {
    Node(_, node, path) {
      const line = lineAt(node.range?.[0] ?? 0);
      const depth = path.filter(isCollection).length;
      if ("source" in node && node.constructor.name === "Alias") found = fault(`found the alias "*${String(node.source)}", expected written-out values; write the content itself and remove anchors and aliases`, line);
      else if ("anchor" in node && node.anchor !== undefined) found = fault(`found the anchor "&${node.anchor}", expected written-out values; write the content itself and remove anchors and aliases`, line);
      else if (node.tag !== undefined) found = fault(`found the tag "${node.tag}", expected plain values; remove the word that begins with an exclamation mark`, line);
      else if (depth >= deepestNesting && isCollection(node)) found = nestedTooDeep(line);
      else if ("value" in node && typeof node.value === "string" && !isStorable(node.value)) found = fault("found a sign that no text may hold (NUL or half of a surrogate pair), expected letters; remove it", line);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/**
 * Lines of places in a file, read anew because they are needed only when something is wrong.
 * @returns a function from the path of a value to its line; for a value that is missing, the line of the block it belongs to
 */
export function linesOf(bytes: Uint8Array): (path: readonly PropertyKey[]) => number | undefined {
  const counter = new LineCounter();
  const document = parseDocument(new TextDecoder().decode(bytes), { lineCounter: counter, prettyErrors: false });
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return undefined;
  };
}
