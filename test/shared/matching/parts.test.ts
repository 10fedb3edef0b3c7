import { describe, expect, it } from "@jest/globals";
import { matchingIndex, readTitleList, typeAhead } from "@gleichwert/shared/matching";
import { occupation, profession, smallContent } from "./content.ts";

const content = smallContent();
const index = matchingIndex(content);

describe("German names in slash notation are written out", () => {
  const namesOf = (de: string) => matchingIndex({ ...content, referenceOccupations: [], regulatedProfessions: [profession("one", de, "one")] }).targets[0]!.germanNames;
  it.each([
    ["Arzt/Ärztin", ["Arzt", "Ärztin"]],
    ["Apotheker/in", ["Apotheker", "Apothekerin"]],
    ["Medizinische/r Technologe/-in für Radiologie", ["Medizinischer Technologe für Radiologie", "Medizinische Technologin für Radiologie"]],
    ["Rechtsanwalt/-anwältin", ["Rechtsanwalt", "Rechtsanwältin"]],
    ["Pflegefachfrau/-mann/-person", ["Pflegefachfrau", "Pflegefachmann", "Pflegefachperson"]],
    ["Staatl. anerkannte/r Erzieher/in", ["Staatl. anerkannter Erzieher", "Staatl. anerkannte Erzieherin", "Erzieher", "Erzieherin"]],
    ["Logopäde/Logopädin", ["Logopäde", "Logopädin"]],
    ["Masseur/in und medizinische/r Bademeister/in", ["Masseur und medizinischer Bademeister", "Masseurin und medizinische Bademeisterin"]],
    ["Polizeivollzugsbeamte/r", ["Polizeivollzugsbeamter", "Polizeivollzugsbeamte"]],
    ["Fliesen-, Platten- und Mosaikleger", ["Fliesen-, Platten- und Mosaikleger"]],
    ["Gymnastiklehrer/in (staatl. anerkannt)", ["Gymnastiklehrer", "Gymnastiklehrerin"]],
    ["Hebamme", ["Hebamme"]],
  ])("%s", (notation, forms) => {
    expect(namesOf(notation)).toEqual(forms);
  });
  it("a note of the register after the name is no part of the short form", () => {
    const names = matchingIndex({ ...content, regulatedProfessions: [], referenceOccupations: [occupation("one", "Elektroniker für Antriebe (BBiG)", "Elektronikerin für Antriebe (BBiG)")] }).targets[0]!.germanNames;
    expect(names).toContain("Elektroniker für Antriebe");
  });
});

describe("type-ahead", () => {
  it("completes in the person's language", () => {
    expect(typeAhead(index, "пе", 3, "uk")[0]).toEqual({ text: "пекар", language: "uk", referenceOccupation: "baecker" });
  });
  it("completes German names without diacritics", () => {
    expect(typeAhead(index, "back", 3, "de").map(({ text }) => text)).toContain("Bäcker");
  });
  it("offers an occupation once and a text once", () => {
    const found = typeAhead(index, "e", 20);
    expect(new Set(found.map(({ referenceOccupation }) => referenceOccupation)).size).toBe(found.length);
    expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
  });
  it("offers nothing for blanks", () => {
    expect(typeAhead(index, "  ")).toEqual([]);
  });
});

describe("a list of titles", () => {
  it("columns may stand in any order, others are ignored", () => {
    expect(readTitleList("title,script,id\nKoch,Latn,7\n")).toEqual({ titles: [{ id: "7", language: "", title: "Koch" }], faults: [] });
  });
  it("an empty title is read", () => {
    expect(readTitleList("id,language,title\n1,de,\n").titles).toEqual([{ id: "1", language: "de", title: "" }]);
  });
  it.each([
    ["too few cells", "id,language,title\n1,de\n2,de,Koch\n", { line: 2, found: "2 cells; expected 3" }],
    ["no id", "id,language,title\n,de,Koch\n2,de,Koch\n", { line: 2, found: "no id" }],
    ["an open quotation mark", 'id,language,title\n2,de,Koch\n3,de,"Koch\n', { line: 3, found: "a quotation mark that is not closed" }],
  ])("%s is named with its line, the rest is read", (_what, text, fault) => {
    const { titles, faults } = readTitleList(text);
    expect(faults).toEqual([fault]);
    expect(titles).toEqual([{ id: "2", language: "de", title: "Koch" }]);
  });
  it("a head without the columns is the only fault", () => {
    expect(readTitleList("name\nKoch\n")).toEqual({ titles: [], faults: [{ line: 1, found: "columns name; expected id, language and title" }] });
  });
});
