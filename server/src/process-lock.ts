import sqlite3 from "sqlite3";
import { Refused } from "./config.ts";

/**
 * Holds a lock file for the life of this process. It is a lock of the operating system on an otherwise empty SQLite
 * file, so it ends with the process, also by kill -9, and never has to be cleaned up.
 * @param file path of the lock file; made when missing
 * @returns a function that lets the lock go
 * @throws Refused when another process holds it
 */
export async function holdLock(file: string): Promise<() => Promise<void>> {
  const handle = await new Promise<sqlite3.Database>((done, fail) => {
    const opened = new sqlite3.Database(file, (error) => (error ? fail(error) : done(opened)));
  });
  const close = (): Promise<void> => new Promise((done, fail) => handle.close((error) => (error ? fail(error) : done())));
  try {
    await new Promise<void>((done, fail) => handle.exec("begin exclusive", (error) => (error ? fail(error) : done())));
  } catch (error) {
    await close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new Refused(
      `Another Gleichwert server already works on this data folder (${file} is locked). Stop it, or give this one its own DATA_DIR.`,
    );
  }
  return close;
}
