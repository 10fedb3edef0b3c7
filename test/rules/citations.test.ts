/** Citations: every provision of the rules stands in the statute that it names, as far as the statutes lie beside the project. */
import { describe, expect, test } from "@jest/globals";
import type { Mark } from "@gleichwert/rules";
import { readCases, readRules } from "@gleichwert/rules/load";
import { statuteOf, trainingRegulationsOf } from "../../rules/src/check/laws.ts";
import { faultOf, isPrinted, lawOf, lawsAreThere, parseLaw, placesOf } from "../support/law-text.ts";

const { content } = readRules();
const regulations = trainingRegulationsOf(content);
const notFederal = /^(Land\b|Directive|Regulation|Decision|Delegated|Implementing|Recommendation|DIN|EN|ISO|ADR$|no state)/;

/** One place of the rules that cites law: where it stands, how sure it is, and whether it or what holds it names an address. */
interface Citing {
  readonly where: string;
  readonly provisions: readonly string[];
  readonly mark?: Mark;
  readonly hasAddress: boolean;
}

type Node = Readonly<Record<string, unknown>> & { readonly id?: unknown; readonly name?: unknown; readonly mark?: Mark; readonly url?: unknown; readonly source?: { readonly law?: readonly string[]; readonly url?: unknown } };

/** Everything below a value that cites law. A text of several statutes, `DRiG §§ 5-7; EuRAG § 11`, is split. */
function citingOf(value: unknown, where: string, addressAbove = false): Citing[] {
  if (Array.isArray(value)) return value.flatMap((each) => citingOf(each, where, addressAbove));
  if (value === null || typeof value !== "object") return [];
  const node = value as Node;
  const here = [where, typeof node.id === "string" ? node.id : typeof node.name === "string" ? node.name : undefined].filter(Boolean).join("/");
  const hasAddress = addressAbove || node.url !== undefined && String(node.url) !== "" || node.source?.url !== undefined;
  const listed = ["law", "noLaw"].flatMap((key) => (Array.isArray(node[key]) ? (node[key] as string[]) : typeof node[key] === "string" ? (node[key] as string).split("; ") : []));
  const provisions = [...listed, ...(node.source?.law ?? [])];
  const own = provisions.length > 0 ? [{ where: here, provisions, ...(node.mark && { mark: node.mark }), hasAddress }] : [];
  return [...own, ...Object.entries(node).flatMap(([key, child]) => (key === "source" ? [] : citingOf(child, here, hasAddress)))];
}

const collections = Object.entries(content).filter(([name]) => name !== "texts" && name !== "labels" && name !== "schemaVersion");
const cases = [...readCases().files].map(([file, all]) => [`cases ${file}`, all] as const);
const citing = new Map<string, Citing[]>([...collections, ...cases].map(([name, value]) => [name, citingOf(value, name)]));
const everything = [...citing.values()].flat();
const tail = (provision: string) => provision.slice(statuteOf(provision).length);

/** Was the text of a provision there to be read, with the statutes beside the project or at the address of a record that says so? */
const readAtAddress = new Set(everything.flatMap(({ provisions, mark, hasAddress }) => (hasAddress && mark === "verified-law" ? provisions.map(statuteOf) : [])));
const isRead = (provision: string): boolean => {
  const law = lawOf(statuteOf(provision));
  return law ? isPrinted(law, tail(provision)) : readAtAddress.has(statuteOf(provision));
};

describe("the search can fail", () => {
  const law = parseLaw("% Act\n \n# § 1\n\n(1) Who works.\n\n1. first\n\n2. second\n\n(1a) More.\n\n(2) (weggefallen)\n\n# § 2 – Permit\n\nNo numbers here, § 1 (4) is only named.\n\n# § 3 – (weggefallen)\n\n-\n\n# §§ 5 bis 7 – (zukünftig in Kraft)\n\n(+++ later +++)\n\n# Anlage 1 – (to § 1)\n\n# Anlage B – Trades\n");

  test.each(["§ 1", "§ 1 (1)", "§ 1 (1a)", "§ 1 (1) no. 2", "§ 2", "§§ 1, 2", "§§ 5-7", "§ 6", "Anlage 1", "Annex 1", "Anlage B Abschnitt 2 Nr. 7", "Annex", ""])("%s is found", (words) => {
    expect(faultOf(law, words)).toBeUndefined();
  });

  test.each([
    ["§ 4", "there is no § 4"],
    ["§ 1a", "there is no § 1a"],
    ["§§ 1, 9", "there is no § 9"],
    ["§§ 1-8", "there is no § 8"],
    ["§ 1 (4)", "§ 1 has no subsection (4)"],
    ["§ 1 (1b)", "§ 1 has no subsection (1b)"],
    ["§ 1 (1)-(4)", "§ 1 has no subsection (4)"],
    ["§ 1 (2)", "§ 1 (2) is repealed"],
    ["§ 2 (1)", "§ 2 has no subsection (1)"],
    ["§ 3", "§ 3 is repealed"],
    ["§ 1 (1) no. 3", "§ 1 (1) has no number 3"],
    ["§ 1 (1a) no. 1", "§ 1 (1a) has no number 1"],
    ["Anlage 2", "there is no Anlage 2"],
    ["Annex A no. 3", "there is no Anlage A"],
    ["§ 1 somewhere", '"§ 1 somewhere" cannot be read'],
  ])("%s: %s", (words, fault) => {
    expect(faultOf(law, words)).toBe(fault);
  });

  test("law that is announced has a heading, and nothing to read", () => {
    expect(isPrinted(law, "§ 6")).toBe(false);
    expect(isPrinted(law, "§ 2")).toBe(true);
  });

  test("places are read with subsections, numbers, ranges and lists", () => {
    expect(placesOf("§§ 4, 46-46c")?.map(({ section }) => section)).toEqual(["§ 4", "§ 46", "§ 46c"]);
    expect(placesOf("§ 2 (2) no. 1")?.at(-1)).toEqual({ section: "§ 2", subsection: "2", number: "1" });
    expect(placesOf("§§ 10 (1) no. 1, 12")?.at(-1)).toEqual({ section: "§ 12" });
    expect(placesOf("Annex A no. 12")?.at(-1)).toEqual({ section: "Anlage A", number: "12" });
  });
});

if (!lawsAreThere()) {
  test.todo("the folder of reference material is not there: no provision was held against its statute");
  console.warn("test/rules/citations.test.ts: ../shared/laws is not there, so no provision was held against its statute.");
} else {
  test("statutes are found under every way their names are written", () => {
    for (const statute of ["EU/EWR HwV", "ÄApprO", "ÄApprO 2002", "BRAO§206DV", "BÄO", "See-BV", "ATA-OTA-APrV"]) expect([statute, lawOf(statute)?.has("§ 1")]).toEqual([statute, true]);
    expect(lawOf("StGB")).toBeUndefined();
  });

  test.each([...citing.keys()])("provisions of %s stand in their statutes", (name) => {
    const faults = (citing.get(name) ?? []).flatMap(({ where, provisions }) =>
      provisions.flatMap((provision) => {
        const law = lawOf(statuteOf(provision));
        const fault = law && faultOf(law, tail(provision));
        return fault === undefined ? [] : [`${where}: ${provision}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test("what cites only law that nobody read is not marked as verified law", () => {
    const wrong = everything.filter(({ mark, provisions, hasAddress }) => mark === "verified-law" && !hasAddress && !provisions.some((provision) => isRead(provision) || regulations.has(statuteOf(provision))));
    expect(wrong.map(({ where, provisions }) => `${where}: ${provisions.join(", ")}`)).toEqual([]);
  });

  test("law that is announced and not printed yet is not marked as verified law", () => {
    const wrong = everything.filter(({ mark, provisions }) => mark === "verified-law" && provisions.every((provision) => { const law = lawOf(statuteOf(provision)); return law !== undefined && !isPrinted(law, tail(provision)); }));
    expect(wrong.map(({ where, provisions }) => `${where}: ${provisions.join(", ")}`)).toEqual([]);
  });

  test("most citations were held against their statutes; the others are listed", () => {
    const all = everything.flatMap(({ provisions }) => provisions);
    const held = all.filter((provision) => lawOf(statuteOf(provision)));
    const others = new Map<string, number>();
    for (const statute of all.map(statuteOf)) if (!lawOf(statute) && !regulations.has(statute) && !notFederal.test(statute)) others.set(statute, (others.get(statute) ?? 0) + 1);
    const ofTraining = all.filter((provision) => regulations.has(statuteOf(provision)) && !lawOf(statuteOf(provision))).length;
    console.info(`${held.length} of ${all.length} citations were held against their statutes. Not read: ${[...others].map(([statute, times]) => `${statute} ${times}`).join(", ")}; training regulations ${ofTraining}.`);
    expect(new Set(held).size).toBeGreaterThan(500); // a walk that finds nothing would agree with everything
  });
}
