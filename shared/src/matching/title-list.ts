/** One row of a list of titles. */
export interface ListedTitle {
  readonly id: string;
  /** BCP 47 tag, may be empty. */
  readonly language: string;
  readonly title: string;
}

/** What a list of titles holds, and which rows could not be read; lines are counted from 1. */
export interface TitleList {
  readonly titles: readonly ListedTitle[];
  readonly faults: readonly { readonly line: number; readonly found: string }[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly closed: boolean;
}

function* rowsOf(text: string): Generator<Row> {
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === "\n") line++;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === ",") {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n") {
      yield { line: begun, cells: [...cells, cell.replace(/\r$/u, "")], closed: true };
      cells = [];
      cell = "";
      begun = line;
    } else cell += letter;
  }
  if (cell !== "" || cells.length > 0 || quoted) yield { line: begun, cells: [...cells, cell], closed: !quoted };
}

/**
 * Reads a list of titles: CSV of RFC 4180 with a head that names the columns id and title, and language where known, in
 * any order; a byte order mark and further columns are ignored, empty lines skipped. Never throws: a row that cannot be
 * read becomes a fault, a head without the columns makes the only fault.
 */
export function readTitleList(text: string): TitleList {
  const [head, ...body] = rowsOf(text.replace(/^\uFEFF/u, ""));
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const [id, title, language] = ["id", "title", "language"].map((name) => names.indexOf(name)) as [number, number, number];
  if (id < 0 || title < 0) return { titles: [], faults: [{ line: 1, found: `columns ${names.join(", ") || "(none)"}; expected id, language and title` }] };
  const titles: ListedTitle[] = [];
  const faults: { line: number; found: string }[] = [];
  for (const { line, cells, closed } of body) {
    if (cells.length === 1 && cells[0] === "") continue;
    if (!closed) faults.push({ line, found: "a quotation mark that is not closed" });
    else if (cells.length !== names.length) faults.push({ line, found: `${cells.length} cells; expected ${names.length}` });
    else if (cells[id] === "") faults.push({ line, found: "no id" });
    else titles.push({ id: cells[id]!, title: cells[title]!, language: (language < 0 ? "" : cells[language]!).trim() });
  }
  return { titles, faults };
}
